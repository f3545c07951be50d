"""French, as people and mail programs write it."""

from mailflow.reading.languages.shape import Language, listed, rows

FRENCH = Language(
    code="fr",
    attribution_opens=listed("le"),
    attribution_verbs=listed("a écrit | écrit | a ecrit"),
    original=listed("message d'origine | message original | message initial"),
    forwarded=listed(
        "message transféré | message transmis | message réexpédié | début du message transmis | début du message transféré | début du message réexpédié"
    ),
    from_keys=listed("de | expéditeur"),
    header_keys=listed(
        "envoyé | date | à | a | pour | cc | copie | objet | sujet | destinataire | répondre à"
    ),
    sent_from=listed("""
        envoyé de mon | envoyé depuis | envoyé à partir de | télécharger outlook | obtenez outlook
        envoyé avec
        envoyé via | obtenir outlook | envoyé sans fil | téléchargez outlook
    """),
    away_subjects=listed("""
        réponse automatique | absence | absent | absente | absence du bureau | absent du bureau
        message d'absence
        en congés | en vacances | notification d'absence | hors du bureau
    """),
    bounce_subjects=listed("""
        non remis | non distribuable | échec de la remise | échec de remise | échec d'envoi
        message non délivré
        message non remis | courrier non distribué | remise retardée | avis de non-remise
        notification d'échec
    """),
    calendar_yes=listed("accepté | acceptée | provisoirement accepté"),
    calendar_no=listed("refusé | décliné"),
    greetings=listed(
        "bonjour | bonsoir | salut | cher | chère | chers | madame | monsieur | coucou | re-bonjour"
    ),
    sign_offs=listed("""
        cordialement | bien cordialement | très cordialement | bien à vous | bien à toi | amicalement
        sincèrement
        bonne journée | belle journée | bonne soirée | belle soirée | bonne fin de journée | bon week-end
        bon weekend | bien amicalement | amitiés | à bientôt | merci | merci d'avance | avec mes salutations
        salutations | meilleures salutations | sincères salutations | bises | bisous | cdlt | cdt
        à très vite
        à plus | au plaisir | respectueusement | bonne continuation | bonne réception
        à demain
    """),
    wishes=listed("""
        espère que | en espérant | j'espère | bonne chance | bon courage | bonne continuation | n'hésitez pas
        n'hésite pas | dites-lui | dis-lui | passez * bonjour | merci pour | merci de | avec plaisir
        ravi de | ravie de | heureux de | heureuse de | désolé pour | désolée pour | bonne question
        belle question | voilà | au plaisir | tenez-moi au courant | tiens-moi au courant
    """),
    disclaimers=listed("""
        ce message et | ce courriel | ce mail et | cet e-mail | ce message est | ce message peut
        ce message contient
        ce message électronique | avis de confidentialité | confidentialité
        si vous n'êtes pas le destinataire
        si vous avez reçu ce | pensez à l'environnement | mentions légales | siège social
    """),
    ordinals=rows("""
        d'abord | tout d'abord | premièrement | en premier | en premier lieu | primo | le premier | la première | mon premier
        ensuite | deuxièmement | en deuxième | en second lieu | en deuxième lieu | secundo | puis | le deuxième | deuxième | la deuxième | le second | la seconde | mon deuxième
        troisièmement | en troisième | en troisième lieu | tertio | le troisième | la troisième | troisième | mon troisième
        quatrièmement
    """),
    last_words=listed(
        "enfin | finalement | pour finir | en dernier | et enfin | dernièrement | pour terminer"
    ),
    cardinals=listed("un | deux | trois | quatre | cinq | six"),
    lead_ins=listed("""
        voici mes | voici les | voici | mes trois | trois conseils | trois choses | trois idées | trois points
        trois pistes | deux conseils | deux choses | je dirais | mon conseil | mes conseils | les suivants
        comme promis
    """),
    unfinished=listed("""
        à suivre | suivra | viendra | à venir | j'y réfléchis | je réfléchis | encore y réfléchir
        je vous l'envoie
        je te l'envoie | je l'enverrai | plus tard | je cherche encore | pas encore | arrive bientôt
        je vous reviens | je reviens vers
    """),
    postscript=listed("ps | p.s | p.s. | p. s."),
    away=listed("""
        absent du bureau | absente du bureau | absent | absente | en congé | en congés | en vacances
        en déplacement | hors du bureau | je suis en congé | congé maternité | congé parental | en arrêt
        ne travaille plus | ne fait plus partie
    """),
    away_courtesies=listed("""
        merci pour votre message/mail/courriel | merci de votre message | à mon retour | dès mon retour
        en cas d'urgence | pour toute urgence | en mon absence | pendant mon absence | durant mon absence
        veuillez contacter | vous pouvez contacter | merci de contacter | accès limité | sans accès
        ne sera pas transféré | de retour le | je répondrai | je vous répondrai | ai bien reçu votre
    """),
    first_person=listed("""
        je | j'~ | me | m'~ | moi | mon | ma | mes | mien | mienne | suis
    """),
    advising=listed("""
        ne | n'~ | jamais | toujours | quand | lorsque | si | demande | demandez | écoute | écoutez | dis | dites
        prends | prenez | laisse | laissez | fais | faites | évite | évitez | apprends | apprenez | montre | montrez
        garde | gardez | sois | soyez | commence | commencez | pose | posez | donne | donnez | écris | écrivez
        choisis | choisissez | parle | parlez | arrête | arrêtez | apprends | trouve | trouvez | mets | mettez
        explique | expliquez | remercie | remerciez | lis | lisez | pars | partez | avant de | au lieu de | rends | rendez
        va | allez | cherche | cherchez | essaie | essayez | passe | passez | partage | partagez | confie | confiez
    """),
    yes=listed("""
        oui | oui volontiers | volontiers | avec plaisir | avec grand plaisir | avec beaucoup de plaisir | bien sûr | d'accord | ok | okay | entendu | parfait
        très volontiers | ça marche | ça me va | je suis partant | je suis partante | avec joie | absolument
        certainement | pas de problème | ce sera un plaisir | ravi de | ravie de | heureux de | heureuse de
        j'accepte | c'est bien moi | c'était moi
    """),
    meeting=listed("""
        café | rendez-vous | rdv | appel | téléphone | visio | zoom | teams | déjeuner | rencontrer
        demi-heure | me convient | m'irait | me va | agenda | créneau | disponible | libre
    """),
    no=listed("""
        non | non merci | malheureusement | je ne peux pas | je ne pourrai pas | ne peux malheureusement
        je dois décliner | je décline | dois refuser | je refuse | je préfère ne pas | je préférerais ne pas
        je n'ai pas le temps | pas le temps | pas disponible | pas intéressé | pas intéressée | sans moi
        ne souhaite pas participer | ne souhaite pas | ne pas participer | ne suis pas la bonne personne
        pas la bonne personne | pas la personne | ce n'est pas moi | n'était pas moi | conflit d'intérêt
        conflit d'intérêts | pas en mesure
    """),
    not_me=listed("""
        pas la bonne personne | pas la mieux placée | pas le mieux placé | pas la personne | quelqu'un d'autre
        pas mon domaine | pas expert | pas experte | mieux placé | mieux placée
    """),
    instead=listed("""
        demandez | demande | adressez-vous | adresse-toi | contactez | contacte | parlez | parle | mieux placé
        mieux placée | serait mieux | serait * meilleur | serait * meilleure | plutôt | je suggère
        je recommande | je conseille
    """),
    private=listed("""
        entre nous | confidentiel | confidentiellement | ne le dites pas | ne lui dites pas
        gardez * pour vous
    """),
    withdraw=listed("""
        je retire | ne pas utiliser mes | n'utilisez pas mes | laissez-moi en dehors
        supprimez mes réponses
    """),
    later=listed("""
        je reviens vers | je vous reviens | je te reviens | je vous réponds | je te réponds | je répondrai
        je vous répondrai | je te répondrai | j'y réfléchis | j'y réfléchirai | je réfléchis | y réfléchir
        besoin de temps | besoin d'un peu | besoin de | laissez-moi | laisse-moi | donnez-moi | donne-moi
        plus de temps | un peu de temps | quelques jours | pas avant le/la/mi/fin/début/lundi/mardi/mercredi/jeudi/vendredi/janvier/février/noël | pas tout de suite | pas cette semaine | débordé | débordée
        je vous envoie | je t'envoie | j'envoie | je vous enverrai | je t'enverrai | d'ici | je ferai
        je le ferai
        rappelez-moi | relancez-moi | relance-moi | en congé jusqu'au | un deuxième café | un second café
        un autre café | après le | en ce moment
    """),
    soon=listed("""
        la semaine prochaine | semaine prochaine | le mois prochain | plus tard | demain | lundi | vendredi | bientôt
    """),
    stop=listed("""
        désabonner | me désabonner | désinscrire | me désinscrire | désinscription | arrêtez
        stop
        arrêtez de m'écrire/m'envoyer/m'importuner/me | arrête de m'écrire/m'envoyer/me | ne plus recevoir | ne m'écrivez plus | ne m'écris plus | ne me contactez plus | ne plus me contacter
        ne plus m'écrire | ne plus être contacté | ne plus être contactée | plus de mails | plus de messages
        retirez-moi | supprimez mon | supprimez mes | supprimez-moi | effacez mes | effacez mon
        m'oppose au traitement | laissez-moi tranquille | laisse-moi tranquille | c'est du spam | article 17
        liste de diffusion | de votre liste
    """),
    wrong_person=listed(
        "mauvaise personne | mauvaise adresse | trompé de personne | erreur de personne | connais pas"
    ),
    thanks=listed("""
        merci | merci beaucoup | je vous en prie | je t'en prie | de rien | avec plaisir | parfait | bien reçu
        reçu | super | très bien | c'est noté | noté | c'est ça | exact | exactement | bonne chance
        bon courage
    """),
    question_opens=listed("""
        qui | que | quoi | quel | quelle | quels | quelles | quand | où | pourquoi | comment | combien
        est-ce
        est-ce que | peut-on | puis-je | dois-je | pouvez-vous | peux-tu | faut-il | s'agit-il | pourriez-vous
    """),
    change=listed("""
        changez | change | corrigez | corrige | correction | remplacez | remplace | modifiez | modifie
        numéro
        n° | no | point | au lieu de | plutôt que | pour le
    """),
    nameless=listed(
        "sans mon nom | anonymement | anonyme | sans me nommer | sans me citer | ne pas citer mon nom"
    ),
    clarifying=listed("""
        vous voulez dire | tu veux dire | s'agit-il | parlez-vous | parle-t-on | pouvez-vous préciser
        peux-tu préciser
        qui êtes-vous | est-ce que je | dois-je | puis-je | est-ce pour | voulez-vous dire
    """),
    obligations=listed("je dois | il me faut | il faut que je | j'ai encore | en mon absence"),
    urging=listed("""
        vous | votre | vos | tu | ton | ta | tes | jamais | toujours | devriez | devrais | demandez
        demande | écoutez
        écoute | dites | dis | prenez | prends | laissez | laisse | faites | fais | évitez | évite
        apprenez | apprends
        montrez | montre | gardez | garde | soyez | sois | commencez | commence | posez | pose
    """),
    pointers=listed("voir ci-dessous | ci-dessous | voir plus bas | ci-joint | en pièce jointe | plus bas"),
    months=rows("""
        janvier | janv
        février | fevrier | févr | fév
        mars
        avril | avr
        mai
        juin
        juillet | juil
        août | aout
        septembre | sept
        octobre | oct
        novembre | nov
        décembre | decembre | déc
    """),
    weekdays=rows("""
        lundi
        mardi
        mercredi
        jeudi
        vendredi
        samedi
        dimanche
    """),
    days_ahead={"aujourd'hui": 0, "ce soir": 0, "demain": 1, "après-demain": 2},
    next_week=listed("semaine prochaine | la semaine prochaine | début de semaine prochaine"),
    next_month=listed("mois prochain | le mois prochain"),
    end_of_next_week=listed("fin de semaine prochaine | fin de la semaine prochaine | fin semaine prochaine"),
    end_of_week=listed(
        "fin de semaine | fin de la semaine | fin de cette semaine | ce week-end | d'ici le week-end"
    ),
    end_of_month=listed("fin du mois | fin de mois | fin de ce mois"),
    until_words=listed("""
        jusqu'au | jusqu'à | jusqu'à | avant | avant le | d'ici | d'ici le | d'ici à | le
        de retour le | retour le
        à partir du | dès le | dès | pour | au | ce | au plus tard le | de retour | du
    """),
    after_words=listed("après | après le"),
    ahead_words=listed("dans | d'ici | sous | donnez-moi | donne-moi | laissez-moi | laisse-moi | besoin de"),
    ahead_after_words=listed("de plus | de réflexion"),
    day_units=listed("jour | jours"),
    week_units=listed("semaine | semaines"),
    month_units=listed("mois"),
    next_words=listed("prochain | prochaine"),
    small_numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "huit": 8,
        "dix": 10,
        "quinze": 15,
    },
)
