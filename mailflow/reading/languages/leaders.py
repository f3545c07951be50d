"""What leaders write back in few words, in the languages that letters are offered in.

Phrases as in `shape`: matched on folded text; a bar between them, `a/b` for either word.
"""

from mailflow.reading.languages.shape import listed, phrases

# A clause that begins with one of these says yes, whatever else it says.
YES_FIRST = phrases(
    listed("""
    yes | yep | yeah | yup | yess | yes please | aye | affirmative | absolutely | definitely | certainly | of course | agreed
    approved | confirmed | accepted | go | lgtm | ja | jawohl | jo | jepp | genau | einverstanden | freigegeben | bestätigt
    oui | ouais | d'accord | entendu | validé | sí | claro que sí | por supuesto | desde luego | conforme | aprobado
    confirmado | de acuerdo
    """)
)
# Wherever these stand, they say yes.
YES_ANYWHERE = phrases(
    listed("""
    go ahead | go for it | off you go | fire away | ship it | let's go | let's do it/this | let's get started
    send it | send them | send these | send those | send both | send all three | please send | send away | can be sent | may be sent | can go out
    please do | please proceed | proceed | happy to proceed | do it | just do it | looks good | looks great | looks fine | looks right
    looks perfect | look good | look great | look fine | looking good | looks spot on | sounds good | sounds great | sounds perfect
    all good | good to go | good for me | fine by me | fine with me | ok with me | okay with me | works for me | that works | i approve
    i confirm | i agree | i am happy with it/this/that/them/these | i'm happy with it/this/that/them/these | happy with it/this/that/them/these
    that's right | that is right | that's correct | that is correct | all correct | this is correct | is perfect | it is mine
    it's mine | that was me | you have my yes | yes from me | it's a yes | it is a yes | i say yes | a clear yes | why not | green light
    no changes | nothing to change | no objections | nothing to add
    ok for me | okay for me | raus damit | bin einverstanden | on y va
    passt | passt so | in ordnung | bitte senden | bitte abschicken | bitte verschicken | bitte rausschicken | schick es | schicken sie
    kann raus | kann so raus | können so raus | los | los geht's | alles klar | alles gut | sieht gut aus | sehen gut aus | klingt gut
    geht so raus | so abschicken | so senden | so machen wir es/das | machen wir so | ich bin einverstanden | ich stimme zu | freigabe
    keine änderungen | keine einwände | nichts zu ändern | gerne so
    c'est bon | c'est parfait | c'est très bien | tout est bon | ça me va | ça me convient | allez-y | vas-y | vous pouvez envoyer
    vous pouvez y aller | tu peux envoyer | envoyez | envoie | c'est parti | je valide | je confirme | j'approuve | je suis d'accord
    rien à changer | aucun changement | très bien
    está bien | está perfecto | todo bien | todo correcto | todo en orden | adelante | envíalo | envíalos | envíelo | envíelos
    envíenlo | mándalo | mándalos | por favor envía | puedes enviarlo | puede enviarlo | lo apruebo | lo confirmo | estoy de acuerdo
    sin cambios | nada que cambiar | me parece bien
    """)
)
# These say yes where nothing but them is said.
YES_ALONE = phrases(
    listed("""
    ok | okay | k | y | sure | sure thing | fine | great | perfect | excellent | brilliant | lovely | good | very good | super | wonderful
    fantastic | correct | right | thumbs up | all right | alright | gut | prima | toll | perfekt | super | gerne | klar | sehr gut
    bestens | okidoki | parfait | bien | très bien | super | génial | impeccable | nickel | bien sûr | si | vale | perfecto | genial
    claro | bien | muy bien | estupendo | correcto
    """)
)
THUMBS = frozenset("\U0001f44d\u2705\U0001f44c\u2714\u2611\U0001f64c")
# These may stand around a yes and change nothing.
HARMLESS = phrases(
    listed("""
    no problem | no problems | no worries | can't wait | cannot wait | couldn't be better | could not be better | without changes
    when/whenever you/you're/are ready | when/whenever you are ready | once you're/you ready | as soon as you can | as soon as possible | as before
    as is | as they are | as it is | first coffee | only yes | not bad | don't worry
    kein problem | keine sorge | so bald wie möglich | sobald wie möglich | wie es ist | kann es kaum erwarten
    pas de problème | pas de souci | sans problème | dès que possible | tel quel | tels quels | j'ai hâte
    sin problema | ningún problema | no hay problema | cuanto antes | tal cual | tal como está
    """)
)
# A condition, a change, a doubt: what stands beside these is no yes and no plain no.
RESERVES = phrases(
    listed("""
    but | however | except | though | although | instead | rather | change | changes | changed | changing | replace | swap
    substitute | remove | delete | add | wrong | mistake | typo | misspelled | misspelt | spelling | fix | correct | adjust | tweak | reword
    wait | hold | hold on | hold off | not yet | yet | until | till | before | after | once | as soon as | if | unless | provided | when | assuming
    only | first | later | tomorrow | next week | next month | monday | tuesday | wednesday | thursday | friday | maybe | perhaps | possibly
    probably | think about | think it over | sleep on it | not sure | unsure | let me | give me | don't | do not | doesn't | isn't | is not
    shouldn't | should be | should read | should say | please use | could you | can you | would you | can we | could we | one thing | not quite
    almost | nearly | in principle
    aber | jedoch | allerdings | außer | wenn | falls | sobald | erst | noch nicht | statt | anstatt | ändern | ändere | geändert | falsch
    tippfehler | warte | warten | warten sie | bitte noch | vorher | zuerst | später | morgen | vielleicht | unsicher | nicht | im prinzip
    grundsätzlich | fast | könnten sie | kannst du | nur
    mais | sauf | par contre | toutefois | cependant | si vous | si tu | si elle | si il | s'il y a | quand | dès que | attendez | attends | pas encore | changer
    changez | modifier | corriger | plutôt | peut-être | demain | avant | après | d'abord | pas | presque | pourriez-vous | à condition
    pero | excepto | salvo | si tú | si usted | si no | si puedes | si ella | si él | cuando | espera | espere | todavía no | aún no | cambiar | cambia | corregir | quizá
    quizás | tal vez | mañana | antes | después | primero | casi | podrías | a condición | siempre que
    """)
)
NOT_YET = phrases(
    listed(
        "not yet | yet | not now | noch nicht | jetzt nicht | pas encore | pas maintenant | todavía no | aún no | ahora no"
    )
)
# A clause that begins with one of these says no.
NO_FIRST = phrases(
    listed("""
    no | nope | nah | no thanks | no thank you | nein | nee | nein danke | non | non merci | no gracias | lieber nicht | doch nicht
    bitte nicht | mejor no | surtout pas | please don't | rather not
    """)
)
NO_ANYWHERE = phrases(
    listed("""
    cancel | cancel it/this/everything/that | call it off | let's not | let us not | forget it | forget about it | never mind | nevermind | drop it
    abort | scrap it/this | i changed my mind | i've changed my mind | i have changed my mind | don't send | do not send | don't do it
    do not do it | i'd rather not | i would rather not | not interested | not mine | it is not mine | it's not mine | that was not me | that wasn't me
    this wasn't me | i don't want this/to | i do not want this/to | not any more | not anymore
    abbrechen | brich ab | brechen sie ab | nicht senden | nicht abschicken | nicht verschicken | vergiss es | vergessen sie es
    hab's mir anders überlegt | habe es mir anders überlegt | doch lieber nicht | lassen wir es/das | das war ich nicht | nicht von mir
    annulez | annule | annuler | n'envoyez pas | n'envoyez rien | n'envoie rien | laissez tomber | laisse tomber | j'ai changé d'avis | ce n'était pas moi | ce n'est pas moi
    cancela | cancelar | cancélalo | no lo envíes | no los envíes | no envíes nada | olvídalo | déjalo | he cambiado de opinión | no fui yo | no es mío
    """)
)
NEGATED = phrases(
    listed("""
    not | don't | do not | doesn't | never | won't | cannot | can't | isn't | no | nicht | kein | keine | nie | ne | pas | jamais | nunca | n't
    """)
)

# --- orders while pieces are gathered ---

CANCEL = phrases(
    listed("""
    cancel | cancel it/this/everything/that/all | cancel the * | call it/this off | call the whole thing off | end this/it | end the engagement | abort | stop this/it/everything
    stop the * | let's stop | let's end this/it | i want to stop | i would like to stop | shut it/this down
    abbrechen | brich es/das ab | bitte brechen sie ab | beenden | annuler | annulez | annule | arrêtez tout | on arrête | cancelar | cancela | cancélalo | cancele
    """)
)
HOLD = phrases(
    listed("""
    pause | pausing | put it/this/everything on hold | put the * on hold | on hold | hold everything | hold on | hold this | hold | stop for now | take a break | freeze
    pausieren | pausiere | pausiert | pause machen | auf eis | anhalten | mettez en pause | mets en pause | mettre en pause | en pause | pausa | pausar | en espera
    """)
)
RESUME = phrases(
    listed("""
    resume | unpause | continue | carry on | go on | go on again | restart | pick it up again | pick this up again | start again | back on
    weiter | weitermachen | fortsetzen | geht weiter | reprendre | reprenez | reprends | on reprend | continuez | continue | reanudar | reanuda | continuar | continúa | sigue
    """)
)
PROGRESS = phrases(
    listed("""
    status | how is it going | how's it going | how is it coming along | how does it stand | how do things stand | how do we stand | how are we doing | how's it looking | how is it looking | where are we
    where do we stand | where do things stand | how far are we | how far along | any news | any answers | any replies | any word | any progress | anything yet | what is the state | what's the state
    progress | update please | an update | any update | any updates | give me an update | who has answered | who has replied | who answered | who is missing | who's missing | how many
    has/have anyone/anybody answered/replied | still outstanding | who is left | haven't heard | have not heard | has * answered | has * replied | did * answer | did * reply | have they answered/replied
    wie steht es | wie steht's | wie ist der stand | stand der dinge | wie sieht es aus | wie sieht's aus | wie weit sind wir | gibt es neuigkeiten | gibt's was neues | wer hat geantwortet | zwischenstand
    où en est-on | où en sommes-nous | où en est | des nouvelles | du nouveau | quel est l'état | qui a répondu | cómo va | cómo vamos | cómo van | alguna novedad | hay novedades | en qué punto | quién ha respondido | estado
    """)
)
NUDGE = phrases(
    listed("""
    nudge | nudging | remind | reminder | chase | ping | poke | follow up | prod | jog * memory | write to * again | ask * again | push
    erinnere | erinnern | erinnerung | nachhaken | hak * nach | nachfassen | anstoßen | relance | relancer | relancez | rappelle | rappelez | rappel | recuérda | recuérdale | recuerda | recordatorio | insiste
    """)
)
NO_NUDGE = phrases(
    listed("""
    don't nudge | do not nudge | don't remind | do not remind | don't chase | do not chase | no need to | no more reminders | no reminder | no reminders | stop reminding | stop chasing | not remind | nicht erinnern | keine erinnerung
    i'll remind | i will remind | i'll ask | i will ask | i'll talk | i will talk | i'll speak | i will speak | i'll call | i will call | i'll chase | i'll nudge | i will nudge | ask * myself | remind * myself | ask yourself | myself | in person
    ich erinnere | ich frage | ich spreche | selbst | persönlich | je vais relancer | je vais lui | moi-même | en personne | yo mismo | yo misma | le preguntaré | en persona
    """)
)
WAIT = phrases(
    listed("""
    wait | waiting | more time | give her time | give him time | give them time | give her/him/them another/a/one/two | be patient | no rush | no hurry | leave her/him/them be | longer
    warte | warten | mehr zeit | noch zeit | gib ihr zeit | gib ihm zeit | attendre | attends | attendez | attendons | plus de temps | patientons | laisse-lui | laissez-lui | esperar | espera | espere | esperemos | más tiempo | dale tiempo
    """)
)
THANKS = phrases(
    listed("""
    thanks | thank you | many thanks | cheers | ta | danke | dankeschön | vielen dank | merci | gracias | muchas gracias | much appreciated | appreciated | received | noted | got it | understood
    good news | great news | nice | wonderful | verstanden | erhalten | bien reçu | recibido | entendido
    """)
)
TELL_THEM = phrases(
    listed("""
    tell them | you may tell | you can tell | let them know | tell the experts | tell my experts | sag es ihnen | sagen sie es ihnen | erzähl es ihnen | erzählen sie es ihnen | sie dürfen es erfahren
    dites-leur | dites leur | dis-leur | vous pouvez leur dire | díselo | dígaselo | cuéntaselo | cuénteselo | puedes decírselo | puede decírselo
    """)
)
MAY_I = phrases(
    listed(
        "can i | could i | may i | what if | what happens | how do i | how can i | is it possible | am i able | kann ich | wie kann ich | puis-je | est-ce que je peux | puedo | se puede"
    )
)

# --- names and addresses ---

TOLD = phrases(
    listed("""
    told me | said | says | gave me | answered | her three | his three | their three | three from | suggested | advised | mentioned | recommended | shared | her advice | his advice | their advice | her answers | his answers
    answers from | advice from | coffee with | spoke to/with | talked to/with | met | heard from
    sagte | sagt | meinte | riet | rät | hat mir | hat gesagt | drei von | gesprochen mit | m'a dit | m'a donné | m'a conseillé | a dit | a conseillé | me dijo | dijo | me ha dicho | me aconsejó | me dio | aconsejó
    """)
)
SWAP = phrases(
    listed("""
    instead of | instead | replace | replaced by | swap | substitute | in place of | rather than | in her place | in his place | somebody else | someone else
    statt | anstelle | anstatt | ersetze | ersetzen | tausche | à la place | remplacer | remplacez | remplace | plutôt que | en lugar de | en vez de | cambia | cambiar | sustituye | sustituir | reemplaza
    """)
)
ASK = phrases(
    listed(
        "ask | take | try | use | invite | go with | frag | frage | fragen sie | nimm | nehmen sie | demandez | demande | prenez | pregunta | pregúntale | preguntad"
    )
)
ADDRESS_IS = phrases(
    listed("""
    address is | address | email is | e-mail is | mail is | email | adresse ist | adresse | adresse est | l'adresse | mail est | dirección es | dirección | correo es | correo | reach her | reach him | reach them | at this address | try
    """)
)
DROP = phrases(
    listed("""
    drop | leave out | leave * out | without | skip | remove | not | forget about | take out | except | ohne | lass * weg | streiche | nicht | sans | enlevez | retirez | pas | sin | quita | menos
    """)
)

# --- after the ninth piece ---

STANDS = phrases(
    listed("""
    it stands | that stands | stands | as written | as it is | as is | as it stands | leave it | leave it as it is | that is what i mean | that's what i mean | i mean it as written | keep it | keep it as it is | keep as is
    it is one | it's one | it is one thing | it's one thing | it really is one | that is my goal | that's my goal | it is final | it's final | that's final | final | i'm happy with it | i am happy with it | good enough
    i insist | i stand by it | i'll stay with it | i stick to it | i'll stick with it | i stick with it | i accept | i accept it | take it as it is | as drafted | as proposed | no change | no changes | that's it | both | keep both | it stays | stays as it is | i want it as broad as it is
    bleibt so | es bleibt so | so lassen | bleibt dabei | es bleibt dabei | ich bleibe dabei | lass es so | so ist es gemeint | ist eins | das ist mein ziel | genau so
    tel quel | telle quelle | c'est mon objectif | ça reste | je maintiens | gardez tel quel | on garde | c'est une seule chose | así queda | se queda así | tal cual | lo mantengo | déjalo así | es mi objetivo | es una sola cosa
    """)
)
NONE = phrases(
    listed("""
    none | none of these | none of them | none of those | neither | no thread | not any of these | nothing fits | i see no * thread | i don't see * thread | there is no * thread | keine | keiner | keiner davon | keine davon | keines davon | kein roter faden | passt nicht
    aucun | aucune | aucun de ceux-ci | aucune de celles-ci | pas de fil | ninguno | ninguna | ninguno de estos | ninguna de estas | no hay hilo
    """)
)
TOGETHER = phrases(
    listed("""
    belong | belongs | are about | is about | together | thread | theme | call | called | piece | pieces | number | numbers | same | all about | go together | gehören | zusammen | faden | nenn | nenne | nennen | stück | stücke | vont ensemble | ensemble
    appelle | appelez | appelons | fil | van juntas | van juntos | juntas | juntos | hilo | llámalo | llámala | llamémoslo
    """)
)
GOAL_IS = phrases(
    listed("""
    my goal | the goal | goal | i will | i'll | i want to | i am going to | i'm going to | by the end of | by | until | mein ziel | ziel | ich werde | ich will | bis | mon objectif | objectif | je vais | je veux | d'ici | d'ici à
    mi objetivo | objetivo | voy a | quiero | antes de | para finales
    """)
)

# --- patterns: how a choice, a title, a change of the capability are worded ---

OPENINGS = r"^(?:(?:well|so|oh|and|then|great|hi|hello|hey|hallo|bonjour|hola|thanks|thank you|danke|merci|gracias|perfect|ok|okay|also|alors|pues|bueno|please|bitte)\b[\s,]*)+"
AROUND_A_LETTER = frozenset(
    """
    option candidate thread theme letter i i'd i'll would say choose pick take go for with let's let us it is the one please my choice that's that
    clearly definitely la le el los die der das je prends opción elijo ich nehme variante bitte s'il vous plaît por favor yes ok okay vote
    number be goes best fits think thanks
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
CANDIDATES = {
    "first": 0, "second": 1, "third": 2, "erste": 0, "ersten": 0, "zweite": 1, "zweiten": 1, "dritte": 2, "dritten": 2, "premier": 0, "première": 0,
    "deuxième": 1, "troisième": 2, "primero": 0, "primera": 0, "segundo": 1, "segunda": 1, "tercero": 2, "tercera": 2,
}  # fmt: skip
TITLES = (
    r"(?:\b(?:call(?:ed)?|name|title)\s+(?:it|this|that|them)|\bcalled|\btitle|\bnenn(?:e|en)?\s+(?:es|wir\s+es|sie|das)|\bappel(?:le|ez|ons)[\s-]?(?:les|le|la|ça)"
    r"|\bllám(?:alo|ala|alos|emoslo)|\bllamémoslo|\babout|:|=|[–—]|\s-)\s*(?:is\s+)?(.+)$"
)
TITLES_BEFORE = r"\b(?:thread|theme|it|faden|fil|hilo)\b[^.:\d]{0,20}?\s*(?:\bis|'s|ist|est|es)\s+(?:all\s+)?(?:about\s+)?([^(:\d]{3,80}?)\s*[(:–-]*\s*$"
_IS = r"(?:is|are|should\s+(?:be|read|say)|to|into|lautet|ist|soll\s+(?:lauten|heißen|sein)|auf|est|devrait\s+être|en|es|debería\s+ser|a|por)"
CAPABILITY_IS = rf"\b(?:capability|skill|ability|topic|focus|fähigkeit|kompetenz|thema|capacité|compétence|capacidad|habilidad)\s*(?::|{_IS}\b:?)\s*(.+)"
CHOICE_LEADS = (
    r"^(?:(?:i\s+know\b[^.!?\n]{0,60}?\bbut|ok(?:ay)?|well|then|yes|ja|oui|sí|rather|just|only|probably|more\s+specifically|specifically|concretely|i\s+mean|it's|it\s+is|"
    r"let's\s+(?:start\s+with|go\s+with|go\s+for|take|focus\s+on|say)|i'd\s+(?:take|start\s+with|say|choose|pick|go\s+with)|i\s+(?:choose|pick|take)|"
    r"make\s+it|take|start\s+with|focus\s+on|first|lieber|dann|nehmen\s+wir|ich\s+nehme|zuerst|plutôt|alors|je\s+prends|d'abord|mejor|entonces|elijo|primero)\b[\s,:]*)+(?=\S)"
)
CHOICE_ENDS = r"(?:[\s,]+(?:comes\s+first|first|please|then|it\s+is|for\s+now|zuerst|bitte|d'abord|s'il\s+vous\s+plaît|primero|por\s+favor)){1,3}[\s.!]*$"
