"""Spanish, as people and mail programs write it."""

from mailflow.reading.languages.shape import Language, listed, rows

SPANISH = Language(
    code="es",
    attribution_opens=listed("el"),
    attribution_verbs=listed("escribió | escribio | ha escrito | escribe"),
    original=listed("mensaje original"),
    forwarded=listed("mensaje reenviado | inicio del mensaje reenviado | forwarded message"),
    from_keys=listed("de | remitente"),
    header_keys=listed("enviado | enviado el | para | cc | asunto | fecha | responder a"),
    sent_from=listed(
        "enviado desde | enviado de mi | enviado con | obtener outlook | obtén outlook | descargar outlook"
    ),
    away_subjects=listed("""
        respuesta automática | fuera de la oficina | fuera de oficina | ausente | ausencia | de vacaciones
        en vacaciones | mensaje de ausencia
    """),
    bounce_subjects=listed("""
        no se puede entregar | no entregado | mensaje no entregado | correo no entregado | error de entrega
        entrega fallida | fallo en la entrega | no se ha podido entregar | entrega retrasada
    """),
    calendar_yes=listed("aceptado | aceptada | aceptado provisionalmente"),
    calendar_no=listed("rechazado | rechazada"),
    greetings=listed("""
        hola | buenos días | buenas tardes | buenas noches | buenas | estimado | estimada | estimados
        querido
        querida | muy buenas
    """),
    sign_offs=listed("""
        saludos | un saludo | saludos cordiales | un cordial saludo | cordialmente | atentamente
        muy atentamente
        un abrazo | abrazos | gracias | muchas gracias | besos | un beso | hasta pronto | hasta luego
        con cariño
        le saluda atentamente | recibe un saludo | reciba un saludo | cordial saludo | mil gracias | suerte
        buen día | feliz día | que tengas buen día
    """),
    wishes=listed("""
        espero que | ojalá | suerte | mucha suerte | buena suerte | no dudes en | no dude en | dale recuerdos
        saluda a | encantado de | encantada de | gracias por | perdón por | disculpa | disculpe
        buena pregunta
        un placer | eso es todo | ya me contarás | cuéntame
    """),
    disclaimers=listed("""
        este mensaje | este correo | la información contenida | aviso legal | aviso de confidencialidad
        confidencialidad | si usted no es el destinatario | si ha recibido este | antes de imprimir
        piense en el medio ambiente
    """),
    ordinals=rows("""
        primero | primera | en primer lugar | lo primero | primeramente | para empezar | el primero | la primera | mi primer
        segundo | segunda | en segundo lugar | lo segundo | luego | después | el segundo | la segunda | mi segundo
        tercero | tercera | en tercer lugar | lo tercero | el tercero | la tercera | mi tercer | mi tercero
        cuarto | en cuarto lugar
    """),
    last_words=listed("por último | finalmente | para terminar | y por último | para acabar | lo último"),
    cardinals=listed("uno | dos | tres | cuatro | cinco | seis"),
    lead_ins=listed("""
        aquí van | aquí tienes | aquí están | estos son | mis tres | tres consejos | tres cosas | tres ideas
        tres puntos | dos consejos | dos cosas | yo diría | mi consejo | mis consejos | los siguientes
        como prometí | ahí van
    """),
    unfinished=listed("""
        lo estoy pensando | sigo pensando | aún pensando | todavía pensando | lo pienso | te lo mando
        se lo mando
        te lo envío | se lo envío | lo enviaré | pendiente | por venir | más adelante | aún no | todavía no
        a continuación lo | llegará
    """),
    postscript=listed("pd | p.d | p.d. | posdata | ps"),
    away=listed("""
        fuera de la oficina | fuera de oficina | de vacaciones | de baja | de permiso | estoy ausente
        estaré ausente
        de viaje | baja por maternidad | ya no trabaja | ausente
    """),
    away_courtesies=listed("""
        gracias por su/tu mensaje/correo | gracias por contactar | a mi regreso | a mi vuelta | cuando regrese
        cuando vuelva | en caso de urgencia | para asuntos urgentes | si es urgente | en mi ausencia
        durante mi ausencia | póngase en contacto | acceso limitado | sin acceso | le responderé
        te responderé
    """),
    first_person=listed("""
        yo | me | mi | mis | mí | conmigo | mío | mía | estoy | soy | tengo | puedo | voy
    """),
    advising=listed("""
        nunca | siempre | cuando | si | antes de | no hagas | no haga | no dejes | no deje | no respondas | no aceptes
        pregunta | pregunte | escucha | escuche | di | diga | toma | tome | deja que | deje que | haz | haga | evita | evite
        aprende | aprenda | muestra | muestre | sé | sea | empieza | empiece | busca | busque | entrega | entregue
        escribe | escriba | habla | hable | elige | elija | pon | ponga | explica | explique | agradece | agradezca | da | dé
        delega | delegue | confía | confíe | aclara | aclare | en vez de | en lugar de | dedica | dedique | lee | lea | vuelve | vuelva | sal | salga | ven | venga | deja | deje | aprende | no contestes | no conteste
    """),
    yes=listed("""
        sí | si | sí claro | claro | claro que sí | por supuesto | con mucho gusto | con gusto | encantado
        encantada | de acuerdo | vale | ok | okay | perfecto | me parece bien | me apunto | cuenta conmigo
        cuente conmigo | será un placer | desde luego | acepto | sin problema | genial | fui yo | es mío
    """),
    meeting=listed("""
        café | reunión | llamada | teléfono | videollamada | zoom | teams | comida | almuerzo | quedar
        vernos
        media hora | me viene bien | me va bien | agenda | hueco | libre | disponible
    """),
    no=listed("""
        no | no gracias | no puedo | no podré | no me es posible | no voy a poder | lamentablemente
        tengo que declinar
        debo declinar | declino | prefiero no | no tengo tiempo | no dispongo de tiempo | no me interesa
        no estoy interesado | no estoy interesada | no participar | no soy la persona | no soy el indicado
        no soy la indicada | paso | no fui yo | no es mío | conflicto de intereses | no cuenten conmigo
    """),
    not_me=listed("""
        no soy la persona | no soy el indicado | no soy la indicada | otra persona | no es mi área
        no es mi campo
        no soy experto | no soy experta | más indicado | más indicada | mejor que yo
    """),
    instead=listed("""
        pregunta a | pregúntale | pregunte a | pregúntele | habla con | hable con | contacta
        contacte | sería mejor
        mejor | es * mejor | te recomiendo | le recomiendo | sugiero | más indicado | más indicada
    """),
    private=listed(
        "entre nosotros | en confianza | confidencial | no se lo digas | no se lo diga | que quede entre"
    ),
    withdraw=listed(
        "retiro mis | no usen mis | no uses mis | déjame fuera | déjenme fuera | borra mis respuestas"
    ),
    later=listed("""
        te contesto | le contesto | te respondo | le respondo | te responderé | le responderé | contestaré
        responderé | lo pienso | lo pensaré | déjame pensar | déjeme pensar | necesito tiempo | necesito más
        necesito unos | necesito pensar | dame | deme | denme | más tiempo | un poco de tiempo | unos días
        no antes del/de | necesito * días/semanas/semana/mes/tiempo | ahora mismo no | esta semana no | ahora no puedo | te lo mando | se lo mando
        te lo envío | se lo envío | te mando | te envío | le envío | lo haré | recuérdame | recuérdeme
        otro café | un segundo café | hasta el | después del | estoy hasta arriba | liado | liada
    """),
    soon=listed("""
        la semana que viene | la próxima semana | próxima semana | el mes que viene | el próximo mes | más adelante
        más tarde | mañana | pronto | el viernes | el lunes
    """),
    stop=listed("""
        darme de baja | date de baja | dar de baja | deme de baja | denme de baja
        cancelar suscripción
        no me escriba | no me escriban | no me escribas | no me contacte | no me contacten | no quiero recibir
        no deseo recibir | no quiero más | no más correos | no más mensajes | dejen de escribirme/enviarme/mandarme/contactarme
        deje de escribirme/enviarme/mandarme/contactarme | deja de escribirme/enviarme/mandarme/contactarme | stop
        elimine mis | eliminen mis | borren mis | borre mis | elimíname | elimínenme
        me opongo al tratamiento
        déjenme en paz | déjame en paz | esto es spam | artículo 17
    """),
    wrong_person=listed(
        "persona equivocada | dirección equivocada | se ha equivocado | te has equivocado | no conozco a"
    ),
    thanks=listed("""
        gracias | muchas gracias | de nada | un placer | no hay de qué | perfecto | genial | recibido
        estupendo
        correcto | exacto | así es | muy bien | suerte | mucha suerte
    """),
    question_opens=listed("""
        quién | qué | cuál | cuáles | cuándo | dónde | por qué | cómo | cuánto | es | son | puedo
        puede | puedes
        debo | se refiere | te refieres | hay | tiene
    """),
    change=listed("""
        cambia | cambie | cambiar | corrige | corrija | corrección | sustituye | sustituya | número
        nº | punto
        en lugar de | en vez de
    """),
    nameless=listed(
        "sin mi nombre | anónimo | anónima | anónimamente | de forma anónima | no mencione mi nombre"
    ),
    clarifying=listed("""
        quiere decir | quieres decir | se refiere | te refieres | puede aclarar | puedes aclarar
        quién es usted
        quién eres | es para | debo | puedo | tiene que ser
    """),
    obligations=listed("tengo que | debo | he de | me toca | en mi ausencia"),
    urging=listed("""
        usted | su | tu | tus | nunca | siempre | debería | deberías | pregunta | pregunte | escucha
        escuche | di | diga
        toma | tome | deja | deje | haz | haga | evita | evite | aprende | aprenda | muestra | muestre
        sé | sea
        empieza | empiece | busca | busque | no
    """),
    pointers=listed("ver abajo | más abajo | adjunto | en el adjunto | abajo"),
    months=rows("""
        enero | ene
        febrero | feb
        marzo | mar
        abril | abr
        mayo
        junio | jun
        julio | jul
        agosto | ago
        septiembre | setiembre | sep | sept
        octubre | oct
        noviembre | nov
        diciembre | dic
    """),
    weekdays=rows("""
        lunes
        martes
        miércoles | miercoles
        jueves
        viernes
        sábado | sabado
        domingo
    """),
    days_ahead={"hoy": 0, "esta noche": 0, "esta tarde": 0, "mañana": 1, "pasado mañana": 2},
    next_week=listed(
        "la semana que viene | próxima semana | la próxima semana | semana próxima | semana que viene"
    ),
    next_month=listed("el mes que viene | próximo mes | el próximo mes | mes que viene"),
    end_of_next_week=listed(
        "finales de la semana que viene | fin de la semana que viene | finales de la próxima semana"
    ),
    end_of_week=listed("fin de semana | finales de semana | finales de esta semana | fin de esta semana"),
    end_of_month=listed("fin de mes | finales de mes | final de mes"),
    until_words=listed("""
        hasta el | hasta | antes del | antes de | para el | el | este | de vuelta el | vuelvo el
        regreso el | a partir del
        desde el | para | del | a más tardar el
    """),
    after_words=listed("después del | después de | tras el | pasado el"),
    ahead_words=listed("en | dentro de | dame | deme | denme | necesito"),
    ahead_after_words=listed("más | para pensar"),
    day_units=listed("día | días | dia | dias"),
    week_units=listed("semana | semanas"),
    month_units=listed("mes | meses"),
    next_words=listed("próximo | que viene"),
    small_numbers={
        "un": 1,
        "una": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "diez": 10,
        "par de": 2,
    },
)
