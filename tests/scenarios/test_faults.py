"""One bad thing costs one thing."""

from tale import KICKOFF


def test_one_bad_file_costs_one_engagement(tale):
    """The others go on, the operator hears of it once, and the file is kept for a person."""
    tale.under_way()
    (lost,) = [row["id"] for row in tale.listed()]
    (file,) = tale.world.config.parent.glob(f"state/engagements/*/{lost}*")
    file.write_bytes(b'{"engagement": {"1": ')
    tale.restarts()
    tale.leader_writes(KICKOFF.replace("delegating work to my team", "saying no"), subject="Another one")
    assert len(tale.listed()) == 1
    assert tale.letters("ops") == ["alert"]
    tale.replies("leader", "Yes, send it.", to="preview", nth=2)
    assert tale.letters("ada") == ["invitation", "invitation"]
    tale.runs()
    assert tale.letters("ops") == ["alert"]
    assert len(list(tale.world.config.parent.glob("state/broken/*"))) == 1


def test_templates_and_mail_that_look_like_code_are_text(tale):
    """What a leader writes is printed, never run."""
    tale.under_way(KICKOFF.replace("since Christmas", "{{ 7*7 }} <script>alert(1)</script> times"))
    words = tale.text("ada", "invitation")
    assert "we grew from four to eleven people {{ 7*7 }} <script>alert(1)</script> times" in words
    html = tale.letter("ada", "invitation").get_body(("html",)).get_content()
    assert "&lt;script&gt;alert(1)" in html
    assert "<script" not in html
