"""Swedish and Danish as people reply in them; Norwegian and Finnish as their mail programs write them."""

from mailflow.reading.languages.shape import Language, listed, rows

_MONTHS = """
    januari | januar
    februari | februar
    mars | marts
    april
    maj | mai
    juni
    juli
    augusti | august
    september
    oktober
    november
    december | desember
"""

NORDIC = (
    Language(
        code="sv",
        attribution_opens=listed("den"),
        attribution_verbs=listed("skrev | skrev följande | har skrivit"),
        original=listed("ursprungligt meddelande | originalmeddelande | ursprungligt mejl"),
        forwarded=listed("""
            vidarebefordrat meddelande | vidarebefordrat brev | vidarebefordrat mejl | vidarebefordrad e-post
            påbörjat vidarebefordrat meddelande | börja vidarebefordrat meddelande
        """),
        from_keys=listed("från | avsändare"),
        header_keys=listed("skickat | till | kopia | ämne | datum | svara till | prioritet"),
        sent_from=listed("""
            skickat från | skickades från | skickad från | skickat med | hämta outlook | skaffa outlook
        """),
        away_subjects=listed("autosvar | automatiskt svar | frånvarande | frånvaromeddelande"),
        greetings=listed("hej | hejsan | hallå | tjena | kära | käre | bästa | bäste | god morgon | god dag"),
        sign_offs=listed("""
            hälsningar | med vänliga hälsningar | med vänlig hälsning | vänliga hälsningar | vänligen | mvh
            bästa hälsningar | hälsar | allt gott | kram | tack på förhand | ha det bra | lycka till
        """),
        ordinals=rows("""
            för det första | först | första
            för det andra | sedan | andra
            för det tredje | tredje
        """),
        last_words=listed("till sist | slutligen | sist"),
        cardinals=listed("ett | två | tre"),
        lead_ins=listed("här är | här kommer | mina tre | tre råd | tre saker | tre tips"),
        unfinished=listed("jag återkommer | kommer senare | funderar fortfarande | tänker fortfarande"),
        away=listed("""
            är på semester | på semester | är bortrest | inte på kontoret | är föräldraledig | är tjänstledig
        """),
        away_courtesies=listed("""
            tack för ditt mejl/mail/meddelande | tillbaka den | åter den | vid brådskande ärenden | jag är åter
            svarar så snart | begränsad tillgång till
        """),
        first_person=listed("jag | mig"),
        advising=listed("""
            aldrig | alltid | när | om du | lämna | skriv | fråga | lyssna | låt | ge | gör | säg | ta aldrig | ta inte
            undvik | börja | sluta | bestäm | visa
        """),
        yes=listed("""
            ja gärna | gärna | absolut gärna | javisst | självklart | med nöje | det låter bra | jag är med | ja tack
            det passar
        """),
        meeting=listed("kaffe | fika | passar bra | passar mig | är ledig | träffas"),
        no=listed("""
            nej | nej tack | tyvärr inte | jag har inte tid | har jag inte tid | har inte tid | har tyvärr inte tid | jag kan inte | jag hinner inte
            måste tacka nej | tackar nej | jag avböjer
        """),
        not_me=listed("inte rätt person | någon annan"),
        instead=listed("fråga hellre | kontakta hellre | fråga istället | bättre att fråga"),
        later=listed("""
            ge mig | jag behöver * tid | jag svarar | jag återkommer | låt mig fundera | låt mig tänka | jag hör av mig
        """),
        soon=listed("nästa vecka | senare | i morgon | imorgon | nästa månad"),
        stop=listed("""
            skicka inte fler | skicka inga fler | sluta skicka | sluta mejla | sluta maila | kontakta mig inte
            mejla mig inte | avregistrera mig | ta bort mig | avsluta prenumerationen | avprenumerera
        """),
        thanks=listed("tack | tack så mycket | tusen tack | stort tack | varsågod"),
        question_opens=listed("vem | vad | när | var | varför | hur | vilken | vilka | är | kan | ska"),
        months=rows(_MONTHS),
        weekdays=rows("""
            måndag
            tisdag
            onsdag
            torsdag
            fredag
            lördag
            söndag
        """),
        days_ahead={"imorgon": 1, "i morgon": 1, "i övermorgon": 2},
        next_week=listed("nästa vecka"),
        until_words=listed(
            "till | till den | fram till | tillbaka | tillbaka den | åter | åter den | senast"
        ),
        after_words=listed("efter den"),
        ahead_words=listed("om | ge mig | inom"),
        day_units=listed("dag | dagar"),
        week_units=listed("vecka | veckor"),
        month_units=listed("månad | månader"),
        small_numbers={"en": 1, "ett": 1, "två": 2, "tre": 3, "tio": 10},
    ),
    Language(
        code="da",
        attribution_opens=listed("den | på | mandag | tirsdag | onsdag | torsdag | fredag | lørdag | søndag"),
        attribution_verbs=listed("skrev | skrev følgende | har skrevet"),
        original=listed("oprindelig meddelelse | original meddelelse | oprindelig besked | oprindelig mail"),
        forwarded=listed("""
            videresendt meddelelse | videresendt besked | videresendt mail | start på videresendt besked
            start på videresendt meddelelse | begyndelse på videresendt besked
        """),
        from_keys=listed("fra | afsender"),
        header_keys=listed("sendt | til | cc | kopi | emne | dato | svar til | prioritet"),
        sent_from=listed("sendt fra | sendt med | hent outlook | få outlook | sendt via"),
        away_subjects=listed("automatisk svar | autosvar | ikke til stede | fraværende | fraværsbesked"),
        greetings=listed("hej | kære | goddag | godmorgen | hallo"),
        sign_offs=listed("""
            hilsen | med venlig hilsen | venlig hilsen | venlige hilsner | mange hilsner | bedste hilsner | mvh | vh
            de bedste hilsner | med venlige hilsner | kærlig hilsen | knus | på forhånd tak | hav en god dag
        """),
        ordinals=rows("""
            for det første | først | det første
            for det andet | dernæst | det andet
            for det tredje | det tredje
        """),
        last_words=listed("til sidst | endelig"),
        lead_ins=listed("her er | her kommer | mine tre | tre råd | tre ting"),
        unfinished=listed("jeg vender tilbage | kommer senere | tænker stadig | følger senere"),
        away=listed("""
            på ferie | er bortrejst | ikke på kontoret | er på barsel | er på orlov | har ferie | holder ferie
        """),
        away_courtesies=listed("""
            tak for din mail/besked/e-mail | tilbage den | i hastetilfælde | ved hastesager | begrænset adgang til
            svarer hurtigst muligt | jeg er tilbage
        """),
        first_person=listed("jeg | mig"),
        advising=listed("""
            aldrig | altid | når | hvis | skriv | spørg | lyt | lad | giv resultatet | gør | sig | tag aldrig
            tag ikke | undgå | begynd | overlad | overdrag | vis | beslut
        """),
        yes=listed(
            "ja tak | ja meget gerne | ja gerne | meget gerne | selvfølgelig | det lyder godt | jeg er med"
        ),
        meeting=listed("kaffe | passer fint | passer godt | passer mig | er ledig | mødes"),
        no=listed("""
            nej | nej tak | desværre ikke | jeg har ikke tid | har desværre ikke tid | jeg kan ikke | takker nej
            må * takke nej | må takke nej | må melde afbud
        """),
        not_me=listed("ikke den rette person | en anden"),
        instead=listed("spørg hellere | kontakt hellere | spørg i stedet"),
        later=listed("""
            giv mig | jeg skal bruge * tid | jeg har brug for * tid | jeg svarer | jeg vender tilbage
            lad mig tænke | du hører fra mig
        """),
        soon=listed("næste uge | senere | i morgen | næste måned"),
        stop=listed("""
            send ikke flere | send mig ikke | stop med at sende | stop med at skrive | skriv ikke til mig
            kontakt mig ikke | afmeld mig | frameld mig | fjern mig | slet mig fra
        """),
        thanks=listed("tak | mange tak | tusind tak | selv tak | tak for"),
        question_opens=listed("hvem | hvad | hvornår | hvor | hvorfor | hvordan | hvilken | er | kan | skal"),
        months=rows(_MONTHS),
        weekdays=rows("""
            mandag
            tirsdag
            onsdag
            torsdag
            fredag
            lørdag
            søndag
        """),
        days_ahead={"i morgen": 1, "i overmorgen": 2},
        next_week=listed("næste uge"),
        until_words=listed("til den | indtil | indtil den | tilbage | tilbage den | senest"),
        after_words=listed("efter den"),
        ahead_words=listed("om | giv mig | inden for"),
        day_units=listed("dag | dage"),
        week_units=listed("uge | uger"),
        month_units=listed("måned | måneder"),
        small_numbers={"en": 1, "et": 1, "to": 2, "tre": 3, "ti": 10},
    ),
    Language(
        code="no",
        attribution_opens=listed("den | på | mandag | tirsdag | onsdag | torsdag | fredag | lørdag | søndag"),
        attribution_verbs=listed("skrev | skrev følgende | har skrevet"),
        original=listed("opprinnelig melding | original melding | opprinnelig e-post | opprinneleg melding"),
        forwarded=listed("""
            videresendt melding | videresendt e-post | starten på videresendt melding
            starten på den videresendte meldingen | begynnelse på videresendt melding
        """),
        from_keys=listed("fra | avsender"),
        header_keys=listed("sendt | til | kopi | kopi til | emne | dato | svar til"),
        sent_from=listed("sendt fra | sendt med | skaff outlook | skaff deg outlook | få outlook"),
        away_subjects=listed("automatisk svar | autosvar | fraværende | fraværsmelding | ikke på kontoret"),
        greetings=listed("hei | kjære | god dag | god morgen"),
        sign_offs=listed("""
            hilsen | med vennlig hilsen | vennlig hilsen | beste hilsen | med beste hilsen | mvh | takk | klem
            med vennlige hilsener | ha en fin dag | på forhånd takk
        """),
        thanks=listed("takk | mange takk | tusen takk | takk for"),
    ),
    Language(
        code="fi",
        attribution_verbs=listed("kirjoitti | kirjoitti seuraavaa | kirjoitti näin"),
        original=listed("alkuperäinen viesti | alkuperäinen sähköposti"),
        forwarded=listed("""
            välitetty viesti | edelleenlähetetty viesti | edelleen lähetetty viesti | välitetty viesti alkaa
            välitetyn viestin alku | lähetetty edelleen
        """),
        from_keys=listed("lähettäjä"),
        header_keys=listed("""
            lähetetty | vastaanottaja | vastaanottajat | kopio | aihe | päivämäärä | päiväys | pvm | tärkeys
        """),
        sent_from=listed("lähetetty | lähetetty iphonesta | hanki outlook | lataa outlook | hae outlook"),
        away_subjects=listed(
            "automaattinen vastaus | poissa | poissaoloviesti | lomalla | poissa toimistosta"
        ),
        greetings=listed("hei | moi | terve | hyvä | hyvää päivää | hyvää huomenta | moikka"),
        sign_offs=listed("""
            terveisin | ystävällisin terveisin | parhain terveisin | terveiset | yst.terv | terv | yt | kiitos
            kiitos etukäteen | kiittäen | ystävällisesti | hyvää päivänjatkoa
        """),
        thanks=listed("kiitos | kiitos paljon | kiitoksia"),
    ),
)
