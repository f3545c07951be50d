"""Polish and Russian as people reply in them; Czech and Ukrainian as their mail programs write them."""

from mailflow.reading.languages.shape import Language, listed, rows

SLAVIC = (
    Language(
        code="pl",
        attribution_opens=listed("w dniu | dnia | wiadomość napisana przez | użytkownik"),
        attribution_verbs=listed("""
            napisał | napisała | napisał(a) | napisał/a | pisze | napisali | wiadomość napisana przez | napisał(-a)
        """),
        original=listed("""
            oryginalna wiadomość | wiadomość oryginalna | wiadomość pierwotna | treść oryginalnej wiadomości
        """),
        forwarded=listed("""
            wiadomość przekazana | przekazana wiadomość | wiadomość przesłana dalej | treść przekazanej wiadomości
            początek przekazywanej wiadomości | wiadomość przekazana dalej | przesyłana wiadomość
        """),
        from_keys=listed("od | nadawca"),
        header_keys=listed(
            "wysłano | wysłane | do | dw | udw | temat | data | odpowiedz do | adresat | ważność"
        ),
        sent_from=listed("""
            wysłane z | wysłano z | wysłane za pomocą | wysłane przez | pobierz program outlook | pobierz outlook
            wysłano za pomocą | uzyskaj outlook
        """),
        away_subjects=listed("automatyczna odpowiedź | autoodpowiedź | nieobecność | poza biurem | urlop"),
        greetings=listed("""
            cześć | witam | witaj | dzień dobry | szanowna | szanowny | szanowni | drogi | droga | drodzy | hej
            dobry wieczór
        """),
        sign_offs=listed("""
            pozdrawiam | pozdrawiam serdecznie | serdecznie pozdrawiam | pozdrowienia | z poważaniem
            z wyrazami szacunku | z pozdrowieniami | serdeczności | dziękuję | dzięki | pozdr | łączę pozdrowienia
            z góry dziękuję | powodzenia | miłego dnia
        """),
        ordinals=rows("""
            po pierwsze | najpierw | pierwsza rada | pierwsze
            po drugie | następnie | druga rada | drugie
            po trzecie | trzecia rada | trzecie
        """),
        last_words=listed("na koniec | wreszcie | po ostatnie"),
        cardinals=listed("jeden | dwa | trzy"),
        lead_ins=listed("oto | oto moje | moje trzy | trzy rady | trzy rzeczy | trzy wskazówki"),
        unfinished=listed("jeszcze myślę | jeszcze się zastanawiam | dopiszę"),
        away=listed("""
            jestem na urlopie | na urlopie | jestem nieobecny | jestem nieobecna | poza biurem | na zwolnieniu
            nie ma mnie w biurze
        """),
        away_courtesies=listed("""
            dziękuję za wiadomość | dziękuję za e-mail | wracam | po powrocie | w pilnych sprawach
            w sprawach pilnych | proszę o kontakt | ograniczony dostęp do
        """),
        first_person=listed("""
            mi | mnie | mój | moja | moje | mam | mogę | dziękuję | jestem | będę | chcę | muszę | odpowiem
            potrzebuję
        """),
        advising=listed("""
            nigdy | zawsze | kiedy | gdy | jeśli | jeżeli | oddaj | zapisz | napisz | pytaj | zapytaj | słuchaj
            zostaw | pozwól | zrób | unikaj | powiedz | pokaż | zacznij | przestań | przekaż | nie zabieraj
            nie przyjmuj
        """),
        yes=listed("""
            tak chętnie | tak z przyjemnością | tak oczywiście | chętnie | z przyjemnością | oczywiście
            zgadzam się | zgoda | pasuje mi | bardzo chętnie | z chęcią
        """),
        meeting=listed("kawa | kawę | pasuje | jestem wolny | jestem wolna | spotkanie | spotkajmy się"),
        no=listed("""
            nie dziękuję | niestety nie | nie mogę | nie mam czasu | nie tym razem | muszę odmówić
            nie jestem zainteresowany | nie jestem zainteresowana | dziękuję ale nie
        """),
        not_me=listed("nie jestem właściwą osobą | nie jestem odpowiednią osobą | ktoś inny"),
        instead=listed("zapytaj raczej | proszę zapytać | lepiej zapytać | lepszy byłby | lepsza byłaby"),
        later=listed("""
            daj mi | dajcie mi | proszę dać mi | proszę mi dać | potrzebuję * czasu | odpowiem | odezwę się
            wrócę do tego | muszę się zastanowić | muszę pomyśleć | dam znać
        """),
        soon=listed("w przyszłym tygodniu | później | jutro | w przyszłym miesiącu | za tydzień"),
        stop=listed("""
            nie piszcie do mnie | nie pisz do mnie | proszę nie pisać | nie wysyłajcie mi | nie wysyłać mi
            proszę mi nie wysyłać | proszę nie wysyłać mi | proszę o wypisanie | wypiszcie mnie | wypisz mnie
            usuńcie mnie | proszę mnie usunąć | nie kontaktujcie się ze mną | rezygnuję z subskrypcji
        """),
        thanks=listed("dziękuję | dzięki | bardzo dziękuję | dziękuję bardzo | nie ma za co"),
        question_opens=listed("kto | co | kiedy | gdzie | dlaczego | jak | jaki | jaka | czy | ile"),
        months=rows("""
            stycznia | styczeń
            lutego | luty
            marca | marzec
            kwietnia | kwiecień
            maja | maj
            czerwca | czerwiec
            lipca | lipiec
            sierpnia | sierpień
            września | wrzesień
            października | październik
            listopada | listopad
            grudnia | grudzień
        """),
        weekdays=rows("""
            poniedziałek | poniedziałku
            wtorek | wtorku
            środa | środę | środy
            czwartek | czwartku
            piątek | piątku
            sobota | sobotę | soboty
            niedziela | niedzielę | niedzieli
        """),
        days_ahead={"jutro": 1, "pojutrze": 2, "za tydzień": 7, "mi tydzień": 7, "tygodnia czasu": 7},
        next_week=listed("w przyszłym tygodniu | przyszły tydzień"),
        until_words=listed("do dnia | wracam | od | najpóźniej"),
        after_words=listed("po"),
        ahead_words=listed("za | daj mi | dajcie mi | proszę dać mi | proszę mi dać | potrzebuję"),
        day_units=listed("dzień | dni"),
        week_units=listed("tydzień | tygodnie | tygodni"),
        month_units=listed("miesiąc | miesiące | miesięcy"),
        small_numbers={"dwa": 2, "trzy": 3, "cztery": 4},
    ),
    Language(
        code="ru",
        attribution_opens=listed("""
            в понедельник | во вторник | в среду | в четверг | в пятницу | в субботу | в воскресенье | пользователь
        """),
        attribution_verbs=listed(
            "пишет | написал | написала | написал(а) | написал/а | писал | писал(а) | написали"
        ),
        original=listed(
            "исходное сообщение | оригинальное сообщение | первоначальное сообщение | исходное письмо"
        ),
        forwarded=listed("""
            пересылаемое сообщение | пересланное сообщение | перенаправленное сообщение | пересланное письмо
            начало переадресованного сообщения | начало пересылаемого сообщения | пересылаемое письмо
        """),
        from_keys=listed("от | от кого | отправитель"),
        header_keys=listed("отправлено | дата | кому | копия | тема | получатель | важность | ответить"),
        sent_from=listed("""
            отправлено с | отправлено из | отправлено через | скачать outlook | получить outlook | получите outlook
            отправлено от | послано с
        """),
        away_subjects=listed("автоматический ответ | автоответ | нет на месте | в отпуске | отсутствую"),
        greetings=listed("""
            привет | здравствуйте | здравствуй | добрый день | доброе утро | добрый вечер | уважаемый | уважаемая
            дорогой | дорогая | приветствую | уважаемые
        """),
        sign_offs=listed("""
            с уважением | с наилучшими пожеланиями | всего доброго | с приветом | спасибо | всего хорошего
            искренне ваш | заранее спасибо | хорошего дня | до связи | удачи | обнимаю | с благодарностью
        """),
        ordinals=rows("""
            во-первых | первое | первый совет | сначала
            во-вторых | второе | второй совет | затем
            в-третьих | третье | третий совет
        """),
        last_words=listed("наконец | и последнее | в заключение"),
        cardinals=listed("раз | два | три"),
        lead_ins=listed("вот мои | вот три | мои три | три совета | три вещи | мои советы"),
        unfinished=listed("ещё думаю | еще думаю | пришлю позже | допишу позже"),
        away=listed("""
            я в отпуске | в отпуске | нахожусь в отпуске | отсутствую | меня нет в офисе | не в офисе | в командировке
            на больничном
        """),
        away_courtesies=listed("""
            спасибо за ваше письмо/сообщение | спасибо за письмо/сообщение | по возвращении | вернусь
            по срочным вопросам | в срочных случаях | обращайтесь к | доступ к почте
        """),
        first_person=listed("я | мне | меня | мой | моя | моё | мои | мной | отвечу | могу | хочу"),
        advising=listed("""
            никогда | всегда | когда | если | отдавайте | отдавай | отдай | отдайте | запишите | запиши | спрашивайте
            спрашивай | спросите | спроси | слушайте | слушай | не забирайте | не забирай | дайте людям | избегайте
            избегай | давайте людям | давай людям | скажите | говорите | покажите | начните | перестаньте | не бойтесь | записывайте
        """),
        yes=listed("""
            да | да конечно | конечно | с удовольствием | с радостью | согласен | согласна | договорились
            буду рад | буду рада
        """),
        meeting=listed("кофе | подходит | удобно | свободен | свободна | встретимся | встреча"),
        no=listed("""
            нет | нет спасибо | к сожалению нет | не могу | у меня нет времени | нет времени | вынужден отказаться
            вынуждена отказаться | мне это неинтересно | не интересно | спасибо но нет
        """),
        not_me=listed("я не тот человек | кто-то другой"),
        instead=listed("спросите лучше | лучше спросить | обратитесь к | лучше спросите"),
        later=listed("""
            дайте мне | дай мне | мне нужно * время/времени | мне нужна | я отвечу | отвечу | вернусь к этому
            мне надо подумать | мне нужно подумать | я подумаю | дайте подумать
        """),
        soon=listed("на следующей неделе | позже | завтра | в следующем месяце | через неделю"),
        stop=listed("""
            не пишите мне | больше не пишите | не присылайте мне | не присылайте больше | не пиши мне
            отпишите меня | удалите меня | удалите мой адрес | прекратите писать | отписаться | исключите меня
            не отправляйте мне
        """),
        thanks=listed("спасибо | большое спасибо | благодарю | не за что"),
        question_opens=listed("кто | что | когда | где | почему | как | какой | какая | можно | сколько"),
        months=rows("""
            января | январь
            февраля | февраль
            марта | март
            апреля | апрель
            мая | май
            июня | июнь
            июля | июль
            августа | август
            сентября | сентябрь
            октября | октябрь
            ноября | ноябрь
            декабря | декабрь
        """),
        weekdays=rows("""
            понедельник | понедельника
            вторник | вторника
            среда | среду | среды
            четверг | четверга
            пятница | пятницу | пятницы
            суббота | субботу | субботы
            воскресенье | воскресенья
        """),
        days_ahead={"завтра": 1, "послезавтра": 2, "через неделю": 7, "мне неделю": 7, "нужна неделя": 7},
        next_week=listed("на следующей неделе | следующая неделя"),
        until_words=listed("до | к | с | вернусь | не позднее"),
        after_words=listed("после"),
        ahead_words=listed("через | дайте мне | дай мне | мне нужно"),
        day_units=listed("день | дня | дней"),
        week_units=listed("неделю | недели | недель"),
        month_units=listed("месяц | месяца | месяцев"),
        small_numbers={"две": 2, "два": 2, "три": 3, "десять": 10},
    ),
    Language(
        code="cs",
        attribution_opens=listed("dne | dňa"),
        attribution_verbs=listed("""
            napsal | napsala | napsal(a) | napsal/a | píše | napísal | napísala | napísal(a) | napsali
        """),
        original=listed(
            "původní zpráva | původní e-mail | původní email | pôvodná správa | originální zpráva"
        ),
        forwarded=listed("""
            přeposlaná zpráva | předaná zpráva | začátek přeposlané zprávy | přeposlaný e-mail | preposlaná správa
        """),
        from_keys=listed("od | odesílatel | odosielateľ"),
        header_keys=listed("odesláno | komu | kopie | předmět | datum | odoslané | predmet | dátum | kópia"),
        sent_from=listed("""
            odesláno z | odesláno pomocí | stáhnout outlook | získat outlook | získejte outlook | odoslané z | posláno z
        """),
        away_subjects=listed("automatická odpověď | mimo kancelář | nepřítomnost | automatická odpoveď"),
        greetings=listed("ahoj | dobrý den | vážený | vážená | milý | milá | zdravím | čau | dobré ráno"),
        sign_offs=listed("""
            s pozdravem | s přátelským pozdravem | pozdrav | zdraví | děkuji | díky | hezký den | s úctou | mějte se
            předem děkuji | s pozdravom
        """),
        thanks=listed("děkuji | děkuju | díky"),
    ),
    Language(
        code="uk",
        attribution_opens=listed("користувач"),
        attribution_verbs=listed("""
            пише | написав | написала | написав(ла) | написав(-ла) | написав/ла | написав(а) | писав | написали
        """),
        original=listed(
            "оригінальне повідомлення | вихідне повідомлення | початкове повідомлення | оригінал листа"
        ),
        forwarded=listed("""
            переслане повідомлення | перенаправлене повідомлення | переадресоване повідомлення | пересланий лист
            початок переадресованого повідомлення | початок листа що пересилається
        """),
        from_keys=listed("від | від кого | відправник"),
        header_keys=listed("надіслано | дата | кому | копія | тема | одержувач | отримувач"),
        sent_from=listed("""
            надіслано з | надіслано через | відправлено з | відправлено через | завантажити outlook | отримати outlook
            надіслано від
        """),
        away_subjects=listed("автоматична відповідь | автовідповідь | у відпустці | немає на місці"),
        greetings=listed("привіт | вітаю | добрий день | доброго дня | шановний | шановна | доброго ранку"),
        sign_offs=listed("""
            з повагою | з найкращими побажаннями | дякую | всього найкращого | щиро ваш | гарного дня | щиро дякую
        """),
        thanks=listed("дякую | щиро дякую | дуже дякую"),
    ),
)
