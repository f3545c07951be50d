"""The words of capabilities: verbs leaders use, nouns that look like verbs, names too broad to act on."""

VERBS = frozenset(
    """
    accept act adapt address admit agree align allocate analyse analyze answer anticipate apologise
    apologize appreciate argue arrange ask assert assess assign attend attract avoid be become begin
    break bring budget build calm cancel celebrate chair challenge change check choose clarify close
    coach coax collaborate come commit communicate compete concentrate confront connect consult control
    convince coordinate cope correct create criticise criticize cut deal debate debrief decide define
    delegate deliver demonstrate design detach develop die direct disagree discuss distinguish
    distribute drive earn edit elicit embed empower enable encourage end engage ensure enter escalate
    establish estimate evaluate execute exercise expect experiment explain express face facilitate fail
    feel fight filter find finish fire focus follow forecast foster frame free gain gather generate get
    give go grow guide hand handle have hear help hire hold host identify ignore implement improve
    influence innovate inspire integrate interview introduce invest invite involve join judge juggle
    jump keep land launch lead learn let lie lift limit listen look lose maintain make manage master
    measure mediate meet mentor micromanage mobilise mobilize model moderate monitor motivate move
    navigate negotiate network notice offer onboard open oppose organise organize oversee own pace
    participate pause pay perform persuade pick pitch plan play practice practise praise prepare present
    prevent prioritise prioritize probe produce promote protect prove provide pull push put question
    raise reach read recap receive recognise recognize recover recruit reduce refer reflect refuse
    reject relax release remain remember remove report request require research resist resolve respect
    respond restructure retain rethink return review reward run save say scale schedule scope search
    secure see seek sell send separate serve set settle shape share show simplify sit slow solve sort
    speak spot stand start stay steer stop strengthen stretch structure succeed suggest summarise
    summarize supervise support surprise survive sustain switch sync take talk teach tell test thank
    think tie track train transform translate travel treat trust try turn understand update use value
    visit visualise visualize wait walk watch welcome win work worry write zoom
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
# Verbs of two syllables that double their last letter.
DOUBLING = frozenset(
    """
    admit commit refer begin control cancel forget permit prefer submit rebut debug map plan
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
# Verbs that alone, or before another noun, are rather nouns ("change management", "focus").
NOUNS_TOO = frozenset(
    """
    change work design network project plan process influence trust focus pitch support train coach hire
    deal hand pace value test play time budget control research report judge mentor drive practice
    practise question answer offer interview share model measure move review schedule forecast host
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
# Gerunds that stand as nouns of a discipline when nothing follows them ("networking", "coaching").
NOUNS_ALONE = frozenset(
    """
    networking coaching mentoring training writing planning selling negotiating communicating listening
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
# Two words for one thing, the article's own first.
ONE_THING = (
    ("network", "relationship"),
    ("hir", "retain"),
    ("hir", "keep"),
    ("plan", "prioriti"),
    ("feedback", "coach"),
    ("listen", "ask"),
    ("give", "receiv"),
    ("giving", "receiv"),
    ("difficult", "conversation"),
    ("trust", "relationship"),
    ("conflict", "tension"),
    ("decision", "judg"),
    ("attract", "keep"),
)
# Small words and endings that English does not have.
FOREIGN = frozenset(
    """
    der die das den dem ein eine einen einem und zu mit im bei meine meinen meiner mein unsere treffen
    führen geben sagen nein besser bessere setzen delegieren zuhören sprechen verhandeln vor ohne le la
    les des du de et mes mon ma nos une en dire déléguer mieux prendre faire parler el los las con mi
    mis y para por que tomar decir hablar mejor del gestión delegar
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
FOREIGN_ENDINGS = (
    "ungen",
    "nung",
    "lung",
    "dung",
    "gung",
    "heit",
    "keit",
    "schaft",
    "ieren",
    "ción",
    "miento",
)
BROAD = frozenset(
    " ".join(entry.split())
    for line in """
    leadership | leading | management | managing | managing people | people management | people skills
    soft skills | communication | communicating | communication skills | leadership skills
    management skills | being a better leader | being a leader | better leader | a better leader
    being a good leader | being a better manager | a better manager | better manager | growth | business
    personal development | self development | strategy | success | productivity | performance
    effectiveness | everything | teamwork | being better | being more effective | f\u00fchrung
    f\u00fchrungskompetenz | kommunikation | soziale kompetenz | le leadership | la communication
    management d'\u00e9quipe | el liderazgo | liderazgo | la comunicaci\u00f3n | comunicaci\u00f3n
    lead | to lead | leading people | leading my team | lead better | leading better | leading a team | my leadership
    leadership style | people leadership | personal growth | being a great leader | a great leader | a good leader
    be a better leader | be a better manager | become a better leader | become a better manager | work | influence
    mitarbeiterf\u00fchrung | f\u00fchren | besser f\u00fchren | personalf\u00fchrung | management | kommunizieren | diriger | manager
    mieux diriger | communiquer | la gestion d'\u00e9quipe | liderar | liderar mejor | gesti\u00f3n | comunicar | el liderazgo personal
    """.splitlines()
    for entry in line.split("|")
    if entry.strip()
)
