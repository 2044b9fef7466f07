"""Words for properties: any letters, words with slips in them, and words with their vowels left out."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SOME_WORDS = (
    "deripaska oleg olga ivanov ivanova sergei sergey yuri rahman salim franco bureau vieira jalal jalali muhammad "
    "gazprom gazprombank rosneft aleksandr sasha khadzhi haji bernstein qadhafi szczepan al ox ee"
)
ANY_WORDS = st.sampled_from(SOME_WORDS.split()) | st.text(LETTERS, min_size=1, max_size=30)


@st.composite
def words_with_slips(
    draw: st.DrawFn, words: st.SearchStrategy[str] = ANY_WORDS, slips: str = "abdgmrt", most: int = 3
) -> tuple[str, str]:
    """A word, and the same with some letters replaced, left out or doubled, or with its vowels left out."""
    word = other = draw(words)
    if draw(st.integers(0, 3)) == 0:
        return word, "".join(letter for letter in word if letter not in "aeiou") or word
    for _ in range(draw(st.integers(0, most))):
        at, letter = draw(st.integers(0, len(other) - 1)), draw(st.sampled_from(slips))
        other = other[:at] + draw(st.sampled_from(["", letter, other[at] * 2])) + other[at + 1 :] or letter
    return word, other


@st.composite
def words_a_letter_apart(draw: st.DrawFn, most: int) -> tuple[str, str]:
    """Two words; the one becomes the other where a letter is left out, put in, replaced or swapped with the next."""
    word = draw(st.sampled_from(SOME_WORDS.split()) | st.text(LETTERS, min_size=2, max_size=most))
    at = draw(st.integers(0, len(word) - 1))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    others = [before + after, before + draw(st.sampled_from(LETTERS)) + after, before + after[:1] + letter + after[1:]]
    other = draw(st.sampled_from(others))
    pair = (word, other) if len(other) > 1 else (word, word)
    return pair if draw(st.booleans()) else pair[::-1]  # where the second is the longer one, a letter was put in
