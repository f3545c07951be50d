"""Whatever people write stays words: no header, no template, no tag, no link (B19 to B22)."""

from dataclasses import replace

import pytest
from letters import Page, flat, names, opened, part, write

from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import Engagement, Expert, NamedExpert, Synthesis
from mailflow.writing.sample_variants import samples

# Variants of these differ by fixed sentences alone; one of each shows what people's words do to them.
ONE_OF_EACH = ("alert.", "kickoff_gaps.", "kickoff_refused.", "transcript.")
SAMPLES = {
    name: made
    for name, made in samples().items()
    if not name.startswith(ONE_OF_EACH) or name in {"kickoff_gaps.four", "transcript.heard_all"}
}
HOSTILE = {
    "template": "{{ 7*7 }} {% for x in ().__class__.__mro__ %}{{ x }}{% endfor %} {# gone #}",
    "tags": "<script>alert(1)</script><img src=http://evil.test/x.png onerror=y></p></letter><say>",
    "entities": "&lt;b&gt; &amp; ]]> <!-- x --> <?xml ?> <subject>Mine</subject>",
    "link": "[x](javascript:alert(1)) <a href='http://evil.test'>here</a>",
    "header": "hi\r\nBcc: evil@evil.test\r\n\r\nX-Evil: =?utf-8?Q?a=0D=0ABcc:_x?=",
    "invisible": "a\x00b\x08c\u202ed\u2028e\u200bf\ud800g\ufeff\x85h",
    "dots": ".\r\n.\r\nQUIT\r\nFrom me\r\n--=_0\r\n",
    "long": "x" * 2000 + " " + "y " * 300,
}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "div", "hr", "br", "strong", "em",
    "p", "h2", "h3", "blockquote", "ol", "ul", "li", "table", "tr", "th", "td",
}  # fmt: skip


def spoiled(send: Send, engagement: Engagement, words: str) -> tuple[Send, Engagement]:
    """The letter with these words in every place where somebody may put words."""
    leader = replace(engagement.leader, name=words)
    goal = engagement.goal
    if goal is not None:
        steps = tuple(replace(step, text=words) for step in goal.steps)
        goal = replace(goal, own_words=words, statement=words, specific=words, steps=steps)
    engagement = replace(
        engagement,
        capability=words,
        phrase=words,
        why_now=words,
        to_what_end=words,
        leader=leader,
        experts=tuple(_expert(expert, words) for expert in engagement.experts),
        named=tuple(NamedExpert(name=words, email=one.email, side=one.side) for one in engagement.named),
        substitute=_expert(engagement.substitute, words) if engagement.substitute else None,
        synthesis=_synthesis(engagement.synthesis, words),
        threads={seat: replace(thread, subject=words) for seat, thread in engagement.threads.items()},
        goal=goal,
    )
    return replace(send, name=words, words=words), engagement


def _expert(expert: Expert, words: str) -> Expert:
    advice = tuple(replace(piece, text=words) for piece in expert.advice)
    extras = tuple(replace(piece, text=words) for piece in expert.extras)
    return replace(expert, name=words, seen_where=words, advice=advice, extras=extras)


def _synthesis(synthesis: Synthesis | None, words: str) -> Synthesis | None:
    if synthesis is None:
        return None
    candidates = tuple(
        replace(one, quotes=tuple(replace(quote, text=words) for quote in one.quotes))
        for one in synthesis.candidates
    )
    themes = tuple(replace(theme, label=words) for theme in synthesis.themes)
    return replace(synthesis, themes=themes, candidates=candidates)


@pytest.mark.parametrize("kind", sorted(HOSTILE))
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_words_stay_words(name: str, kind: str) -> None:
    """The same fields, the same tags, the same ends of line as with friendly words."""
    friendly = write(*SAMPLES[name])
    letter = write(*spoiled(*SAMPLES[name], HOSTILE[kind]))
    assert names(letter) == names(friendly)
    assert letter.message_id == friendly.message_id
    page = Page(part(letter, "text/html"))
    assert set(page.seen) <= TAGS
    assert {key for key, _ in page.attributes} <= {
        "lang", "charset", "name", "content", "style", "start", "scope",
    }  # fmt: skip
    assert letter.raw.isascii()
    assert letter.raw.count(b"\n") == letter.raw.count(b"\r\n") == letter.raw.count(b"\r")
    assert max(map(len, letter.raw.split(b"\r\n"))) <= 998
    assert b"\r\n." not in letter.raw
    assert not set(letter.text) & set("\x00\x08\u202e\u2028\u200b\ufeff\x85\ud800")
    assert [one.get_content_type() for one in opened(letter).walk()] == [
        one.get_content_type() for one in opened(friendly).walk()
    ]


@pytest.mark.parametrize("name", ["thanks", "synthesis", "more_please"])
def test_a_template_in_advice_is_printed_as_it_was_written(name: str) -> None:
    """Word for word also means brace for brace."""
    letter = write(*spoiled(*SAMPLES[name], HOSTILE["template"]))
    assert HOSTILE["template"] in flat(letter.text)
    assert HOSTILE["template"] in flat("".join(Page(part(letter, "text/html")).words))


@pytest.mark.parametrize("name", ["thanks", "synthesis"])
def test_tags_in_advice_are_shown_not_obeyed(name: str) -> None:
    """An expert who writes about HTML is understood."""
    letter = write(*spoiled(*SAMPLES[name], HOSTILE["tags"]))
    assert HOSTILE["tags"] in flat(letter.text)
    assert HOSTILE["tags"] in flat("".join(Page(part(letter, "text/html")).words))


def test_a_letter_of_hostile_words_keeps_its_size() -> None:
    """What is long is shortened where it is only shown, so that no letter grows beyond measure."""
    for name in ("invitation", "preview", "kickoff_gaps", "is_this_yours", "transcript"):
        letter = write(*spoiled(*SAMPLES[name], "word " * 20_000))
        assert len(letter.raw) < 300_000, name
        assert len(letter.subject) <= 160
