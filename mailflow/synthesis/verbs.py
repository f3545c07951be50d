"""Words a piece of advice begins with when it tells the leader what to do, per language, as data."""

from collections.abc import Mapping
from types import MappingProxyType

from mailflow.synthesis.words import words_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IMPERATIVES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _set(
            "accept admit agree aim allow always ask avoid ban be begin block book bring build buy call "
            "cancel carry catch celebrate change check choose circle clear close collect come connect "
            "count create cross cut decide delegate describe don't draw drop eat end explain face feed "
            "film find finish fix focus follow forget get give go halve hand have hear help hire hold "
            "imagine introduce invite join keep kill know learn leave let limit listen look make map mark "
            "measure meet model move name never offer open park pause pick picture plan point "
            "practise practice praise prepare prioritise prioritize promise protect publish put quit "
            "raise read recognise recognize record reduce refuse rehearse remember repeat replace reserve "
            "rest review reward rewrite ring rotate run say schedule see send separate set share shorten "
            "show shut sit skip sleep slow smile sort speak spend split stand start state stay stick stop "
            "study summarise summarize take talk teach tell test thank think trade train treat trust try "
            "turn understand use visit wait walk watch wear work write"
        ),
        "de": _set(
            "achte akzeptiere beginne behalte bitte bleib bleibe bring bringe delegiere erkläre erzähl "
            "erzähle erzählen fang finde frag frage fragen führe geben gib geh gehe halte hol holt höre "
            "hör lade lass lassen lern lerne lies mach mache machen nenn nenne nie nimm plane prüfe "
            "rechne richten ruf sag sage sagen sagt schau schick schicke schreib schreibe schreiben setz "
            "setze sprich sprechen stell stelle such teile trau trauen triff übe vereinbare vergessen "
            "vergiss versuch versuche warte zeig zeige"
        ),
        "fr": _set(
            "accepte ajoute annonce annulez annule appelez appelle apprends arrête arrêtez attends "
            "attendez choisis commence commencez cherche cherchez coupe demande demandez dis dites donne "
            "donnez écoute écoutez écris écrivez essaie essayez évite évitez explique fais faites garde "
            "gardez lis mets mettez note notez observe parle parlez pose posez prends prenez prépare "
            "préparez protège regarde rends répète reste tais va"
        ),
        "es": _set(
            "acepta anota aprende ayuda busca cambia cierra comienza comparte confía cuenta cuida deja "
            "delega di diga dile elige empieza ensaya escribe escribid escucha escuche evita explica "
            "habla haga haz invita lee llama mira muestra nunca observa pide piensa planifica pon "
            "pregunta pregunte prepara prueba repite reserva respira sal sé termina toma trabaja usa ve "
            "visita"
        ),
    }
)


def begins_with_a_verb(words: str, language: str) -> bool:
    """Whether `words` tell somebody what to do, by their first word."""
    first = words_of(words[:60])[:1]
    return bool(first) and first[0] in _IMPERATIVES.get(language, frozenset())
