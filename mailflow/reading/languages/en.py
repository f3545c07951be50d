"""English, as people and mail programs write it."""

from mailflow.reading.languages.shape import Language, listed, rows

ENGLISH = Language(
    code="en",
    attribution_opens=listed("on"),
    attribution_verbs=listed("wrote | writes"),
    original=listed("original message | original appointment | original email | reply message"),
    forwarded=listed("forwarded message | begin forwarded message | forwarded by"),
    from_keys=listed("from"),
    header_keys=listed("sent | to | cc | bcc | subject | date | reply-to | importance | organization"),
    sent_from=listed("""
        sent wirelessly | sent from mailbox | sent from samsung | sent from galaxy | sent from aol
        sent from windows | sent from android | sent from blackberry | sent from iphone | sent from hotmail
        sent from my | sent from mail for | sent from outlook | sent from yahoo | sent from proton
        sent with proton | sent from gmail | sent via | get outlook for | sent using | sent on the go
        typed on my phone | please excuse typos | please excuse brevity | please excuse my brevity
    """),
    away_subjects=listed("""
        automatic reply | auto reply | auto-reply | autoreply | auto response | automatic response
        out of office | out of the office | out-of-office | away from the office | away from my desk
        on vacation | on holiday | on leave | on annual leave | vacation reply | ooo
    """),
    bounce_subjects=listed("""
        undelivered mail | undeliverable | undelivered | undeliverable mail
        delivery status notification | delivery failure | delivery notification | delivery has failed
        delayed mail | mail delivery failed | mail delivery failure | mail delivery system
        mail delivery subsystem | mail system error | message not delivered | returned mail
        failure notice | failed delivery | non delivery | nondeliverable mail | non-delivery
        could not send message | warning | message delayed | message delivery
    """),
    calendar_yes=listed("accepted | tentatively accepted"),
    calendar_no=listed("declined"),
    greetings=listed("""
        hi | hello | hey | dear | good morning | good afternoon | good evening | greetings
    """),
    sign_offs=listed("""
        best | all the best | all the very best | all my best | best wishes | warmest wishes
        with best wishes | very best | best regards | kind regards | kindest regards | warm regards
        warmest regards | with regards | with kind regards | with warm regards | with best regards
        regards | cheers | thanks | many thanks | thank you | thanks again | thanks so much | with thanks
        yours | yours sincerely | yours truly | yours faithfully | sincerely | sincerely yours | love
        take care | warmly | talk soon | speak soon | cordially | respectfully | br | kr | rgds | bw
        ttyl | xx | good luck | onwards | until then | have a great/good/lovely/nice day/weekend/week
        in haste
    """),
    wishes=listed("""
        hope * helps/help/helpful/useful/fits | hopefully * helps/useful/helpful | good luck
        best of luck | wish you/her/him/them | give her/him/them my best/regards/love | say hello to
        say hi to | tell her/him/them i | happy to help | glad to help | pleased to help
        delighted to help | happy to chat/talk/discuss/expand/elaborate | let me know if
        let me know how | let us know how | do tell me how | feel free to | any/more questions
        thanks for asking | thank you for asking | thanks for thinking of me
        thank you for thinking of me | thanks for reaching out | thank you for reaching out
        thanks for getting in touch | thanks for your email/mail/message/note
        thank you for your email/mail/message/note | thanks for the email/mail/message/note/coffee/chat
        thank you for the email/mail/message/note/coffee/chat | nice/good/great/lovely to hear from you
        great/good/interesting/lovely question | sorry for the slow/late/delayed | sorry for the delay
        sorry it took | sorry this took | sorry to be slow | apologies for the delay/slow/late
        hope you are/you're well | hope * finds you | hope all is well | looking forward to
        look forward to | see you | catch up soon | that's it | that's all | that is all
        that's really all | i am/i'm flattered | i'm honoured/honored
        enjoyed our chat/coffee/talk/conversation | i enjoyed/loved | it was great/good/lovely/nice to
        that/those would be my | those are my | use/share/pass whatever/whichever/as
        make of that/them what | take what | take them or leave them | for what it's worth | my two cents
    """),
    disclaimers=listed("""
        this e-mail/email/message/communication and any
        this e-mail/email/message/communication is * confidential/intended/private
        this e-mail/email/message/communication may contain
        this e-mail/email/message/communication contains
        this e-mail/email/message/communication including | the information in this e-mail/email/message
        the information contained in this | the contents of this e-mail/email/message
        confidentiality notice | confidentiality | disclaimer | legal notice | important notice
        confidential: | if you are not the intended | if you have received this e-mail/email/message
        please consider the environment | think before you print | registered in england
        registered office | company registration | privileged and confidential
        this message was sent to you | you received this message because | you are receiving this
        caution: | virus-free | scanned for viruses | scanned by
    """),
    ordinals=rows("""
        first | firstly | first off | first of all | 1st | the first | my first | first one | first thing
        second | secondly | 2nd | the second | my second | second one | second thing | next | then
        third | thirdly | 3rd | the third | my third | third one | third thing
        fourth | fourthly | 4th | the fourth
        fifth | fifthly | 5th | the fifth
        sixth | sixthly | 6th
    """),
    last_words=listed("""
        lastly | finally | last | last but not least | and last | and finally | and lastly | last one | the last one
        last thing | the last thing | the last | one last thing
    """),
    cardinals=listed("one | two | three | four | five | six"),
    lead_ins=listed("""
        here are/is | here's | my three | my 3 | my answers/advice/thoughts/tips/suggestions
        three things | three bits | three pieces | three from me | three that
        three tips/thoughts/suggestions/ideas/points | two things | two that
        two bits/pieces/thoughts/tips | i would/i'd say | i'd suggest | i would suggest | i'd offer
        if i had to | in no particular order | in order | off the top of my head | as promised
        answers below | see below | the following | the missing one | the last one | the third one | the other one
    """),
    unfinished=listed("""
        still thinking | still mulling | still chewing | still pondering | thinking about it | to follow
        will follow | follows on | follows tomorrow/later | follows next | coming soon | coming in
        coming tomorrow | coming later | more to come | still to come | yet to come | will come | will send | i'll send | i'll get back
        i will get back | i'll come back | let me think | let me sleep | need to think
        needs some/more thought | need some/more time | needs some/more time | tbc | tbd | tba
        watch this space | can't think of | cannot think of | haven't got | don't have a third/second
        no third | nothing yet | not sure yet | get back to you | come back to you | sleep on it
        before i answer
    """),
    postscript=listed("ps | p.s | p.s. | p.p.s | pps | oh and | one more thing | oh, and"),
    away=listed("""
        out of the? office | on * leave | on vacation/holiday/holidays/sabbatical
        on annual/parental/maternity/paternity/sick leave | away from the? office/desk/email
        i am/i'm away | i will be away | i'll be away | currently away | currently out
        travelling/traveling * limited/no | limited/no access to email/e-mail/emails/mail
        office is closed | no longer with | no longer works/work | has left the company
    """),
    away_courtesies=listed("""
        thank you for your e-mail/email/mail/message/note
        thanks for your e-mail/email/mail/message/note | thank you for contacting
        thank you for getting in touch | thanks for getting in touch | on my return | when i return
        upon my return | when i am back | when i'm back | while i'm away | while i am away
        in my absence | during my absence | for urgent | if * urgent | in urgent cases
        for anything urgent | please contact | no access to e-mail/email/emails
        limited access to e-mail/email/emails | as soon as i | will read your message
        will not be forwarded | will respond to your | will reply to your
    """),
    first_person=listed("""
        i | i'm | i'd | i'll | i've | me | my | myself | mine | us
    """),
    advising=listed("""
        never | always | don't | do not | when | whenever | if | before | after | instead of | rather than | unless | until
        start | stop | ask | say | tell | give | let | keep | write | make | take | find | pick | choose | be | begin | build
        learn | listen | look | remember | focus | practise | practice | avoid | use | read | talk | show | set | put | get
        try | go | have | hold | hand | agree | accept | cut | close | call | come | decide | describe | delegate | define
        drop | explain | end | finish | follow | help | hire | invite | know | leave | meet | name | offer | open | own | pay
        plan | praise | prepare | promise | protect | push | question | reward | run | send | share | sit | sleep | speak | spend
        split | stay | step | teach | test | thank | think | trust | turn | wait | walk | watch | work | do | block | book | bring
        check | draw | expect | fix | guard | lend | limit | list | measure | measure | move | note | pair | pause | publish
        record | refuse | rehearse | repeat | resist | return | review | schedule | see | state | swap | treat | visit
        unsubscribe | you should | you could | you must | you need | you can | people | one should
    """),
    yes=listed("""
        yes | yep | yeah | yup | yes please | sure | of course | certainly | absolutely | definitely
        gladly | with pleasure | my pleasure | count me in | i'm in | happy to | delighted to | glad to
        love to | be delighted | be honoured/honored | be glad | be happy | would be a pleasure
        sounds good/great/lovely/fun/wonderful | that's fine | that is fine | day is fine | day works | works for me | okay | ok | let's do it/this | why not
        i accept | i agree | i can do | happily | go ahead | that's mine | that was me | it was me
    """),
    meeting=listed("""
        coffee | call | phone | meet | zoom | video | works/good/fine/best for me | would work | would suit | lunch | tea | half an hour
        calendar | diary | invite | slot | any day/time/morning/afternoon/evening/lunchtime | free on | i'm free | i am free | available on | works | suits
    """),
    no=listed("""
        no can do | don't count on me | the last person you | am not able to | i'm not able to | no | no thanks | no thank you | nope | i'm afraid not | i am afraid not | afraid i can't
        afraid i cannot | i can't help | i cannot help | can't help | cannot help with | have to decline
        must decline | need to decline | going to decline | i'll decline | i decline | politely decline
        respectfully decline | going to pass | i'll pass | i will pass | have to pass | need to pass
        pass on this | i'd rather not | i would rather not | prefer not to | not able to help
        unable to help | not able to take part | unable to take part | not in a position to
        not to take part | not take part | can't take part | cannot take part | unable to participate
        can't participate | cannot participate | can't do this | cannot do this | can't take this on
        cannot take this on | can't commit | cannot commit | don't have time | do not have time
        haven't got * time | no time for | don't have the time/bandwidth/capacity
        do not have the time/bandwidth/capacity | don't have bandwidth/capacity | too busy | count me out
        leave me out | not interested | not for me | will have to say no | have to say no
        going to say no | i'm not the right | i am not the right | not the right person
        not the best person | conflict of interest | don't feel comfortable | not comfortable
        don't feel qualified | not qualified | against company policy | wasn't me | was not me | not mine
        i did not write | i didn't write | can't make it | cannot make it | not something i
    """),
    not_me=listed("""
        not me | don't think i'm/i the right | don't think i am the right | wouldn't be the right | not the right person | not the best person | i'm not the right | i am not the right | not my area
        not my field | not my thing | not really my | someone else | somebody else | better person
        better placed | better than me | better than i | no expert | not an expert | not the expert
        not your guy/woman/person
    """),
    instead=listed("""
        ask | talk to | speak to | speak with | try | contact | reach out to | would be * better
        is * better | much better | far better | suggest you | recommend | suggest | instead
        the person you
    """),
    private=listed("""
        between us | between you and me | in confidence | confidentially | please don't tell
        please do not tell | don't pass * on | do not pass * on | keep this/that to yourself
        don't share/mention | do not share/mention | not for sharing
    """),
    withdraw=listed("""
        leave me out | withdraw my | take my * back | remove my answers/advice | delete my answers/advice
        don't use my | do not use my | please disregard my
    """),
    later=listed("""
        get back to you | come back to you | back to you | bear with me | haven't found | give me * fortnight
        need * fortnight | few more days | couple more days | have a think | on a plane | quarter end
        you'll have/get my/mine/something/an | you will have/get my/mine/something/an | give me * week/days/day/time | give me until
        give me till | need * time | need * think | need to think | want to think | let me think
        let me sleep on | let me mull | sleep on it | think about it | think it over | think about this
        give * some thought | will answer | will reply | will respond | will write | will send | will do
        i'll answer | i'll reply | i'll respond | i'll write | i'll send | i'll do | i'll try | i'll have it/them/something/an/my/mine
        i'll be in touch | you'll have it | you'll have them | you will have | you'll get | expect * by
        can it wait | can this wait | could it wait | could this wait | can i have until | can i get back
        may i have until | could i have until | could i have * time/week/days
        can i have * time/week/days | more time | bit of time | some time | a few days | a couple of days
        another week | remind me | nudge me | ping me | chase me | prod me | ask me again
        write to me again | try me again | try me in | after that i'm | after that i am | not right now
        not this week | not before the/next/christmas/easter/monday/tuesday/wednesday/thursday/friday/january/february/march/april/may/june/july
        not before august/september/october/november/december/mid/late/early | swamped | snowed under | up to my neck | under water | crazy week
        busy week | busy until | tied up | travelling until | traveling until | away until
        on leave until | on * leave until | on holiday until | off until | out until | second coffee | another coffee
        rather not rush | don't want to rush | working on it | on my list | will follow | follows shortly/soon/later
    """),
    soon=listed("""
        later this/next | next week | next month | over the weekend | a week | tomorrow | tonight | soon | shortly
        this week | the week after | in the new year | after christmas | after the weekend | by the weekend
    """),
    stop=listed("""
        unsubscribe | stop | want to unsubscribe/stop | like to unsubscribe | unsubscribe me/us | get me off
        stop emailing/writing/mailing/contacting/sending/messaging/bothering
        stop emailing/writing/mailing/contacting/sending/messaging/bothering * me/us
        stop these e-mails/emails/mails/messages | take me off | remove me
        remove my e-mail/email/address/details/data | delete my e-mail/email/address/details/data
        erase my | delete me from | do not contact me | don't contact me
        do not e-mail/email/write/mail me | don't e-mail/email/write/mail me | do not write to me
        don't write to me | do not send me | don't send me | never contact me | never write to me
        never email me | not wish to be contacted | don't want to be contacted
        do not want to be contacted | don't want * emails/e-mails/mails/messages/mail
        do not want * emails/e-mails/mails/messages/mail | no more e-mails/emails/mails/messages/mail
        don't want to receive/get/hear | do not want to receive/get/hear | never write/email/mail/contact to? this
        do not write/email/mail/contact to? this | don't write/email/mail/contact to? this
        no further e-mails/emails/mails/messages/contact/mail | opt out | opt me out | opt-out
        object to the processing | article 17 | article 21 | right to erasure | right to be forgotten
        leave me alone | this is spam | report you | reporting this as spam | off your list
        off this list | off your mailing
    """),
    wrong_person=listed("""
        wrong person | wrong address | wrong email | have the wrong | got the wrong | mistaken identity
        don't know any | do not know any | never heard of
    """),
    thanks=listed("""
        thanks | thank you | you're welcome | you are welcome | my pleasure | no problem | no worries
        glad it helped | glad to have helped | glad i could help | pleased to help | happy to help
        glad to help | anytime | any time | good luck | great | perfect | got it | received | noted
        lovely | wonderful | cheers | don't mention it | all good | looks good | that's right
        that is right | correct | spot on | exactly | best of luck
    """),
    question_opens=listed("""
        who | what | when | where | which | why | how | is | are | do | does | did | can | could | would
        should | will | shall | may
    """),
    change=listed("""
        change | correct | correction | replace | amend | edit | swap | rather than | instead of | number
        no | nr | point | piece | # | my | update | make | reword | for
    """),
    nameless=listed("""
        without my name | anonymously | anonymous | don't mention my name | do not mention my name
        don't use my name | do not use my name | don't put my name | keep my name out | leave my name out
        don't attribute | do not attribute | not attributed
    """),
    clarifying=listed("""
        do you mean | did you mean | are we talking | are you talking | is this about | is this for
        what do you mean
        could you clarify | can you clarify | can you tell me more | could you tell me more | does * mean
        who is this | who are you | do you want | should i | shall i | can i | may i | does it have to
        is it for | which one | is she | is he | are they | what kind | how long | how much time
    """),
    obligations=listed("""
        i have to | i need to | i must | i've got to | i have got to | i've to
        i am going to | i'm going to
        while i'm away | while i am away | in my absence | my week | my plate | before that i
    """),
    urging=listed("""
        you | your | yourself | don't | do not | never | always | should | try | make sure | ask
        listen | start | stop
        keep | learn | remember | focus | practise | practice | let | avoid | be | find | take | give
        them | they | write
        say | use | read | talk | show | build | choose | pick | set
    """),
    pointers=listed("""
        answers * below | answers/comments/thoughts/replies * inline
        answers/comments/thoughts/replies * in blue/red/green | my answers are | see below | see inline
        see attached | in the attached | please find attached | attached | please see | please send them
        asked me to send | sending again | pressed send | fyi | sent * wrong address
        from my home account | from my other account | from my private account
    """),
    months=rows("""
        january | jan
        february | feb
        march | mar
        april | apr
        may
        june | jun
        july | jul
        august | aug
        september | sep | sept
        october | oct
        november | nov
        december | dec
    """),
    weekdays=rows("""
        monday | mon
        tuesday | tue | tues
        wednesday | wed | weds
        thursday | thu | thur | thurs
        friday | fri
        saturday | sat
        sunday | sun
    """),
    days_ahead={
        "today": 0,
        "tonight": 0,
        "this evening": 0,
        "this afternoon": 0,
        "tomorrow": 1,
        "tmrw": 1,
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
    },
    next_week=listed("""
        next week | early next week | the coming week | the week after this | following week
    """),
    next_month=listed("next month | the coming month"),
    end_of_next_week=listed("end of next week | late next week | later next week"),
    end_of_week=listed(
        "end of the week | end of week | end of this week | later this week | by the weekend | eow"
    ),
    end_of_month=listed("end of the month | end of month | end of this month | month end | eom"),
    until_words=listed("""
        by | until | till | til | back on | back | back in the office on | return on | returning on
        return | returning | on | before | say | this | coming | from | starting | due | not before
        through | thru | to
    """),
    after_words=listed("after"),
    ahead_words=listed("in | in about | within | give me | need | after | another | in another"),
    ahead_after_words=listed("from now | from today | time | to think | more | or so"),
    day_units=listed("day | days"),
    week_units=listed("week | weeks | weeks' | week's | wk | wks"),
    fortnights=listed("fortnight | fortnights"),
    month_units=listed("month | months"),
    next_words=listed("next"),
    small_numbers={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "couple of": 2,
        "a couple of": 2,
        "another": 1,
    },
)
