"""screen FILE -o OUT, as scripts use it: what is taken, what is refused, what comes out."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

COLUMNS = ["verdict", "standing", "matched_name", "entity_id", "score", "lists", "programs", "reasons", "editions"]


def screened(run: Run, folder: Path, content: str | bytes, *options: str, name: str = "parties.csv") -> Ran:
    source = folder / name
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run("screen", str(source), "-o", str(folder / "out.csv"), *options, "--json")


def rows_of(folder: Path, delimiter: str = ",") -> list[dict[str, Any]]:
    text = (folder / "out.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(text.decode("utf-8-sig").splitlines(), delimiter=delimiter))


@pytest.mark.parametrize(
    ("content", "column"),
    [
        ("id,Name\n17,Gazprombank\n18,Acme Widgets\n", "Name"),
        ("id;Kunde;Ort\n17;Gazprombank;Moskau\n18;Acme Widgets;Köln\n", "Kunde"),
        ("id\tCustomer name\n17\tGazprombank\n18\tAcme Widgets\n", "Customer name"),
        ("Страна|Контрагент\nRU|Газпромбанк\nUS|Acme Widgets\n", "Контрагент"),
        ("17,Gazprombank,RU\n18,Acme Widgets,US\n", "column B"),
        ("Gazprombank\nAcme Widgets\n", "column A"),
        ("Parties of 2026\n\nNo,Supplier\n17,Gazprombank\n18,Acme Widgets\n", "Supplier"),
    ],
)
def test_the_column_of_the_names_is_found_and_named(loaded: Run, tmp_path: Path, content: str, column: str) -> None:
    done = screened(loaded, tmp_path, content)
    assert done.code == 0, done.err
    assert done.json["columns"]["name"] == column
    counts = {key: done.json[key] for key in ("rows", "screened", "listed", "no_match", "not_checked", "blank")}
    assert counts == {"rows": 2, "screened": 2, "listed": 1, "no_match": 1, "not_checked": 0, "blank": 0}
    first, second = rows_of(tmp_path, ";" if ";" in content else ",")
    assert (first["verdict"], first["entity_id"]) == ("listed", "ofac-17016")
    assert second["verdict"] == "no_match"
    assert list(first)[-len(COLUMNS) :] == COLUMNS
    assert "us_ofac_cons 2025-12" in first["editions"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id,ref\n17,C1\n18,C2\n", "(“id”, “ref”) is a head or a party"),
        ("id,name\n17,70001\n18,70002\n", "holds no names, but “70001”"),
        ("Payer,Beneficiary\nGazprombank,Acme\nFoo Trading,Bar\n", "“Payer” (A), “Beneficiary” (B)"),
        ("Gazprombank,Moscow\nAcme Widgets,Boston\n", "A (“Gazprombank”), B (“Moscow”)"),
        ("Kundenliste\nGazprombank\nAcme\n", "whether the first row of parties.csv (“Kundenliste”) is a head"),
        ("Nazwa,Kod\nGazprombank,1701\nAcme,1802\n", "(“Nazwa”, “Kod”) seems to be a head of words not known here"),
        ("", "parties.csv is empty."),
        ("\n\n\n", "parties.csv is empty."),
        ("<html><body>Name</body></html>", "is a web page"),
        ('{"name": "Gazprombank"}', "is JSON"),
        (b"%PDF-1.7\n\x00\x01\x02binary", "not a table|a document"),
    ],
)
def test_what_is_not_sure_is_refused_and_says_what_was_seen(
    loaded: Run, tmp_path: Path, content: str | bytes, says: str
) -> None:
    done = screened(loaded, tmp_path, content)
    assert done.code == 2
    assert done.json["status"] == "refused"
    assert any(words in done.json["reason"] for words in says.split("|")), done.json["reason"]
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out.csv").exists()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("said", ["ref", "B", "2", "REF"])
def test_the_column_can_be_said_by_its_head_its_letter_or_its_number(loaded: Run, tmp_path: Path, said: str) -> None:
    done = screened(loaded, tmp_path, "id,ref\n17,Gazprombank\n", "--name-column", said, "--head")
    assert done.json["columns"] == {"name": "ref"}
    assert done.json["listed"] == 1


def test_whether_there_is_a_head_can_be_said(loaded: Run, tmp_path: Path) -> None:
    done = screened(loaded, tmp_path, "Kundenliste\nGazprombank\n", "--no-head")
    assert (done.json["rows"], done.json["columns"]) == (2, {"name": "column A"})
    done = screened(loaded, tmp_path, "Kundenliste\nGazprombank\n", "--head")
    assert (done.json["rows"], done.json["columns"]) == (1, {"name": "Kundenliste"})


def test_a_blank_name_has_no_verdict(loaded: Run, tmp_path: Path) -> None:
    done = screened(loaded, tmp_path, "id,name,country\n17,Gazprombank,RU\n18,,DE\n19,   ,FR\n")
    assert (done.json["rows"], done.json["screened"], done.json["blank"]) == (3, 1, 2)
    assert [row["verdict"] for row in rows_of(tmp_path)] == ["listed", "", ""]


@pytest.mark.parametrize(
    "cell",
    ["=cmd|'/C calc'!A1", "+1+cmd|calc", "-2+3+cmd|calc", "@SUM(A1)", "\t=1+1", " =HYPERLINK(1)", "＝cmd()", "|calc"],
)
def test_no_formula_comes_out_of_the_files_own_columns_nor_of_its_heads(loaded: Run, tmp_path: Path, cell: str) -> None:
    screened(loaded, tmp_path, f'name,"{cell}"\n"{cell}","{cell}"\nGazprombank,-5.25\n')
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    row, other = rows_of(tmp_path)
    assert row["name"] == f"'{cell}"
    assert all(each[:1] not in ("=", "+", "-", "@", "\t", " ") for each in next(csv.reader([text.splitlines()[0]])))
    assert list(other.values())[1] == "-5.25"  # a number is not run


def test_a_file_without_o_is_refused_and_not_screened_as_a_name(loaded: Run, tmp_path: Path) -> None:
    source = tmp_path / "Gazprombank"
    source.write_text("name\nGazprombank\n", encoding="utf-8")
    for given in (str(source), str(tmp_path / "absent.csv"), "customers.xlsx"):
        done = loaded("screen", given, "--json")
        assert done.code == 2
        assert "-o" in done.json["reason"]
    done = loaded("screen", str(tmp_path / "absent.csv"), "-o", str(tmp_path / "out.csv"), "--json")
    assert (done.code, "cannot be read" in done.json["reason"]) == (2, True)


def test_results_are_not_written_over_the_file_itself(loaded: Run, tmp_path: Path) -> None:
    source = tmp_path / "parties.csv"
    source.write_text("name\nGazprombank\n", encoding="utf-8")
    done = loaded("screen", str(source), "-o", str(source), "--json")
    assert done.code == 2
    assert source.read_text(encoding="utf-8") == "name\nGazprombank\n"


def test_without_a_list_nothing_is_screened(sanctions_bot: Run, tmp_path: Path) -> None:
    done = screened(sanctions_bot, tmp_path, "name\nGazprombank\n")
    assert (done.code, "No list is loaded" in done.json["reason"]) == (2, True)
