"""What people type, and what Slack makes of it on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.slack.text import clean


@pytest.mark.parametrize(
    ("arrives", "typed"),
    [
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("&lt;b&gt; &amp;amp;", "<b> &amp;"),
        ("<@UBOT> is Rosneft sanctioned?", "is Rosneft sanctioned?"),
        ("<@UBOT|sanctions> is Rosneft sanctioned?", "is Rosneft sanctioned?"),
        ("<@U_PETER> can you watch Rosneft", "@somebody can you watch Rosneft"),
        ("<@UBOT> <@U2> knows", "@somebody knows"),
        ("is <@U2|Ivan Petrov> listed?", "is Ivan Petrov listed?"),
        ("is <http://rosneft.ru|rosneft.ru> sanctioned?", "is rosneft.ru sanctioned?"),
        ("<https://rosneft.com/about>", "https://rosneft.com/about"),
        ("write to <mailto:info@vtb.ru|info@vtb.ru>", "write to info@vtb.ru"),
        ("watch Rosneft in <#C1|trade>", "watch Rosneft in #trade"),
        ("<!here> is Rosneft listed?", "is Rosneft listed?"),
        ("<!subteam^S1|@legal> ask", "@legal ask"),
        ("is *Rosneft* sanctioned?", "is Rosneft sanctioned?"),
        ("check _MARSHAL ZHUKOV_", "check MARSHAL ZHUKOV"),
        ("check `7706107510`", "check 7706107510"),
        ("a_file_name stays", "a_file_name stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("<", "<"),
        ("", ""),
    ],
)
def test_the_words_come_out_as_they_were_typed(arrives: str, typed: str):
    assert clean(arrives, bot_user="UBOT") == typed


@given(st.text(alphabet="abcdefg АБВ&<>'\"", max_size=60).filter(lambda words: "  " not in words))
def test_what_slack_escapes_is_unescaped_once(words: str):
    arrives = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert clean(arrives) == words.strip()


@given(st.text(max_size=2_000))
def test_any_text_can_be_cleaned(words: str):
    clean(words, "UBOT")
    clean(words.replace(" ", "*") * 5)
