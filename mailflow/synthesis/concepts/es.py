"""Spanish: the same practices, by the same keys, in the words Spanish-speaking leaders use."""

TABLE = """
say_no | decir que no más a menudo | decir no, decir que no, di que no, rechazar, negarse, sin excusas
prioritise | primero lo más importante | prioridad, prioridades, importante, más importante, esencial, tres
  cosas, una sola cosa
stop_things | decidir qué dejar de hacer | dejar de, eliminar, abandonar, renunciar, suprimir
protect_time | proteger el tiempo importante | bloquear, bloquea, proteger, agenda, reservar, reserva, sin
  interrupciones, puerta cerrada, calendario
first_in_day | lo importante a primera hora | por la mañana, mañana, primera hora, temprano, antes del
  correo
interruptions | cerrar el correo y los avisos | correo, notificaciones, móvil, distracción, desconectar, dos
  veces al día
rest | descansar | dormir, descanso, descansar, pausa, vacaciones
hand_over | ceder el trabajo | delegar, delega, ceder, soltar, encargar, pasar
outcome_not_method | acordar el resultado, no el método | resultado, objetivo, no el cómo, a su manera,
  destino, método, cómo hacerlo
checkpoints | puntos de control acordados | punto de control, hito, a mitad, seguimiento
allow_mistakes | permitir errores | error, errores, fallo, fracaso, equivocarse, perfecto
right_person | elegir a la persona adecuada | persona adecuada, quien quiere, siempre los mismos
not_rescue | devolver el problema | devolver, rescatar, resolver por, salvar
owner_and_date | un nombre y una fecha por tarea | quién hace qué, para cuándo, plazo, fecha, responsable,
  un nombre
consequences | actuar cuando no se cumple | consecuencia, consecuencias, dejar pasar
visible_progress | mostrar el avance a la vista | pizarra, visible, tablero, pared
keep_promises | cumplir lo prometido | cumplir, palabra, promesa, promesas, puntual
role_model | dar ejemplo | ejemplo, dar ejemplo, modelo, tú primero
expectations | dejar claro lo que se espera | expectativas, esperas, claro, claramente
review_rhythm | un ritmo fijo de revisión | cada semana, semanal, cada mes, mensual, regularmente, revisar,
  cada viernes
measure | medir lo que cuenta | medir, cifra, cifras, número, números, indicador
follow_up | hacer seguimiento enseguida | al día siguiente, el mismo día, seguimiento, dos líneas, dar las
  gracias
keep_in_touch | mantener el contacto | contacto, en contacto, de vez en cuando, cada pocos meses,
  cumpleaños, llamar, saludar
give_first | dar antes de pedir | favor, ayudar, presentar, útil, sin esperar nada
lunch | compartir comida o café | comer con, café, almuerzo, comida
one_to_one | conversaciones individuales regulares | individual, individuales, a solas, uno a uno, cada uno
listen | escuchar más que hablar | escuchar, escucha, escuche, dejar hablar, deja hablar, hablar menos,
  oídos
not_interrupt | esperar antes de hablar | interrumpir, esperar, espera, silencio, callar, cállate, contar
  hasta
play_back | repetir lo que has oído | repetir, repite, resumir, con tus palabras, si he entendido
ask_questions | preguntar en lugar de responder | pregunta, preguntas, preguntar, por qué, solución,
  respuesta
interests | saber qué necesita la otra parte | necesita, necesidades, necesitan, intereses, entender,
  entiende
empathy | ver con sus ojos | ponerse en, emoción, emociones, punto de vista, siente
speak_last | hablar el último | el último, la última, tu opinión
quiet_voices | dar voz a los callados | ronda, tímidos, callados, todos hablen
invite_dissent | invitar al desacuerdo | desacuerdo, contradecir, abogado del diablo, objeción, objeciones,
  en contra
thank_bad_news | agradecer las malas noticias | malas noticias, mala noticia, agradecer, gracias
own_mistakes | reconocer los propios errores | tus errores, reconocer, admitir, disculparse, me equivoqué
admit_unknown | decir lo que aún no se sabe | no sé, no sabes, honesto, sinceridad, sincero, incertidumbre,
  rumores
trust | crear primero confianza | confianza, confiar, relación
ground_rules | fijar reglas | reglas, regla
common_goal | recordar la meta común | meta común, objetivo común, juntos, mismo barco
humour | con humor | humor, reír, broma
calm | mantener la calma | calma, respirar, respira, nervios, enfado
write_down | ponerlo por escrito | escribir, escribe, escrito, por escrito, anotar, anota, nota, papel,
  documento
summary_after | un resumen escrito enseguida | acta, resumen, esa misma tarde, acuerdos
simplify | menos palabras y más sencillas | sencillo, palabras sencillas, frases cortas, jerga, simple
cut_down | revisar y recortar | recortar, quitar, mitad, borrador, menos diapositivas, diapositivas
conclusion_first | primero la conclusión | conclusión, al grano, primera frase, empieza por
repeat_message | repetir el mensaje | repetir, una y otra vez
know_audience | conocer al público | público, audiencia, lector
story | contar una historia | historia, contar, cuenta, anécdota, imagen
call_instead | hablar en lugar de escribir | llamar, teléfono, cara a cara, en persona
rehearse | ensayar en voz alta | ensayar, ensaya, ensayo, en voz alta, espejo, practicar
slow_down | decir menos y más despacio | despacio, lento, menos palabras, pausa
voice_body | voz y postura | voz, postura, mirada, manos
prepare | preparar a fondo | preparar, prepara, preparación, de antemano, antes de la reunión
specific_facts | hechos y ejemplos, no etiquetas | hecho, hechos, ejemplo, ejemplos, concreto, concretos,
  conducta, comportamiento, describir
prompt_feedback | dar la opinión enseguida | enseguida, inmediatamente, el mismo día, sin esperar, a menudo
not_postpone | no dejarlo para después | aplazar, posponer, esperar, hoy, ahora, demasiado tarde, pronto
praise | elogiar lo bueno | elogiar, elogio, reconocimiento, felicitar
ask_feedback | pedir opinión | feedback, opinión, retroalimentación
in_private | hablar en privado | en privado, pasear, delante de todos
decision_rights | saber quién decide | quién decide, decide, última palabra, votar, voto
sleep_on_it | consultarlo con la almohada | almohada, una noche
base_rates | partir de los hechos | datos, estadística, hechos, cuántas veces
premortem | imaginar el fracaso antes | imagina, imaginar, riesgo, escenario
purpose | explicar el porqué | porqué, sentido, propósito, para qué, razón
line_of_sight | enlazar el trabajo con la estrategia | estrategia, estratégico, visión, rumbo, dirección
early_involvement | implicar pronto a la gente | implicar, involucrar, participar, desde el principio
talk_beforehand | hablar con cada uno antes | antes de la reunión, uno por uno, de antemano, sorpresa
sponsor | encontrar un aliado | aliado, aliados, apoyo, patrocinador
pilot | probarlo en pequeño | piloto, probar, prueba, experimento, prototipo
small_steps | avanzar en pequeños pasos | pequeños pasos, paso a paso, poco a poco
results | mostrar resultados | resultados, pruebas
personal_impact | decir qué significa para cada uno | para cada uno, qué significa
customers | aprender de los clientes | cliente, clientes, usuarios
go_and_see | ir a verlo en persona | ir a ver, visitar, sobre el terreno, planta
bring_solution | llegar con una propuesta | propuesta, con una solución
patience | paciencia y constancia | paciencia, constancia, tiempo
walk_away | tener otra opción | alternativa, otra oferta, plan b, otro proveedor
trade | no dar nada sin recibir | a cambio, concesión, concesiones
learn_from_others | aprender de los que saben | mentor, aprender de, observar
practice_daily | un poco cada día | cada día, todos los días, hábito, rutina, cinco minutos
reflect | mirar atrás y anotar | reflexionar, diario, lección, balance
dare | atreverse a lo que da miedo | miedo, atrévete, valor, valentía
strengths | apoyarse en las fortalezas | fortalezas, fuerte, talentos
ask_help | pedir ayuda | ayuda, pedir ayuda
meeting_goal | un objetivo claro por reunión | orden del día, objetivo de la reunión, en una frase
cut_meetings | acortar o cancelar reuniones | cancelar, minutos, de pie, más corta
transparency | compartir lo que se sabe | transparencia, compartir, informar, abierto
boundaries | poner límites | límite, límites, fin de semana
"""
