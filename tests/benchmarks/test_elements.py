"""What damage to the elements of a list does to them, on a list small enough to be read."""

from __future__ import annotations

import pytest

from benchmarks.damage import elements

MANY = 24  # records, so that they are taken for records


def _damaged(change: str, record: str = "<n>{0}</n><of><a>{0}a</a><a>{0}b</a></of>") -> list[str]:
    """Every record after this damage to the sort of element `of/a`, without the marks that are the same in all."""
    text = "".join(f"<r>{record.format(at)}</r>" for at in range(MANY))
    root = elements.fromstring(f"<l>{text}</l>")
    sorts = {groups[0][0].element.tag: groups for groups in elements._sorts(root)}
    next(one for one in elements.CHANGES if one.__name__ == change)(sorts["a"])  # type: ignore[attr-defined]
    return [elements.ElementTree.tostring(one).decode() for one in root]


@pytest.mark.parametrize(
    ("change", "second"),
    [
        ("to_the_next", "<r><n>1</n><of><a>0a</a><a>0b</a></of></r>"),
        ("to_the_next_as_well", "<r><n>1</n><of><a>1a</a><a>1b</a><a>0a</a><a>0b</a></of></r>"),
        ("each_in_the_one_before", "<r><n>1</n><of><a>1a<a>1b</a></a></of></r>"),
        ("one_higher", "<r><n>1</n><of /><a>1a</a><a>1b</a></r>"),
        ("of_one_more_level", "<r><n>1</n><of><item><a>1a</a></item><item><a>1b</a></item></of></r>"),
        ("under_another_name", "<r><n>1</n><of><a_1>1a</a_1><a_1>1b</a_1></of></r>"),
        ("in_other_letters", "<r><n>1</n><of><A>1a</A><A>1b</A></of></r>"),
        ("only_the_first", "<r><n>1</n><of><a>1a</a></of></r>"),
        ("only_the_last", "<r><n>1</n><of><a>1b</a></of></r>"),
        ("gone", "<r><n>1</n><of /></r>"),
        ("emptied", "<r><n>1</n><of><a /><a /></of></r>"),
        ("parts_of_the_next", "<r><n>1</n><of><a>1b</a><a>1a</a></of></r>"),
    ],
)
def test_each_change_moves_what_it_says(change: str, second: str) -> None:
    assert _damaged(change)[1] == second


def test_a_file_of_rows_has_no_elements_to_damage() -> None:
    damage = next(elements.damages((), ()))
    assert damage.last is not None
    with pytest.raises(IndexError):
        damage.last({"csv": b"1,2\r\n"}, {})
