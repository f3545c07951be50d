"""Languages the letters are not written in.

Italian, Dutch and Portuguese stand here, the others in modules of their own; of each the plain words of a reply,
or at least what mail programs write, enough to leave quotes out.
"""

from mailflow.reading.languages.eastern import EASTERN
from mailflow.reading.languages.nordic import NORDIC
from mailflow.reading.languages.shape import Language, listed, rows
from mailflow.reading.languages.slavic import SLAVIC

ELSEWHERE = (
    Language(
        code="it",
        attribution_opens=listed("il | in data"),
        attribution_verbs=listed("ha scritto | scrive"),
        original=listed("messaggio originale | messaggio di origine"),
        forwarded=listed("messaggio inoltrato | inizio messaggio inoltrato | inizio del messaggio inoltrato"),
        from_keys=listed("da | mittente"),
        header_keys=listed("inviato | a | cc | oggetto | data | per | destinatario | rispondi a | priorità"),
        sent_from=listed(
            "inviato da | inviato dal mio | inviato con | ottieni outlook | scarica outlook | inviata da"
        ),
        away_subjects=listed("risposta automatica | fuori sede | fuori ufficio"),
        greetings=listed("ciao | salve | caro | cara | gentile | buongiorno | buonasera"),
        sign_offs=listed("""
            saluti | cordiali saluti | un caro saluto | un saluto | a presto | grazie | grazie mille | un abbraccio
        """),
        ordinals=rows("""
            primo | per primo | prima cosa | innanzitutto | in primo luogo
            secondo | per secondo | seconda cosa | in secondo luogo | poi
            terzo | per terzo | terza cosa | in terzo luogo
        """),
        last_words=listed("infine | per ultimo | e infine"),
        cardinals=listed("uno | due | tre"),
        lead_ins=listed("ecco i miei | ecco | i miei tre | tre consigli | tre cose"),
        first_person=listed(
            "io | mi | me | mio | mia | miei | mie | sono | ho | scrivetemi | contattatemi | dammi | datemi"
        ),
        advising=listed(
            "mai | sempre | quando | se | consegna | scrivi | chiedi | ascolta | lascia | fai | dì | evita"
        ),
        unfinished=listed("ci penso | ci sto pensando | segue | in arrivo"),
        yes=listed("sì | si volentieri | volentieri | certo | va bene | d'accordo | con piacere"),
        meeting=listed("caffè | va bene | mi va bene | disponibile | libero | libera"),
        no=listed(
            "no | no grazie | non posso | non ho tempo | purtroppo no | non mi interessa | devo declinare"
        ),
        not_me=listed("non sono la persona | qualcun altro"),
        instead=listed("chiedi a | chieda a | chiedete a | sarebbe meglio"),
        later=listed("""
            dammi | mi dia | datemi | ho bisogno di * tempo | ci penso | ti rispondo | le rispondo | vi rispondo
            ti faccio sapere | fammi pensare
        """),
        soon=listed("la prossima settimana | la settimana prossima | più tardi | domani | il mese prossimo"),
        stop=listed("""
            non scrivetemi | non scrivermi | non mi scriva | non mi scrivete | non contattatemi | cancellatemi
            cancella la mia iscrizione | disiscrivimi | annullare l'iscrizione | basta email
        """),
        thanks=listed("grazie | grazie mille | prego | di nulla | di niente | perfetto"),
        question_opens=listed("chi | cosa | che | quando | dove | perché | come | quale | è | si tratta"),
        months=rows("""
            gennaio
            febbraio
            marzo
            aprile
            maggio
            giugno
            luglio
            agosto
            settembre
            ottobre
            novembre
            dicembre
        """),
        weekdays=rows("""
            lunedì
            martedì
            mercoledì
            giovedì
            venerdì
            sabato
            domenica
        """),
        days_ahead={"oggi": 0, "domani": 1, "dopodomani": 2},
        next_week=listed("la prossima settimana | prossima settimana | settimana prossima"),
        until_words=listed("entro | entro il | fino al | prima del | dal | il"),
        after_words=listed("dopo il"),
        ahead_words=listed("tra | fra | dammi | mi dia | datemi | entro"),
        day_units=listed("giorno | giorni"),
        week_units=listed("settimana | settimane"),
        month_units=listed("mese | mesi"),
        small_numbers={"un": 1, "una": 1, "due": 2, "tre": 3, "quattro": 4, "dieci": 10},
    ),
    Language(
        code="nl",
        attribution_opens=listed("op"),
        attribution_verbs=listed("schreef | heeft geschreven | het volgende geschreven"),
        original=listed("oorspronkelijk bericht | origineel bericht | oorspronkelijke bericht"),
        forwarded=listed("doorgestuurd bericht | begin doorgestuurd bericht | doorgestuurde bericht"),
        from_keys=listed("van | afzender"),
        header_keys=listed(
            "verzonden | aan | cc | kopie | onderwerp | datum | antwoord aan | beantwoorden aan"
        ),
        sent_from=listed("""
            verstuurd vanaf | verzonden vanaf | verzonden vanuit | verzonden met | verstuurd met | outlook voor
            download outlook | verzonden via | verstuurd via
        """),
        away_subjects=listed("automatisch antwoord | afwezig | niet aanwezig"),
        greetings=listed("hoi | hallo | beste | geachte | dag | goedemorgen | goedemiddag | goedenavond"),
        sign_offs=listed("""
            groet | groeten | groetjes | met vriendelijke groet | vriendelijke groeten | hartelijke groet | mvg | bedankt
            alvast bedankt | tot snel | veel succes
        """),
        ordinals=rows("""
            ten eerste | eerst | als eerste | de eerste
            ten tweede | daarna | als tweede | de tweede
            ten derde | als derde | de derde
        """),
        last_words=listed("tot slot | ten slotte | als laatste"),
        cardinals=listed("een | twee | drie"),
        lead_ins=listed("hier zijn | mijn drie | drie dingen | drie tips"),
        first_person=listed("ik | mij | me | mijn | mijne"),
        advising=listed(
            "nooit | altijd | als | wanneer | neem | geef | schrijf | vraag | luister | laat | doe | maak | zeg | stop"
        ),
        unfinished=listed("volgt | komt nog | ik denk er | nog nadenken"),
        yes=listed("ja | ja graag | graag | natuurlijk | zeker | prima | met plezier | leuk, doe ik"),
        meeting=listed("koffie | is goed | schikt | komt uit | beschikbaar | vrij op | afspraak"),
        no=listed(
            "nee | nee dank je | nee bedankt | helaas niet | geen tijd | geen interesse | kan niet meedoen | ik pas"
        ),
        not_me=listed("niet de juiste | iemand anders"),
        instead=listed("vraag | beter | in plaats daarvan"),
        later=listed("""
            geef me | geef mij | geeft u mij | meer tijd | even nadenken | kom er op terug | kom erop terug | laat het weten
            ik antwoord | ik stuur | ik laat * weten
        """),
        soon=listed("volgende week | volgende maand | morgen | later"),
        stop=listed("""
            geen * mails/e-mails/emails/berichten meer | stuur mij geen | stuur me geen | schrijf mij niet | schrijf me niet
            niet meer mailen | niet meer * mailen/schrijven/benaderen | afmelden | uitschrijven | van uw lijst
        """),
        thanks=listed("bedankt | dank je | dank u | graag gedaan | geen dank | perfect"),
        question_opens=listed(
            "wie | wat | wanneer | waar | waarom | hoe | welke | is | zijn | gaat | kan | mag"
        ),
        months=rows("""
            januari
            februari
            maart
            april
            mei
            juni
            juli
            augustus
            september
            oktober
            november
            december
        """),
        weekdays=rows("""
            maandag
            dinsdag
            woensdag
            donderdag
            vrijdag
            zaterdag
            zondag
        """),
        days_ahead={"vandaag": 0, "overmorgen": 2},
        next_week=listed("volgende week | komende week"),
        until_words=listed("tot | voor | vanaf | op | uiterlijk"),
        after_words=listed("na"),
        ahead_words=listed("binnen | geef me | geef mij | nog"),
        day_units=listed("dag | dagen"),
        week_units=listed("week | weken"),
        month_units=listed("maand | maanden"),
        small_numbers={"een": 1, "twee": 2, "drie": 3, "vier": 4, "tien": 10},
    ),
    Language(
        code="pt",
        attribution_opens=listed("em | no dia | às"),
        attribution_verbs=listed("escreveu"),
        original=listed("mensagem original | mensagem de origem"),
        forwarded=listed("""
            mensagem encaminhada | mensagem reencaminhada | início da mensagem encaminhada
            início da mensagem reencaminhada | mensagem reenviada | início da mensagem reenviada
        """),
        from_keys=listed("de | remetente"),
        header_keys=listed(
            "enviado | enviada | enviado em | enviada em | para | cc | assunto | data | responder a"
        ),
        sent_from=listed("""
            enviado do meu | enviado pelo | enviado do | enviado de | enviado a partir | obter o outlook | obtenha o outlook
            enviado através | baixar outlook | enviado com | enviado via
        """),
        away_subjects=listed("resposta automática | ausente | fora do escritório"),
        greetings=listed("olá | oi | caro | cara | prezado | prezada | bom dia | boa tarde | boa noite"),
        sign_offs=listed("""
            abraço | um abraço | abraços | atenciosamente | cumprimentos | com os melhores cumprimentos | saudações | obrigado
            obrigada | até breve | grande abraço
        """),
        ordinals=rows("""
            primeiro | primeira | em primeiro lugar | o primeiro
            segundo | segunda | em segundo lugar | o segundo | depois
            terceiro | terceira | em terceiro lugar | o terceiro
        """),
        last_words=listed("por fim | finalmente | por último"),
        cardinals=listed("um | dois | três"),
        lead_ins=listed("aqui vão | aqui estão | meus três | três conselhos | três coisas"),
        first_person=listed("eu | me | mim | meu | minha | meus | minhas | estou | posso | tenho | vou"),
        advising=listed(
            "nunca | sempre | quando | se | entregue | entrega | escreva | pergunte | escute | deixe | evite | diga"
        ),
        unfinished=listed("ainda pensando | a seguir | em breve"),
        yes=listed("sim | claro | com prazer | com certeza | combinado | será um prazer"),
        meeting=listed("café | está bom | disponível | livre | reunião"),
        no=listed(
            "não | não obrigado | não obrigada | não posso | não tenho tempo | infelizmente não | prefiro não"
        ),
        not_me=listed("não sou a pessoa | outra pessoa"),
        instead=listed("pergunte a | pergunte ao | pergunte à | fale com | seria melhor"),
        later=listed("""
            me dê | dê-me | me dá | dá-me | preciso de * tempo | mais tempo | vou pensar | te respondo | respondo até
            lhe respondo | deixe-me pensar
        """),
        soon=listed(
            "semana que vem | na próxima semana | próxima semana | mais tarde | amanhã | mês que vem"
        ),
        stop=listed("""
            não me escrevam | não me escreva | não me contactem | não me contatem | não quero receber | parem de me
            cancelar a inscrição | descadastrar | me removam | remova-me | pare de me
        """),
        thanks=listed("obrigado | obrigada | muito obrigado | muito obrigada | de nada | perfeito"),
        question_opens=listed("quem | o que | qual | quando | onde | por que | como | é | são | posso"),
        months=rows("""
            janeiro
            fevereiro
            março
            abril
            maio
            junho
            julho
            agosto
            setembro
            outubro
            novembro
            dezembro
        """),
        weekdays=rows("""
            segunda-feira
            terça-feira
            quarta-feira
            quinta-feira
            sexta-feira
            sábado
            domingo
        """),
        days_ahead={"hoje": 0, "amanhã": 1, "depois de amanhã": 2},
        next_week=listed("semana que vem | na próxima semana | próxima semana"),
        until_words=listed("até | até o | até a | antes de | a partir de | no dia"),
        after_words=listed("depois de | após | depois do dia"),
        ahead_words=listed("em | daqui a | me dê | dê-me | me dá | preciso de"),
        day_units=listed("dia | dias"),
        week_units=listed("semana | semanas"),
        month_units=listed("mês | meses"),
        small_numbers={"um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "dez": 10},
    ),
    *NORDIC,
    *SLAVIC,
    *EASTERN,
)
