"""German, as people and mail programs write it."""

from mailflow.reading.languages.shape import Language, listed, rows

GERMAN = Language(
    code="de",
    attribution_opens=listed("am | von"),
    attribution_verbs=listed("schrieb | schrieben | hat geschrieben | geschrieben"),
    original=listed("ursprüngliche nachricht | originalnachricht | original-nachricht | original-mail"),
    forwarded=listed(
        "weitergeleitete nachricht | anfang der weitergeleiteten nachricht | weitergeleitet von"
    ),
    from_keys=listed("von | absender"),
    header_keys=listed("gesendet | an | cc | kopie | betreff | datum | wichtigkeit | antwort an"),
    sent_from=listed("""
        von meinem iphone | von meinem ipad | von meinem handy | von meinem mobiltelefon | von meinem samsung
        gesendet von | gesendet aus | von meiner | von meinem galaxy | diese nachricht wurde von meinem | von unterwegs | holen sie sich outlook
        outlook für | gesendet mit
    """),
    away_subjects=listed("""
        automatische antwort | abwesenheitsnotiz | abwesenheit | abwesend | abwesenheitsmeldung | außer haus
        nicht im büro | ich bin nicht im büro | abwesenheitsassistent | urlaub | im urlaub
    """),
    bounce_subjects=listed("""
        unzustellbar | nicht zustellbar | mail nicht zustellbar | nachricht nicht zugestellt
        übermittlungsfehler
        zustellung fehlgeschlagen | verzögerte zustellung
    """),
    calendar_yes=listed("zugesagt | angenommen | mit vorbehalt angenommen | mit vorbehalt"),
    calendar_no=listed("abgelehnt | abgesagt"),
    greetings=listed("""
        hallo | hi | hey | liebe | lieber | sehr geehrte | sehr geehrter | guten tag | guten morgen
        guten abend
        moin | servus | grüezi | grüß gott | werte | werter | salü
    """),
    sign_offs=listed("""
        viele grüße | viele liebe grüße | liebe grüße | lieben gruß | beste grüße | herzliche grüße
        schöne grüße
        herzlichen gruß | besten gruß | mit freundlichen grüßen | mit freundlichem gruß | freundliche grüße
        mit besten grüßen | mit herzlichen grüßen | mit lieben grüßen | mit vielen grüßen | grüße
        gruß | lg | vg
        mfg | bg | viele gruesse | liebe gruesse | mit freundlichen gruessen | herzlich | herzlichst
        ihr | ihre | dein | deine | danke | vielen dank | besten dank | bis bald | bis dann | alles gute
        freundliche grüsse | liebe grüsse | viele grüsse | herzliche grüsse | beste grüsse | ciao | tschüss
        hochachtungsvoll | schönen gruß | viel erfolg | mit freundlichen grüssen
    """),
    wishes=listed("""
        hoffe * hilft | ich hoffe | hoffentlich hilft | viel erfolg | alles gute | viel glück
        grüß/grüßen * von mir | schöne grüße an | melde dich | melden sie sich | bei fragen | bei rückfragen
        gern geschehen | freut mich | freue mich
        danke für die/deine/ihre anfrage/mail/nachricht/frage/einladung
        vielen dank für | schöne frage | gute frage | entschuldige die | entschuldigen sie die | sorry für die
        das war's | das wär's | das wäre es | mehr fällt mir nicht ein | sag/sagen * bescheid
        gern/gerne helfe ich | helfe gern/gerne
    """),
    disclaimers=listed("""
        diese e-mail/mail/nachricht enthält | diese e-mail/mail/nachricht ist vertraulich
        diese e-mail/mail/nachricht kann | der inhalt dieser e-mail/mail/nachricht
        die in dieser e-mail/mail/nachricht | vertraulichkeitshinweis | haftungsausschluss
        wenn sie nicht der * adressat/empfänger | falls sie nicht der * adressat/empfänger
        sollten sie nicht der | bitte denken sie an die umwelt | bitte prüfen sie | virenfrei
        amtsgericht | geschäftsführer | geschäftsführung | handelsregister | sitz der gesellschaft | ust-id
        rechtlicher hinweis | datenschutzhinweis
    """),
    ordinals=rows("""
        erstens | als erstes | zuerst | zunächst | zum ersten | der erste | das erste | mein erster | 1tens
        zweitens | als zweites | dann | danach | zum zweiten | der zweite | das zweite | mein zweiter | als nächstes
        drittens | als drittes | zum dritten | der dritte | das dritte | mein dritter
        viertens | als viertes
        fünftens
    """),
    last_words=listed(
        "schließlich | zuletzt | als letztes | zum schluss | und schließlich | zu guter letzt | letztens"
    ),
    cardinals=listed("eins | zwei | drei | vier | fünf | sechs"),
    lead_ins=listed("""
        hier meine | hier sind | hier kommen | meine drei | meine 3 | drei dinge | drei tipps | drei punkte
        drei ratschläge | drei gedanken | drei sachen | zwei dinge | zwei punkte | ich würde sagen | ich rate
        mein rat | meine ratschläge | meine tipps | meine gedanken | meine antworten | folgende | folgendes
        wie versprochen | spontan fällt mir
    """),
    unfinished=listed("""
        folgt | folgen | kommt noch | kommt später | kommt morgen | reiche ich nach | liefere ich nach
        muss ich noch | überlege noch | überlege ich noch | denke noch | denke ich noch | noch nachdenken
        melde mich | schicke ich | sende ich | noch offen | fällt mir noch | weiß ich noch nicht | dazu später
    """),
    postscript=listed("ps | p.s | p.s. | p. s. | nachtrag | ach ja"),
    away=listed("""
        nicht im büro | außer haus | im urlaub | in urlaub | in elternzeit | in mutterschutz | abwesend
        auf dienstreise | nicht erreichbar | nicht im haus | nicht am platz | im mutterschutz
        nicht mehr für | nicht mehr bei | nicht mehr im unternehmen
    """),
    away_courtesies=listed("""
        vielen dank für ihre/deine e-mail/mail/nachricht | danke für ihre/deine e-mail/mail/nachricht
        nach meiner rückkehr | wenn ich zurück bin | ab dem | in dringenden fällen
        in dringenden angelegenheiten
        wenden sie sich | bitte kontaktieren | während meiner abwesenheit | keinen zugriff auf
        wird nicht weitergeleitet | werden nicht weitergeleitet | nicht gelesen | bin ich wieder
        bei dringenden | schnellstmöglich | so bald wie möglich | in meiner abwesenheit
    """),
    first_person=listed("""
        ich | mir | mich | mein | meine | meinen | meinem | meiner | meines
    """),
    advising=listed("""
        nie | niemals | immer | wenn | falls | sobald | bevor | frag | frage | fragen sie | hör | höre | hören sie
        zeig | zeige | sag | sage | sagen sie | nimm | nehmen sie | gib | geben sie | lass | lasse | lassen sie
        mach | mache | sei | seien sie | lerne | lern | übe | üb | vermeide | sprich | sprechen sie | schreib | schreibe
        schreiben sie | finde | plane | plan | achte | versuche | versuch | übergib | übergeben sie | halte | halt
        bring | bringe | such | suche | stell | stelle | stellen sie | fang | fange | beginne | beginn | hole | hol
        erklär | erkläre | vertrau | vertraue | danke ihnen | leg | lege | setz | setze | triff | bleib | bleibe | geh
        tu | verabrede | definiere | kläre | klär | teile | teil | denk | denke | lies | streich | streiche | übertrag
        übertrage | delegiere | lobe | lob | baue | bau | man sollte | du solltest | sie sollten | statt | anstatt
    """),
    yes=listed("""
        ja | ja gern | ja gerne | gern | gerne | sehr gern | sehr gerne | klar | na klar | natürlich
        selbstverständlich | auf jeden fall | unbedingt | mit vergnügen | freue mich | passt | bin dabei
        mache ich | mach ich | einverstanden | in ordnung | geht klar | abgemacht | sicher | jawohl
        okay | ok | helfe gern | helfe gerne | das war ich | ist von mir
    """),
    meeting=listed("""
        kaffee | treffen | telefonat | telefonieren | anruf | anrufen | termin | mittagessen | zoom | teams
        videocall | halbe stunde | passt | kalender | uhr
    """),
    no=listed("""
        nein | nein danke | leider nein | leider nicht | kann ich leider | kann leider nicht
        muss leider absagen
        muss absagen | muss ich absagen | sage ab | lehne ab | muss ablehnen | leider ablehnen | möchte nicht
        möchte ich nicht | will nicht | will ich nicht | keine zeit | nicht die zeit | schaffe ich nicht
        schaffe es * nicht | kann nicht teilnehmen | nicht teilnehmen | nicht mitmachen | kein interesse
        nicht interessiert | bin nicht der richtige | bin nicht die richtige | nicht der richtige
        nicht die richtige | fehlt * die zeit | fehlt mir * zeit | falscher ansprechpartner | falsche ansprechpartnerin | ohne mich | passe
        kann * nicht helfen | nicht weiterhelfen | nicht von mir | war ich nicht | bin raus
        interessenkonflikt
    """),
    not_me=listed("""
        nicht ich | nicht mich | nicht der richtige | nicht die richtige | nicht mein gebiet | nicht mein thema | jemand anders
        jemand anderes | kein experte | keine expertin | besser geeignet
    """),
    instead=listed("""
        frag | fragen sie | fragt | frage | sprich mit | sprechen sie mit | wende dich | wenden sie sich
        besser geeignet | wäre besser | wäre * besser | kann * besser | ist * besser | weiß * besser
        stattdessen
        empfehle | schlage
    """),
    private=listed("""
        unter uns | vertraulich | im vertrauen | bitte nicht weitersagen | nicht weitergeben
        behalten sie * für sich | behalte * für dich
    """),
    withdraw=listed("""
        ziehe * zurück | lasst mich raus | lassen sie mich raus | bitte nicht verwenden | nicht verwenden
        lösch/lösche/löschen meine antworten/antwort/ratschläge
    """),
    later=listed("""
        melde mich | melde ich mich | brauche * zeit | brauche noch | gib mir | geben sie mir
        geben sie mir bitte
        gebt mir | muss * nachdenken | muss * überlegen | noch nachdenken | darüber nachdenken
        darüber schlafen | drüber nachdenken | drüber schlafen | muss ich * nachdenken | muss ich * überlegen
        überlege | überlegen | antworte | schicke | sende | schreibe * bis | liefere | reiche * nach
        erst nach | erst ab | erst im | erst am | im moment nicht | zurzeit nicht | zur zeit nicht | gerade nicht | momentan nicht
        diese woche nicht | bin bis | im urlaub bis | bis ich zurück bin | mehr zeit | etwas zeit
        ein paar tage
        erinnere mich | erinnern sie mich | land unter | zweiter kaffee | zweiten kaffee | noch einen kaffee
        wieder melden | mache * morgen | komme * dazu
    """),
    soon=listed("""
        später | nächste woche | kommende woche | nächsten monat | ende der woche | morgen | demnächst | bald
    """),
    stop=listed("""
        abmelden | abbestellen | austragen | stopp | stop | keine * mails | keine * e-mails | keine * emails
        keine * nachrichten | keine weiteren | nicht mehr * schreiben | nicht mehr * kontaktieren
        nicht mehr * anschreiben | nicht mehr * kontaktiert | nicht mehr * angeschrieben
        hören sie auf mir | hör auf mir | hören sie * auf mir | aufhören mir | aus * verteiler
        von ihrer liste
        nehmen sie mich | streichen sie mich | streicht mich | löschen sie meine | lösch meine
        löschen sie mich | widerspreche * verarbeitung | widerspruch gegen | lassen sie mich in ruhe
        lass mich in ruhe | lasst mich in ruhe | das ist spam | schreiben sie mir nicht | schreib mir nicht
        schreibt mir nicht | kontaktieren sie mich nicht | artikel 17 | art. 17
    """),
    wrong_person=listed(
        "falsche person | falsche adresse | falschen | verwechslung | verwechseln | kenne keine/keinen"
    ),
    thanks=listed("""
        danke | vielen dank | dank | gern geschehen | gerne | kein problem | keine ursache | bitte
        bitte sehr
        alles klar | perfekt | super | prima | toll | passt | stimmt | genau | erhalten | angekommen
        freut mich
        viel erfolg | alles gute
    """),
    question_opens=listed("""
        wer | was | wann | wo | welche | welcher | welches | warum | wieso | wie | ist | sind | kann | können
        soll | sollen | darf | dürfen | geht | meinst | meinen | hat | haben | muss | wird | worum
        wozu | woher
    """),
    change=listed("""
        ändere | ändern | bitte ändern | korrigiere | korrektur | ersetze | ersetzen | statt | nummer
        nr | punkt
        zu | mein | tausche | änderung | bei
    """),
    nameless=listed("""
        ohne meinen namen | anonym | namen nicht nennen | nicht namentlich | ohne namen | ohne nennung
    """),
    clarifying=listed("""
        meinst du | meinen sie | geht es um | geht es dabei | was genau | wie ist das gemeint
        können sie mir sagen
        kannst du mir sagen | wer sind sie | wer bist du | soll ich | darf ich | kann ich | muss das
        ist das für
    """),
    obligations=listed("ich muss | muss ich | ich habe noch | ich soll | während meiner abwesenheit"),
    urging=listed("""
        du | dein | deine | deinen | dir | dich | sie | ihr | ihre | nie | niemals | immer | solltest
        sollten | frag
        frage | fragen | hör | höre | zeig | zeige | sag | sage | nimm | gib | lass | mach | mache
        sei | lerne | übe
        vermeide | sprich | schreib | schreibe | finde | plane | achte | versuche
    """),
    pointers=listed(
        "siehe unten | siehe anhang | im anhang | anbei | meine antworten stehen | unten | weiter unten"
    ),
    months=rows("""
        januar | jan | jänner
        februar | feb | feber
        märz | maerz | mär | mrz
        april | apr
        mai
        juni | jun
        juli | jul
        august | aug
        september | sep | sept
        oktober | okt
        november | nov
        dezember | dez
    """),
    weekdays=rows("""
        montag | montags | mo
        dienstag | di
        mittwoch | mi
        donnerstag | do
        freitag | fr
        samstag | sonnabend | sa
        sonntag | so
    """),
    days_ahead={"heute": 0, "heute abend": 0, "morgen": 1, "übermorgen": 2},
    next_week=listed(
        "nächste woche | nächster woche | kommende woche | kommender woche | anfang nächster woche"
    ),
    next_month=listed("nächsten monat | nächster monat | kommenden monat | nächstem monat"),
    end_of_next_week=listed("ende nächster woche | ende der nächsten woche | ende kommender woche"),
    end_of_week=listed("ende der woche | ende dieser woche | bis zum wochenende | wochenende | ende woche"),
    end_of_month=listed("ende des monats | monatsende | ende dieses monats"),
    until_words=listed("""
        bis | bis zum | bis spätestens | am | ab | ab dem | bis einschließlich | zurück am
        wieder da am | vom
        wieder am | diesen | diese | diesem | dieser | kommenden | kommender | zum | wieder ab | spätestens
        bis kommenden | bis zum kommenden | bis diesen
    """),
    after_words=listed("nach | nach dem | erst nach dem"),
    ahead_words=listed(
        "in | in etwa | in ca | innerhalb von | binnen | noch | gib mir | geben sie mir | brauche"
    ),
    ahead_after_words=listed("zeit | bedenkzeit | später"),
    day_units=listed("tag | tage | tagen"),
    week_units=listed("woche | wochen"),
    month_units=listed("monat | monate | monaten"),
    next_words=listed("nächsten | nächster | nächste | nächstem"),
    small_numbers={
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "einem": 1,
        "einer": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "zehn": 10,
    },
)
