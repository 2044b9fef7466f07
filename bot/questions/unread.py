"""Words that no name has, in what was taken for one: nothing that was not read is screened."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.party_words import words
from bot.questions.question import Kind, Question, Subject
from bot.questions.spotting.lexicon import lexicon
from bot.questions.spotting.names import ListedNames, Token, names_in, tokens_of

# Ordinary words that names hold, too
_IN_NAMES = words(
    """
    a an and or of the for de la le el du del von van y & in on и или bank company ship general state federal oil gas
    group energy new first world home office open central house trade trading one
    """
)
_ABOUT_A_PARTY = (Kind.SCREENING, Kind.COVERAGE, Kind.HISTORY, Kind.LINKS, Kind.WATCH, Kind.UNWATCH)


def confessed(question: Question, listed: ListedNames) -> Question:
    """`question` as it may be answered: a subject that holds words no name has is replaced by the listed names that the
    index finds in the text; where it finds none, the question asks which words are the name."""
    text = question.text
    if question.understood and (question.kind not in _ABOUT_A_PARTY or not question.subjects):
        return question
    if question.understood and all(is_a_name(s, text, listed) for s in question.subjects):
        return question
    tokens = tokens_of(text)
    # a rare surname counts where a party was asked for; in a text that asks for none only a whole name does
    found = [each for each in names_in(tokens, listed) if each.strong or question.understood]
    names = tuple(Subject(each.name) for each in found)
    if names:
        kept = replace(question, subjects=names, nearest="", understood=True, read_as=tuple(s.name for s in names))
        return kept if question.kind in _ABOUT_A_PARTY else replace(kept, kind=Kind.SCREENING)
    if not question.understood:
        return question
    return Question(Kind.HELP, text=text, understood=False, unread=tuple(s.name for s in question.subjects))


def is_a_name(subject: Subject, text: str, listed: ListedNames) -> bool:
    """Whether every word of what was taken for a name may be one's."""
    if subject.identifiers or f'"{subject.name}"' in text or f"'{subject.name}'" in text:
        return True
    tokens = tokens_of(subject.name)
    found = names_in(tokens, listed, [True] * len(tokens))
    if len(found) == 1 and found[0].strong and found[0].last - found[0].first == len(tokens):
        return True
    return not any(_is_plain(token) for token in tokens)


def _is_plain(token: Token) -> bool:
    """A word as sentences have it: known, and in small letters."""
    return token.text.islower() and token.word not in _IN_NAMES and lexicon().knows(token.word)
