"""French: the same practices, by the same keys, in the words French-speaking leaders use."""

TABLE = """
say_no | dire non plus souvent | dire non, dis non, dites non, refuser, refuse, décliner, sans excuse
prioritise | l'essentiel d'abord | priorité, priorités, essentiel, important, le plus important, trois
  choses, une seule chose, se concentrer
stop_things | décider ce qu'on arrête | arrêter, arrête, abandonner, supprimer, renoncer
protect_time | protéger le temps de l'essentiel | bloquer, bloque, protéger, agenda, créneau, porte fermée,
  sans interruption, réserver, rendez-vous avec
first_in_day | l'important en premier dans la journée | le matin, tôt, avant les mails, première heure,
  commencer la journée
interruptions | fermer la messagerie | boîte mail, notifications, téléphone, portable, portables,
  déconnecter, distraction, deux fois par jour
rest | se reposer | dormir, sommeil, pause, repos, vacances
hand_over | confier le travail | déléguer, délègue, confier, confie, lâcher, transmettre
outcome_not_method | convenir du résultat, pas de la méthode | résultat, objectif, pas la méthode, à leur
  façon, le comment, destination, à sa manière
checkpoints | des points d'étape convenus | point d'étape, jalon, à mi-chemin, étape
allow_mistakes | accepter les erreurs | erreur, erreurs, échec, se tromper, rater, parfait
right_person | choisir la bonne personne | bonne personne, qui a envie, toujours les mêmes
not_rescue | rendre le problème | rendre, sauver, résoudre à leur place, à sa place, reprendre
owner_and_date | un nom et une date par action | qui fait quoi, pour quand, échéance, date, responsable, un
  nom, délai
consequences | réagir quand ce n'est pas tenu | conséquence, conséquences, laisser passer
visible_progress | rendre l'avancement visible | tableau, visible, affiché, mur
keep_promises | tenir ses promesses | tenir parole, promesse, promesses, à l'heure, fiable, engagement
role_model | montrer l'exemple | exemple, montrer l'exemple, modèle, commence par toi
expectations | dire clairement ce qu'on attend | attentes, attend, attendre de, clair, clairement
review_rhythm | un rythme régulier de revue | chaque semaine, toutes les semaines, chaque mois, tous les
  mois, régulièrement, revue, chaque vendredi
measure | mesurer ce qui compte | mesurer, chiffre, chiffres, indicateur
follow_up | relancer vite | relancer, relance, le lendemain, le jour même, deux lignes, dans la journée,
  remercier
keep_in_touch | garder le contact régulièrement | contact, garder le contact, prendre des nouvelles,
  nouvelles, de temps en temps, tous les mois, anniversaire, appeler
give_first | donner avant de demander | service, rendre service, présenter, aider, utile, sans rien attendre
lunch | partager un repas ou un café | déjeuner, café, repas, cantine
one_to_one | des entretiens individuels réguliers | individuel, individuellement, tête-à-tête, en tête, un
  par un, seul à seul, chacun
listen | écouter plus que parler | écouter, écoute, écoutez, laisser parler, laisse parler, parler moins,
  oreilles
not_interrupt | attendre avant de parler | interrompre, couper la parole, attendre, silence, se taire, tais,
  taisez, compter jusqu
play_back | reformuler ce qu'on a entendu | reformuler, reformule, répéter, résumer, si j'ai bien compris
ask_questions | poser des questions au lieu de répondre | question, questions, poser, pose, demande,
  demander, demandez, pourquoi, solution, réponse
interests | comprendre les besoins de l'autre | besoin, besoins, ce qu'ils veulent, intérêts, comprendre,
  comprends, enjeux
empathy | voir avec leurs yeux | se mettre à la place, émotion, émotions, point de vue, ressent
speak_last | parler en dernier | en dernier, parle en dernier, ton avis
quiet_voices | faire parler les discrets | tour de table, les discrets, timides, chacun parle, ceux qui ne
  parlent
invite_dissent | inviter le désaccord | désaccord, contredire, avocat du diable, objection, objections,
  contre, critique
thank_bad_news | remercier pour les mauvaises nouvelles | mauvaise nouvelle, mauvaises nouvelles, remercier,
  merci
own_mistakes | reconnaître ses erreurs | ses erreurs, tes erreurs, reconnaître, avouer, excuser, je me suis
  trompé
admit_unknown | dire ce qu'on ne sait pas encore | ne sais pas, je ne sais, honnête, honnêtement, pas encore
  décidé, incertitude, rumeurs
trust | bâtir d'abord la confiance | confiance, relation
ground_rules | poser des règles | règles, règle du jeu
common_goal | rappeler le but commun | but commun, objectif commun, ensemble, même bateau
humour | avec humour | humour, rire, blague
calm | rester calme | calme, respirer, respire, stress, colère
write_down | mettre par écrit | écrire, écris, écrit, par écrit, noter, note, papier, document
summary_after | un compte rendu immédiat | compte rendu, le soir même, fin de journée, résumé, décisions
  prises
simplify | des mots plus simples et moins nombreux | simple, mots simples, phrases courtes, jargon
cut_down | relire et couper | couper, raccourcir, enlever, moitié, brouillon, moins de diapos, diapos
conclusion_first | la conclusion d'abord | conclusion, d'abord la, dès la première, va droit au but,
  l'essentiel en premier
repeat_message | répéter le message | répéter, répète, encore et encore
know_audience | connaître son public | public, auditoire, lecteur
story | raconter une histoire | histoire, raconter, raconte, anecdote, image
call_instead | parler plutôt qu'écrire | appeler, téléphoner, de vive voix, en face, pas par mail
rehearse | répéter à voix haute | répéter, répétition, à voix haute, devant le miroir, entraîner,
  s'entraîner
slow_down | en dire moins et ralentir | ralentir, lentement, moins parler, pause
voice_body | la voix et la posture | voix, posture, regard, mains
prepare | préparer à fond | préparer, prépare, préparez, préparation, à l'avance, avant la réunion
specific_facts | des faits et des exemples, pas des étiquettes | fait, faits, exemple, exemples, concret,
  précis, précise, comportement, observé, décrire
prompt_feedback | un retour tout de suite | tout de suite, immédiatement, le jour même, sans attendre,
  souvent
not_postpone | ne pas remettre à plus tard | remettre, repousser, reporter, attendre, aujourd'hui,
  maintenant, trop tard, tôt
praise | dire ce qui est bien | féliciter, compliment, reconnaissance, bravo, valoriser
ask_feedback | demander un retour | retour, feedback, ce que je peux
in_private | parler en privé | en privé, marcher, pas devant
decision_rights | savoir qui décide | qui décide, décide, dernier mot, vote, trancher
sleep_on_it | laisser passer une nuit | la nuit porte conseil, une nuit, dormir dessus
base_rates | partir des faits | données, statistiques, faits, combien de fois
premortem | imaginer l'échec d'avance | imagine, imaginer, risque, pire, scénario
purpose | expliquer le pourquoi | sens, pourquoi, raison, à quoi ça sert
line_of_sight | relier le travail à la stratégie | stratégie, stratégique, vision, cap, direction
early_involvement | associer les gens tôt | associer, impliquer, tôt, dès le début, participer
talk_beforehand | parler à chacun avant la réunion | avant la réunion, en amont, un par un, à l'avance,
  surprise
sponsor | trouver un allié | allié, alliés, soutien, sponsor
pilot | essayer en petit | pilote, essayer, essai, tester, expérience, prototype
small_steps | avancer à petits pas | petits pas, petit à petit, une étape, pas à pas
results | montrer des résultats | résultats, preuve, victoire rapide
personal_impact | dire ce que cela change pour chacun | pour chacun, ce que ça change
customers | apprendre directement des clients | client, clients, usagers
go_and_see | aller voir soi-même | aller voir, terrain, sur place, atelier, visiter
bring_solution | venir avec une proposition | proposition, propositions, avec une solution
patience | patience et persévérance | patience, persévérer, du temps
walk_away | avoir une autre option | alternative, autre offre, plan b, autre fournisseur
trade | ne rien donner sans contrepartie | contrepartie, concession, concessions, en échange
learn_from_others | apprendre de ceux qui savent | mentor, apprendre des autres, observer, pairs
practice_daily | un peu chaque jour | chaque jour, tous les jours, habitude, routine, cinq minutes
reflect | prendre du recul et noter | recul, journal, leçon, bilan
dare | oser ce qui fait peur | peur, oser, ose, courage
strengths | s'appuyer sur les forces | forces, force, talents
ask_help | demander de l'aide | aide, demander de l'aide
meeting_goal | un but clair pour chaque réunion | ordre du jour, but, objectif, en une phrase, pourquoi on
  est là, invitation, savoir pourquoi, doit sortir
cut_meetings | raccourcir ou annuler les réunions | annuler, annule, vingt minutes, minutes, debout, plus
  court
right_people | n'inviter que les bonnes personnes | moins de monde, inviter, trop nombreux
transparency | partager ce qu'on sait | transparence, partager, informer, ouvert
boundaries | poser des limites | limite, limites, week-end
"""
