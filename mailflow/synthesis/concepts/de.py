"""German: the same practices, by the same keys, in the words German-speaking leaders use."""

TABLE = """
say_no | öfter Nein sagen | nein, nein sagen, ablehnen, absagen, abwehren, ohne ausreden, nicht jetzt
prioritise | das Wichtigste zuerst | priorität, prioritäten, wichtigste, das wichtigste, wesentliche,
  reihenfolge, fokus, drei dinge, eine sache
stop_things | entscheiden, was aufhört | aufhören, einstellen, streichen, beenden, weglassen, aufgeben,
  abschaffen
protect_time | Zeit für das Wichtige schützen | blocken, zeitblock, schützen, tür zu, kalender, termin mit
  mir, ungestört, freihalten, reservieren, zeitfenster
first_in_day | das Wichtige zuerst am Tag | morgens, am morgen, früh, vor den mails, als erstes, vormittag
interruptions | Posteingang und Meldungen zu | posteingang, benachrichtigungen, handy, ablenkung, offline,
  telefon weg, zweimal am tag
rest | ausruhen und Kraft schöpfen | schlaf, schlafen, pause, pausen, erholung, urlaub, feierabend
track_time | sehen, wohin die Zeit geht | zeitprotokoll, protokoll führen, wohin deine zeit, halbe stunde
hand_over | Arbeit abgeben | abgeben, delegieren, übergeben, loslassen, übertragen, aus der hand
outcome_not_method | das Ergebnis vereinbaren, nicht den Weg | ergebnis, ziel, nicht der weg, das wie, den
  weg, eigener weg, wie sie es machen, woran erkennt, was fertig heißt
checkpoints | vereinbarte Zwischenstände | zwischenstand, meilenstein, nachfragen, zwischendurch,
  kontrolltermin
allow_mistakes | Fehler zulassen | fehler, scheitern, schiefgehen, ausprobieren lassen, verzeihen, perfekt,
  gut genug
right_person | die richtige Person auswählen | richtige person, wer will, wer wachsen, immer dieselben,
  talent
not_rescue | das Problem zurückgeben | zurückgeben, retten, selbst lösen, einspringen, nicht übernehmen,
  abnehmen
autonomy | vor Ort entscheiden lassen | selbst entscheiden, vor ort, spielraum, vertrauen, ohne zu fragen
owner_and_date | ein Name und ein Datum je Aufgabe | wer macht was, bis wann, frist, termin, verantwortlich,
  verantwortliche, zuständig, ein name, datum, wer genau
consequences | handeln, wenn etwas nicht gehalten wird | konsequenz, konsequenzen, ansprechen, durchgehen
  lassen, folgen
visible_progress | Fortschritt sichtbar machen | tafel, wand, sichtbar, ampel, für alle sichtbar, aushang
keep_promises | eigene Zusagen halten | wort halten, zusage, zusagen, versprechen, pünktlich, verlässlich,
  zuverlässig
role_model | selbst vorangehen | vorbild, vorleben, vormachen, vorangehen, zuerst du, selbst zuerst
expectations | Erwartungen klar sagen | erwartung, erwartungen, klar sagen, deutlich, erwarten
review_rhythm | ein fester Rhythmus der Durchsicht | jede woche, wöchentlich, jeden monat, monatlich,
  regelmäßig, rückblick, überprüfen, fester termin, jeden freitag
measure | messen, was zählt | messen, kennzahl, zahl, zahlen, zählen
follow_up | zeitnah nachfassen | nachfassen, am nächsten tag, am selben tag, noch am selben, nachhaken,
  danke schreiben, zwei zeilen
keep_in_touch | regelmäßig Kontakt halten | kontakt, in kontakt, melden, melde dich, alle paar monate, alle
  paar wochen, geburtstag, anrufen, pflegen, ohne anlass
give_first | erst geben, dann bitten | gefallen, helfen, vorstellen, zusammenbringen, nützlich, ohne
  gegenleistung
lunch | gemeinsam essen und Kaffee trinken | mittagessen, kaffee, essen gehen, kantine
one_to_one | regelmäßige Einzelgespräche | einzeln, einzelgespräch, einzelgespräche, unter vier augen, jeden
  einzeln, persönlich
listen | mehr zuhören als reden | zuhören, hör zu, zuhörst, ausreden lassen, ausreden, weniger reden, ohren,
  aufmerksamkeit
not_interrupt | warten, bevor du sprichst | unterbrechen, warten, schweigen, stille, still, pause, ins wort
  fallen, mund halten, zählen
play_back | wiedergeben, was du gehört hast | wiederhole, zusammenfassen, eigenen worten, habe ich dich
  richtig, richtig verstanden, spiegeln
ask_questions | fragen statt antworten | frag, frage, fragen, offene fragen, was meinst du, was hast du
  versucht, warum, lösung, antwort
interests | herausfinden, was die andere Seite braucht | braucht, was sie wollen, interessen, bedürfnis,
  bedürfnisse, unter druck, versteh, verstehen
empathy | mit ihren Augen sehen | perspektive, gefühl, gefühle, sicht, einfühlen, standpunkt
speak_last | zuletzt sprechen | zuletzt, als letzter, als letzte, eigene meinung
quiet_voices | die Leisen zu Wort kommen lassen | die leisen, stillen, runde, reihum, jeder kommt zu wort,
  alle kommen
invite_dissent | Widerspruch einladen | widerspruch, widersprechen, gegenargument, einwand, einwände,
  advocatus, kritiker, dagegen
thank_bad_news | für schlechte Nachrichten danken | schlechte nachricht, schlechte nachrichten, danken,
  bedanken, danke, melden
own_mistakes | eigene Fehler zugeben | eigene fehler, zugeben, entschuldigen, ich lag falsch, schwäche
admit_unknown | offen sagen, was noch ungewiss ist | weiß nicht, nicht wissen, weiß es nicht, noch nicht
  entschieden, noch offen, offene fragen, ehrlich, gerüchte, lücken, ungewiss
trust | zuerst Vertrauen aufbauen | vertrauen, vertraut, beziehung
ground_rules | Spielregeln vereinbaren | regeln, spielregeln, regel
hear_apart | jede Seite einzeln anhören | getrennt, beide seiten, jede seite, erst einzeln
common_goal | an das gemeinsame Ziel erinnern | gemeinsames ziel, gemeinsam, zusammen, im selben boot
humour | mit Humor | humor, lachen, witz
calm | ruhig bleiben | ruhig, ruhe, atmen, nervös, wütend, ärger, gelassen
write_down | aufschreiben | schreib, schreiben, aufschreiben, schriftlich, notieren, notiz, papier,
  festhalten, dokument
summary_after | gleich danach schriftlich festhalten | protokoll, beschluss, beschlüsse, vorlesen,
  zusammenfassung, noch am selben tag, festhalten, ergebnis mailen
simplify | weniger und einfachere Worte | einfach, einfache worte, kurze sätze, verständlich, fachwörter,
  synergien
cut_down | überarbeiten und kürzen | kürzen, streichen, halbieren, weglassen, weniger folien, folien,
  entwurf, überarbeiten
conclusion_first | das Ergebnis zuerst | ergebnis zuerst, fazit, kernaussage, gleich am anfang, mit dem
  ergebnis, zuerst die
repeat_message | die Botschaft oft wiederholen | wiederholen, siebenmal, immer wieder, noch einmal sagen
know_audience | das Publikum kennen | publikum, zuhörer, leser, zielgruppe
story | eine Geschichte erzählen | geschichte, geschichten, erzähl, beispiel, bild
call_instead | reden statt mailen | anrufen, telefon, persönlich, hingehen, statt mail, nicht per mail, von
  angesicht
rehearse | laut üben | üben, probe, proben, durchlauf, generalprobe, laut, vor dem spiegel, auswendig
slow_down | weniger sagen und langsamer werden | langsam, langsamer, weniger sagen, tempo, pausen
voice_body | Stimme und Haltung | stimme, haltung, blickkontakt, hände, stehen
prepare | gründlich vorbereiten | vorbereiten, vorbereitung, bereite, hausaufgaben, vorher, im voraus,
  unterlagen, vorlage
specific_facts | Tatsachen und Beispiele statt Etiketten | konkret, beispiel, beispiele, beobachtung,
  beobachtet, verhalten, tatsache, fakten, genau, beschreiben, urteil
prompt_feedback | sofort Rückmeldung geben | sofort, gleich, zeitnah, am selben tag, nicht warten, kleine
  dosen, oft
not_postpone | nicht aufschieben | aufschieben, verschieben, hinauszögern, sofort, heute, früh, zu spät,
  nicht warten, jetzt
praise | Gutes loben | lob, loben, anerkennung, wertschätzung, gut gemacht, erfolge
ask_feedback | um Rückmeldung bitten | feedback, rückmeldung, was soll ich, was kann ich
in_private | unter vier Augen reden | vier augen, spazieren, nicht vor anderen, privat
decision_rights | klären, wer entscheidet | wer entscheidet, entscheidet, letztes wort, letzte wort,
  abstimmen, abstimmung, rat, mitbestimmen, mitreden, alleine, mandat, meckern, vorstand
reversible | fragen, ob es umkehrbar ist | rückgängig, umkehrbar, zurück
sleep_on_it | eine Nacht darüber schlafen | eine nacht, darüber schlafen, schlafen, bauch, bauchgefühl
base_rates | von Tatsachen ausgehen | daten, fakten, statistik, wie oft, zahlen
premortem | das Scheitern vorher durchspielen | stell dir vor, scheitern, schiefgehen, risiko, szenario
purpose | das Warum erklären | warum, sinn, zweck, wozu, grund
line_of_sight | die Arbeit mit den Unternehmenszielen verbinden | strategie, unternehmensziel,
  unternehmensziele, vision, richtung, beitrag
early_involvement | Leute früh einbinden | einbinden, beteiligen, früh dazu, früh, mitgestalten, holt uns,
  von anfang an, ins boot
talk_beforehand | vorher mit jedem einzeln reden | vorher, im vorfeld, vor der sitzung, einzeln, vorab,
  vorgespräch, überraschen
sponsor | Verbündete finden | verbündete, unterstützer, fürsprecher, sponsor
pilot | es erst im Kleinen versuchen | pilot, ausprobieren, versuch, test, prototyp, klein anfangen
small_steps | in kleinen Schritten gehen | kleine schritte, schritt für schritt, ein schritt, nach und nach
results | Ergebnisse zeigen | schnelle erfolge, erfolg, beweis, ergebnisse zeigen
personal_impact | sagen, was es für jeden heißt | für jeden, für ihn, für sie heißt, was es für, konkret
  für, jedem
middle_first | zuerst die mittlere Führung gewinnen | mittlere, mittlere ebene, teamleiter,
  stationsleitungen, meister, vorarbeiter
what_stays | sagen, was bleibt | was bleibt, bleibt
customers | von Kunden aus erster Hand lernen | kunde, kunden, nutzer, besuchen
go_and_see | hingehen und selbst sehen | hingehen, vor ort, besuchen, mitlaufen, selbst sehen, werkhalle
no_surprises | keine Überraschungen | überraschung, überraschungen, früh warnen, vorwarnen
bring_solution | mit dem Problem einen Vorschlag bringen | vorschlag, lösungsvorschlag, mit einer lösung
patience | Geduld und Ausdauer | geduld, dranbleiben, ausdauer, dauert
walk_away | eine Alternative haben | alternative, alternativen, zweiter lieferant, aufstehen, plan b
trade | nie geben, ohne zu nehmen | gegenleistung, zugeständnis, im gegenzug, tauschen
learn_from_others | von Könnern lernen | mentor, abschauen, von anderen lernen, zuschauen, kollegen fragen
hands_on | selbst Hand anlegen | selber machen, selbst machen, ausprobieren, mit den händen
practice_daily | jeden Tag ein wenig | jeden tag, täglich, gewohnheit, routine, fünf minuten
reflect | zurückblicken und Lehren notieren | reflektieren, tagebuch, gelernt, nachbesprechung, rückblick
dare | tun, was Angst macht | angst, mut, trau dich, unbequem, komfortzone
strengths | auf Stärken bauen | stärke, stärken, gut kann
ask_help | um Hilfe bitten | hilfe, um hilfe, unterstützung
meeting_goal | ein klares Ziel für jede Sitzung | agenda, tagesordnung, ziel der sitzung, worum es geht,
  zweck
cut_meetings | Sitzungen kürzen und streichen | kürzer, stehend, weniger sitzungen, viertelstunde
right_people | nur einladen, wer gebraucht wird | weniger leute, teilnehmer, kleine runde, mit fünf, zu
  viele
material_before | Unterlagen vorher schicken | zwei seiten, tage vorher, vorlage, vorab schicken, vorher
  lesen
think_alone | erst allein denken | erst schreiben, zettel, karten, allein, stillarbeit
transparency | teilen, was du weißt | offen, transparent, informieren, teilen, offenlegen
boundaries | Grenzen ziehen | grenze, grenzen, feierabend, wochenende
"""
