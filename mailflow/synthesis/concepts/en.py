"""English: what leaders are advised to practise, in families, each with the words it is said in.

Read as `key | name | cues`; a cue of several words must stand together.  Lines that begin with a
blank go on with the line above; `# family` opens a family of neighbouring practices.
"""

TABLE = """
# attention
say_no | saying no more often | say no, saying no, said no, no is, turn down, decline, refuse, push back,
  not this month, not now, politely no, no thank you, without excuses, overcommit, yes to everything, every
  yes, before you agree, shorter slot
prioritise | putting first things first | priority, prioritise, prioritize, rank, most important, important
  stuff, big rocks, what matters, matters most, one thing, three things, top three, focus, essential,
  trade-off, vital few, main thing, first things first, order of importance
stop_things | deciding what to stop | stop doing, what to stop, kill project, kill, drop, give up, gave up,
  cancel the project, abandon, discontinue, cut the list, prune, not to do, close down, let go of, sunset,
  scrap, end something, wish list
protect_time | protecting time for what counts | block, blocked, block time, protect time, guard, door shut,
  close the door, no meetings, no appointments, undisturbed, uninterrupted, meeting with myself, meetings
  with yourself, reserve, half a day, two hours, diary, calendar, in the calendar, sacred, immovable, deep
  work, thinking time, quiet hour, left over, fenced, belongs to, non negotiable
first_in_day | doing the important work first in the day | first thing, morning, mornings, before email,
  before mail, before the inbox, early, start the day, begin the day, first hour, first ninety minutes,
  before nine, before ten, eat the frog, before anyone, before lunch, fresh
interruptions | closing inbox and notifications | inbox, notification, notifications, email twice, check
  email, mute, switch off, phone off, phone away, phones, distraction, distracted, wifi, offline, airplane
  mode, batch, twice a day, pings, slack
rest | resting and recovering | rest, sleep, slept, break, breaks, recover, recovery, holiday, walk at
  lunch, exercise, tired, energy, evening off, weekend, run, recharge, exhausted, burn out, go home
track_time | seeing where the time goes | time log, log, keep a log, where your time, where the hours, where
  the time, track your time, audit, half hour, colour, for a week, for a fortnight
hide_away | working where nobody finds you | work from home, hidden, nobody can find, library, cafe, another
  building, rent a desk, away from the office, attic
plan_ahead | planning the week ahead | plan the week, plan your week, weekly plan, sunday evening, friday
  afternoon, plan ahead, tomorrow, next day, to do list, list for
assistant | letting an assistant help | assistant, secretary, run your diary, EA, PA, gatekeeper
cut_meetings | cancelling and shortening meetings | cancel, recurring meeting, standing meeting, shorten,
  shorter, twenty minutes, twenty-five minutes, fifteen minutes, ten minutes, half the length, standing up,
  stand-up, skip the meeting, fewer meetings, decline meetings

# handing over
hand_over | handing work over | delegate, delegating, hand over, hand off, hand it, hand out, give away,
  pass on, pass it on, someone else, somebody else could, let others, share the work, not yours to do, only
  you can do, on your desk, take off your plate
outcome_not_method | agreeing the result, not the method | outcome, result, destination, what good looks
  like, what done looks like, what success, success looks, looks like, looks like when, not how, the how,
  leave the how, method, own way, their way, different way, your way, tell them what, describe the, route,
  the map, steer, bite your tongue, end state, definition of done, finished looks, how they get there,
  instructions, micromanage, micromanaging, brief the
checkpoints | agreed points to look in | check in, check-in, checkpoint, milestone, agree in advance when,
  look in, halfway, at 20 percent, review point, progress meeting, weekly update, in between, touch base
allow_mistakes | allowing mistakes | mistake, mistakes, fail, failure, get it wrong, break something,
  imperfect, good enough, eighty percent, learn from failure, room to fail, forgive, blame, done badly
right_person | choosing the right person for it | right person, who wants it, who needs to grow, stretch,
  stretch assignment, match the task, pick someone, pick the person, star performer, same people, share it
  out, who is ready
not_rescue | giving the problem back | hand it back, give it back, giving it back, don't rescue, rescue,
  rescuing, take it back, took it back, taking over, fix it for, fix it yourself, solve it for, solve their,
  monkey, their problem, do it yourself, finish their work, redo
autonomy | letting people decide on the spot | authority, authorise, empower, decide themselves, decide
  locally, may decide, allowed to decide, trust them, without asking, on the spot, budget of their own,
  local, autonomy

# accountability
owner_and_date | one name and one date for every task | owner, own it, one name, one owner, single owner,
  who does what, by when, who exactly, deadline, due date, date, name against, two names, nobody's job,
  responsible, named person, by friday, whose job, their name, whose name, accountable person, assign, each
  one, action list, commit to a date, promise a date
consequences | acting when a promise is missed | consequence, second miss, missed, slip, slips, let it
  slide, slide, cost them, call it out, call out, first time it, third time, every time it, follow through,
  hold them to, say something, never let it pass, let it go, get away with
visible_progress | showing progress where all can see | board, whiteboard, wall, visible, dashboard, traffic
  light, red and green, chart on the wall, public, publicly, everybody can see, everyone can see, on a wall,
  scoreboard, kanban, poster
keep_promises | keeping your own promises | keep your word, keep your promise, promise, promises, deliver,
  reliable, on time, five minutes early, do what you say, under-promise, walk the talk, say you will
role_model | going first by example | example, role model, lead by example, model it, go first, you first,
  yourself first, show them, set the tone, before you ask, they watch you, copy you, do it yourself first
expectations | making expectations clear | expectation, expectations, expect, make clear, clear about, be
  clear, spell out, unspoken, assume, what you want, ground rules
review_rhythm | a steady rhythm of review | every week, weekly, every month, monthly, quarterly, each
  quarter, review, revisit, standing slot, regular, regularly, every friday, rhythm, same time, fixed slot,
  every second, every fortnight, retrospective, once a year, look back at
measure | measuring what matters | measure, metric, number, numbers, figures, count, kpi, indicator,
  baseline, quantify, percentage, score, data

# contact
follow_up | following up promptly | follow up, follow-up, following up, next day, day after, same day,
  within a day, within 24 hours, 24 hours, next morning, second conversation, thank you note, two lines,
  send a note, write to them, drop them, drop a line, before you leave, call you, get back to
keep_in_touch | keeping in touch regularly | keep in touch, stay in touch, in touch, touch, contact, hello,
  every few months, every few weeks, from time to time, ping, check on, thought of you, thinking of you,
  remember birthdays, birthday, going cold, go cold, keep warm, water, watering, call someone, list of
  names, coffee a week, reconnect, when you need nothing, no agenda, before you need
give_first | giving before asking | favour, favor, generous, help first, help others, give first, before you
  ask, introduce, introduction, connect two, connect people, matchmaker, useful, offer help, expect nothing,
  in return, do something for, give before, share what you know, lend
conversation_opener | good opening questions | opener, good question, question ready, ask about, first
  question, small talk, job title, what problem, break the ice, icebreaker, start a conversation, curious
  about
small_events | choosing where to meet people | conference, conferences, events, event, small groups, small
  dinner, meetup, association, club, join, panel, breakfast, host, organise a
visibility | being seen and known | visible, visibility, profile, linkedin, post, publish, be seen, known
  for, reputation, raise your hand, speak at, write an article, photo, headline
lunch | sharing meals and coffee | lunch, eat with, coffee with, over coffee, dinner, breakfast with,
  canteen, kitchen, tea with, beer, meal, cake
names | remembering names and people | remember names, their name, name of, names, know their name, learn
  the name, remember, children, birthdays
one_to_one | regular one-to-one talks | one-to-one, one to one, 1:1, one on one, individually, alone, each
  of them, private talk, every fortnight, each person, in person, single, each member, privately

# listening
listen | listening more than talking | listen, listening, hear, hear them out, hear out, let them talk, let
  him talk, let her talk, talk less, ears, ear, shut up, be quiet, grumble, attention, full attention,
  finish their sentence, let them finish, two ears, whole story, vent
not_interrupt | waiting before you speak | interrupt, interrupting, cut in, jump in, jumping in, wait, count
  to, pause, silence, silent, stay silent, say nothing, keep quiet, quiet, fill the gap, sit on your hands,
  seconds, hold your tongue, bite your tongue, let it hang, before you reply, before answering, breathe
  before, gap, next breath, then stop, full stop
play_back | playing back what you heard | play back, playing back, repeat, repeat back, say it back, in my
  own words, in your own words, summarise, summarize, paraphrase, mirror, so what you, so if i've, did i
  get, got this right, understood, check you understood, what i heard, read back
ask_questions | asking questions instead of answering | ask, asking, question, questions, open question,
  open questions, what do you think, what would you, what have you tried, how would you, ask first, why, ask
  why, what else, instead of answers, don't answer, have the answer, give the answer, giving answers,
  solution, solutions, coach, advice monster, not tell, telling, work it out, figure it out, hand it
  straight back, find their own
curiosity | staying curious | curious, curiosity, nosy, interested, wonder, genuinely, be interested,
  fascinated
interests | finding out what the other side needs | what they need, what they want, what they really, their
  needs, need, their world, interest, interests, behind the, under pressure, keeps her awake, keeps them
  awake, what matters to them, motivates, care about, cares about, find out what, find out how, find out
  which, their shoes, their side, understand their, pressure on them, worried about
empathy | seeing it with their eyes | empathy, shoes, other person's, their eyes, point of view,
  perspective, feel, feeling, feelings, emotion, emotions, how do you see, their version, their story, see
  it their
speak_last | speaking last | speak last, talk last, last to speak, go last, boss speaks, before you give
  your opinion, your opinion, own opinion, give your view, your view last, wait with your opinion
quiet_voices | bringing in the quiet voices | quiet ones, quiet people, shy, shy ones, introvert,
  introverts, go round, round the table, everyone speaks, everybody speaks, turn to speak, who hasn't
  spoken, junior, youngest first, invite the, hear from everyone, dominate

# dissent and safety
invite_dissent | inviting disagreement | disagree, disagreement, dissent, devil's advocate, against, arguing
  against, argue, challenge, contradict, opposite, sceptic, skeptic, critic, nodding, everybody nodding,
  yes-men, objection, objections, poke holes, holes, opponents, red team, counter-argument, tell me why I'm
  wrong, what am I missing, push back on you
thank_bad_news | thanking whoever brings bad news | bad news, thank, thank them, thanked, messenger, shoot
  the messenger, reward, own up, report a, reports, raise a problem, raises a concern, speak up, spoke up,
  your face, react, reaction, when somebody brings, brings you, tells you something
own_mistakes | owning up to your own mistakes | own mistakes, your mistakes, own blunders, blunders, i was
  wrong, you were wrong, got wrong, my worst, apologise, apologize, sorry, admit, own up, faultless,
  vulnerable, vulnerability, confess, failures, weakness
admit_unknown | saying openly what is not yet known | don't know, do not know, not know, i don't know, not
  yet decided, not decided, don't yet know, uncertain, uncertainty, what you don't, open questions, still
  open, honest, honestly, gaps, cover up, rumour, rumours, admit when
no_mockery | no mockery and no blame | mock, mockery, laugh at, eye-roll, eye roll, ridicule, joke about,
  sarcasm, shame, humiliate, blame-free, no blame
trust | building trust first | trust, trusted, trustworthy, confidence in, confide, relationship first,
  relationship, safe
ground_rules | setting ground rules | ground rules, rules, no interrupting, agree the rules, how we talk,
  code of conduct, house rules
hear_apart | hearing each side separately | separately, apart, each side, meet them apart, both sides, on
  his own, on her own, on their own, each alone, one by one first, individually first, his version, whole
  grumble, what happened
common_goal | reminding them of the shared goal | common goal, shared goal, together, same boat, same side,
  in common, both of them want, both want, both lose, joint, win or, one team, same target, shared target,
  shared purpose, both have
humour | using humour | humour, humor, joke, jokes, laugh, tease, teasing, funny, laughter, smile
calm | staying calm | calm, angry, anger, temper, cool down, breathe, breath, exhale, heartbeat, nerves,
  nervous, relax, stress, deep breath

# writing and clarity
write_down | putting it in writing | write, write down, writing, in writing, written, wrote, on paper, note,
  notes, shared document, document, page, memo, put it down, typed, typing, one page, record
summary_after | a written summary right after | summary, minutes, same evening, same afternoon, the same
  day, what was agreed, agreed, short note, send a short, recap, confirm in writing, after the meeting,
  within the hour, actions by, protocol, read out, read back the decision
decision_record | keeping a record of decisions | decision log, decision journal, journal, diary of
  decisions, book, what you decided, what you expected, read it back, look back, diary
simplify | fewer and simpler words | simple, simpler, simplify, plain, plain words, plain language, short
  words, short sentences, everyday words, jargon, management-speak, abbreviations, explain it to, to my
  mother, child could, grandmother, ten-year-old, too complicated
cut_down | revising and cutting | cut, cut out, cross out, take out, halve, delete, shorten, shorter, a
  third, half of it, first draft, draft, revise, rewrite, edit, overnight, trim, leave out, less is more, go
  over it, nobody would miss, fewer slides, slides, bullets, deck
conclusion_first | the conclusion first | conclusion, conclusion first, first minute, first sentence, page
  one, begin with what, begin with the, start with the answer, start with the end, straight away,
  recommendation, the ask, your request, what you want from, bottom line, punchline, headline, upfront, up
  front, get to the point, one sentence, top of the
one_message | one message at a time | one message, one point, single message, one subject, one topic, one
  idea, one position, three words, slogan, remember one, key message
repeat_message | repeating the message often | repeat, again and again, seven times, say it again, keep
  saying, over and over, every occasion, tired of hearing, repetition
read_aloud | reading it aloud | aloud, out loud, read it aloud, loud, ear catches
know_audience | knowing the audience | audience, reader, who will be there, listeners, who is in the room,
  picture one, real person, what they know, write for, imagine the reader, their language, for whom
structure | a clear structure | structure, headings, numbered, bullet, outline, agenda, order, three parts,
  signpost
story | telling a story | story, stories, anecdote, tell them about, happened to you, example from,
  metaphor, picture, narrative, once upon, character
call_instead | talking instead of mailing | pick up the phone, phone call, call instead, call them, ring,
  ring up, walk over, go over, face to face, in person, instead of mail, not by email, don't email, never by
  email, by mail
visuals | showing a picture | picture, sketch, draw, drawing, chart, graph, visual, diagram, photo, map,
  image

# performing
rehearse | rehearsing out loud | rehearse, rehearsal, practise, practice, run through, run-through, dry run,
  out loud, in front of, mirror, say it in, word for word, full run, learn it, by heart, over and over, ten
  times, until it, train it
record_self | watching yourself on film | film yourself, film, record yourself, video, recording, watch
  yourself, camera, tape
know_room | knowing the room beforehand | room, stage, venue, the evening before, get there early,
  microphone, clicker, seat, arrive early, walk the
slow_down | saying less and slowing down | slow, slower, slow down, fewer words, fewest words, less, say
  less, talk less, speak slowly, pace, rush, rushed, hurry, pause, let it land, stop talking, full stop,
  keep talking, tempo, count to three
voice_body | voice and posture | voice, drop your voice, posture, feet, shoulders, eye contact, eyes, stand,
  standing, body language, gesture, hands, lean in, chin, look at them, handshake, smile
dress | dressing for it | jacket, coat, suit, dress, clothes, shoes, wear, well cut
seating | choosing where to sit | sit opposite, sit next, seat at, corner, head of the table, sit where
prepare | preparing thoroughly | prepare, preparation, prepared, homework, do your homework, research, read
  up, read their, in advance, beforehand, study, anticipate, plan the first, ready, background, know your
  facts, checklist, think through
first_line | preparing the first sentence | first line, opening line, first sentence, opening sentence, open
  with, start with a, first words, begin with
key_figures | knowing the key figures | by heart, four figures, key figures, know your numbers, know the
  numbers, figures by heart
answer_and_stop | answering briefly | answer it and, answer and stop, short answer, one-sentence answer,
  answer the question, then stop

# feedback
specific_facts | facts and examples instead of labels | specific, specifically, example, examples, fact,
  facts, observation, observe, observed, noticed, behaviour, behavior, what happened, what you saw, what i
  saw, camera, adjective, adjectives, concrete, exactly, exact, describe, not you're, not you are, effect
  on, impact on, judgement, label, labels
prompt_feedback | giving feedback at once | same day, same night, straight away, right away, immediately, at
  once, within 48 hours, 48 hours, little and often, often, small doses, don't wait, annual review, early,
  while it is fresh, fresh, on the spot
not_postpone | not putting it off | put off, putting off, postpone, delay, waiting, wait, don't wait,
  sooner, soon, today, now, never gets better, grows, gets worse, before it, outer limit, too late, do it
  now, tomorrow, early, first sign, months, procrastinate, avoid, same night
praise | praising what is good | praise, compliment, recognise, recognition, well done, good work, thank
  people, appreciate, appreciation, positive, catch them doing, celebrate, success, successes, credit
ask_feedback | asking for feedback | ask for feedback, feedback from, ask them how, more of and what less,
  how am i doing, do more of, what should i, what could i, criticise you, blind spot, 360, what did you
  notice, tell me one thing
in_private | talking in private | private, in private, walk, go for a walk, closed door, behind closed,
  nobody listening, not in front of, outside the office, neutral place, side by side
permission | asking permission first | permission, can i tell you, may i, is this a good, are you open,
  would you like
one_issue | one issue at a time | one thing at a time, one issue, single point, three examples

# deciding
decision_rights | clearing who decides | who decides, who has the last, last word, decides, final say, veto,
  vote, majority, consult, advice or, decision right, role in the decision, allowed alone, escalate, mandate
reversible | asking whether it can be undone | undo, undone, reversible, irreversible, one-way, two-way,
  door, go back, reverse, take it back, permanent
sleep_on_it | sleeping on it | sleep on, one night, overnight, next morning, tired, never after, gut, day
  later
base_rates | starting from facts, not from your own story | base rate, how often, evidence, data,
  statistics, other people, outside view, facts, analysis, history of, compare with, probability, odds, how
  sure
premortem | imagining the failure beforehand | imagine it failed, pre-mortem, premortem, imagine that, gone
  under, what could go wrong, worst case, how it happened, scenario, what if, risk, risks, plan b
decide_fast | deciding in time | decide quickly, quick decision, deadline for the decision, enough
  information, seventy percent, just go, good enough, deadline, overthink, decide by
criteria | agreeing criteria first | criteria, criterion, scorecard, weigh, must-have, nice to have,
  checklist, before you see
more_options | having more options | options, alternatives, third option, another option, other ways, more
  ideas, quantity, number on it
outside_view | bringing in outsiders | outsider, outsiders, outside, from another, other department, fresh
  eyes, stranger, someone who knows nothing, different industry, newcomer, user, users

# strategy and change
purpose | explaining the why | why, purpose, meaning, reason, reasons, what for, why it matters, bigger
  picture, big picture, explain why, sense, the why
line_of_sight | linking daily work to the company's goals | company goal, company goals, company's,
  corporate, strategy, strategic, objective, priorities, feeds, rolls up, growth plan, destination,
  direction, contributes, matters to the, link, linked, which of the, connect their, north star, firm's,
  vision
early_involvement | involving people early | involve, involved, early, from the start, before the slides,
  co-create, ask them first, let them shape, take part, participate, fingerprints, their idea, rough draft,
  half-finished, have a say, contribute, part of the, before it is finished
talk_beforehand | talking to each one before the meeting | beforehand, before the meeting, before the day,
  before the vote, each of them alone, every member, members, see each, visit each, one by one, corridor, in
  advance, week before, don't surprise, surprise me, surprise, pre-meeting, lobby, first time in the room,
  line up, go there first
sponsor | finding a sponsor | sponsor, ally, allies, champion, supporter, mention it, support from the top,
  advocate, backing, coalition, patron, top management
pilot | trying it small first | pilot, try it, try out, experiment, test, one site, one depot, one team,
  prototype, trial, small scale, start small, proof, first version
small_steps | going in small steps | small step, small steps, one step, step by step, slice, slices, first
  step, little by little, start small, bit by bit, break it down, chunk, every day a
results | showing results | results, track record, paid off, quick win, quick wins, early win, evidence,
  case study, prove, proof, last project, real figures, show them that
cost_of_nothing | naming the cost of doing nothing | cost of, costs, doing nothing, do nothing, price of,
  delay, what it costs, lose if, euro, money, business case, savings, return
personal_impact | saying what it means for each person | for him, for her, what's in it for, for each, means
  for, what it means, their own, personally, affects them, consequences for, each of them gets
middle_first | winning middle managers first | middle managers, middle management, team leaders first,
  supervisors first, line managers, foremen, ward managers
what_stays | saying what stays | what stays, what remains, stays the same, not change, keep what, what won't
  change
customers | learning from customers at first hand | customer, customers, client, clients, buyer, buyers,
  user, users, tenant, patients, visit, market, shop floor customers, stand in
go_and_see | going to see for yourself | go and see, go and sit, visit, shop floor, walk the floor, walk
  around, full shift, on site, with your own eyes, spend a day, shadow, front line, frontline, where the
  work, night shift, stand in, watch
future_view | thinking from the future back | future, five years, ten years, trend, trends, backwards, long
  term, horizon, scenario, imagine that it's
no_surprises | no surprises for the boss | surprise, surprises, caught out, early warning, warn, bad news
  first, before she hears, hear it from you, before the newspaper, never let
adapt_style | learning how they like to work | how she likes, how he likes, how they like, likes to,
  prefers, preference, her habits, his habits, habits, style, adapt, adjust, rhythm, detail or, mail or
  phone, how this one, phone or, wants it, read her, questions she asks
bring_solution | bringing a proposal with the problem | proposal, proposals, with a solution, bring a
  solution, come with, options, recommendation with
support_boss | supporting their goals | her goal, his goal, promised to, her success, make her look, make
  him look, first success, their success
manage_up | managing upward | boss, your boss, upward, manager, chief, ask your manager, above your pay
patience | patience and persistence | patience, patient, takes time, took years, persist, persistent,
  stubborn, never give up, chill, keep going, keep at it, long run
timing | choosing the moment | timing, right moment, moment, when the money, budget calendar, season, time
  of day, good time, after lunch, calendar year

# negotiating
walk_away | having an alternative to walk away to | alternative, alternatives, plan b, walk away, other
  supplier, second supplier, another quote, another offer, no deal, get up from, batna, second source,
  leave, real alternative, power
trade | never giving without getting | give without, concession, concessions, trade, in return, in exchange,
  against something, price tag, swap, if you then, cost you little, costs you nothing, give those away, quid
  pro quo
anchor | naming the first figure | first offer, first figure, name your figure, anchor, opening offer, aim
  high, ask for more, name a price
breakdown | asking how the price is made up | breakdown, cost breakdown, how the price, made up, margin,
  open book, labour

# learning and growing
learn_from_others | learning from those who can do it | mentor, role models, learn from, watch others, watch
  how, sit in with, someone who likes explaining, ask an expert, peer, peers, buddy, shadow, find someone,
  coach for, be coached, get yourself a coach
read_course | reading and courses | book, books, course, courses, read, training, podcast, class, seminar,
  workshop, magazine
hands_on | doing it with your own hands | yourself, by hand, hands on, own hands, from scratch, rebuild, raw
  data, do it once, spreadsheet, try it yourself, build one, export
practice_daily | a little every day | every day, daily, each day, ten minutes a day, habit, routine, little
  and often, each morning, every morning, every evening, five minutes, practise daily
reflect | looking back and noting lessons | reflect, reflection, journal, what did i learn, lessons, lesson,
  debrief, after each, after every, end of the day, review afterwards, look back, write down what, notice
dare | doing what you fear | fear, scared, afraid, dare, uncomfortable, comfort zone, brave, courage, dread,
  dreading, discomfort, volunteer
strengths | building on strengths | strength, strengths, good at, talent, what they do well, best at,
  already good
believe | believing in people's potential | potential, believe, rating, see the person, could become, expect
  great, written off, high expectations, rise to
growth_talk | talking about their future | career, development, growth, grow, where they want, future,
  ambitions, next role, promotion
ask_help | asking for help | ask for help, help, support, ask someone, not alone, get help, lean on
glossary | learning the vocabulary | glossary, terms, vocabulary, crib, acronyms, language of, definition,
  what words mean
question_data | questioning the numbers | of what, percentage, per cent, compared to, sample, source, what
  would you do differently, so what

# meetings and teams
meeting_goal | a clear purpose for every meeting | agenda, purpose of the meeting, goal of the meeting, aim,
  what should come out, outcome of the meeting, why we are here, invitation, objective at, know why, in one
  sentence, we will have
right_people | inviting only who is needed | fewer people, who needs to be, small group, five people,
  uninvite, optional, invite only, too many, crowd
material_before | papers sent beforehand | pre-read, pre-reading, papers, two pages, two days before,
  material, sent before, send in advance, read before
think_alone | thinking alone before talking | write before, alone first, cards, sticky notes, brainwriting,
  silent, quiet minutes, pen and paper, on their own first, for themselves, each writes, everybody writes,
  before they speak, made alone, come with ideas
no_judging | separating ideas from judging | judge, judging, criticise, criticism, but, yes and, no
  criticism, first ideas, evaluate, evaluation later
constraints | setting tight limits | limit, limits, constraint, constraints, without any, tight,
  restriction, narrow
change_place | changing the place | leave the building, another place, different room, outdoors, outside,
  walk
what_next | saying what happens next | what happens next, next steps, next step, who takes it, follow
  through, close the loop
time_zones | sharing the inconvenience fairly | time zone, time zones, rotate, share out, bad hours, at
  night, local holidays, holidays, fair, fairly, same people always
bonding | time together in person | together in person, in person, same place, offsite, team day, celebrate,
  team dinner, cook, get bored, personal bond, not about the work, social
celebrate | celebrating success | celebrate, celebration, party, applause, cheer, milestone reached, ring
  the bell
transparency | sharing what you know | share, transparent, transparency, open, openly, information, tell
  everyone, no secrets, publish, let them know, say openly
hire | choosing people with care | hire, hiring, interview, references, candidates, same questions, work
  sample, trial day, recruit
onboard | starting newcomers well | onboarding, newcomer, new starters, buddy, first week, first day,
  induction
checklist | a checklist for what repeats | checklist, template, standard, automate, automation, routine,
  process, same way
boundaries | keeping boundaries | boundary, boundaries, line, limit, weekend, after six, evenings, home,
  switch off, unavailable
delegate_up | naming the limits of your load | capacity, overloaded, more people, workload, too much, above
  your
fairness | treating people alike | fair, equal, same rules, favourites, treat
"""
