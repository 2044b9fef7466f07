"""How well disturbed names are found on a real corpus, and how quiet the rest is: floors under the measured figures."""

from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from bot.sanctions.party import Schema
from bot.screening.policy import MATCH
from bot.screening.query import Query, Screening, Verdict
from bot.screening.screen import Index, pair_score

pytestmark = pytest.mark.soak  # measures, on the real lists

A_CLASS = 12  # cases of each class


@pytest.fixture(scope="module")
def cases(bench_dir: Path) -> dict[str, list[dict[str, Any]]]:
    by_class: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (bench_dir / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        kept = by_class[f"{case['set']}/{case['cls']}"]
        if case["corpus"] == "full" and len(kept) < A_CLASS * (10 if case["set"].startswith("neg") else 1):
            kept.append(case)
    return by_class


def of_set(cases: dict[str, list[dict[str, Any]]], prefix: str) -> list[dict[str, Any]]:
    return [case for key, part in cases.items() if key.startswith(prefix) for case in part]


def found(index: Index, case: dict[str, Any]) -> bool:
    matches = index.screen(Query(case["query"]), limit=20).matches
    return bool({hit.entity_id for hit in matches} & set(case["expect"]))


def test_disturbed_names_are_found(real_index: Index, cases: dict[str, list[dict[str, Any]]]) -> None:
    asked = of_set(cases, "ssb/")
    assert sum(found(real_index, case) for case in asked) / len(asked) >= 0.96


def test_names_with_typing_errors_are_found(real_index: Index, cases: dict[str, list[dict[str, Any]]]) -> None:
    asked = of_set(cases, "un_treated/")
    assert sum(found(real_index, case) for case in asked) / len(asked) >= 0.95


def test_people_who_are_not_listed_stay_quiet(real_index: Index, cases: dict[str, list[dict[str, Any]]]) -> None:
    asked = of_set(cases, "negatives_")
    alarms = [case["query"] for case in asked if real_index.screen(Query(case["query"])).matches]
    assert len(alarms) / len(asked) <= 0.008, alarms


def test_near_misses_are_few(real_index: Index, cases: dict[str, list[dict[str, Any]]]) -> None:
    asked = of_set(cases, "ssb_negative/")
    alarms = [case["query"] for case in asked if real_index.screen(Query(case["query"])).matches]
    assert len(alarms) / len(asked) <= 0.09, alarms


# Large companies of many countries, from general knowledge. Some listed ships bear such a name (AMAZON, HERMES):
# an equal name is no false alarm.
FIRMS = """
Apple|Microsoft|Amazon|Alphabet|Meta Platforms|Tesla|Nvidia|Samsung Electronics|Toyota Motor|Volkswagen|Siemens|BASF|
Bayer|Nestle|Novartis|Roche|Shell|BP|TotalEnergies|ExxonMobil|Chevron|Walmart|Costco|Home Depot|IKEA|H&M|LVMH|Hermes|
Danone|Unilever|Procter & Gamble|Coca-Cola|PepsiCo|Starbucks|Nike|Adidas|Puma|Boeing|Airbus|General Electric|Honda|
General Motors|Ford|Nissan|Sony|Hitachi|Mitsubishi|SoftBank|HSBC|Barclays|Standard Chartered|Deutsche Bank|UBS|ING|
Commerzbank|BNP Paribas|Santander|Goldman Sachs|Morgan Stanley|JPMorgan Chase|Citigroup|Bank of America|Wells Fargo|
Visa|Mastercard|American Express|PayPal|Intel|IBM|Oracle|SAP|Cisco|Dell|Maersk|DHL|FedEx|Delta Air Lines|Lufthansa|
Air France|British Airways|Qatar Airways|Pfizer|Merck|AstraZeneca|Sanofi|Philips|Ericsson|Nokia|Vodafone|Orange|AT&T|
Verizon|T-Mobile|Disney|Netflix|Spotify|Uber|Heineken|Glencore|Rio Tinto|BHP|Trafigura|Vitol|Cargill|Tata Motors|
Infosys|Alibaba|Tencent|Lenovo|BYD|Renault|BMW|Mercedes-Benz|Marks and Spencer|Tesco|Carrefour|Bosch|Allianz|AXA|
Zurich Insurance|Swiss Re|Prudential|Accenture|Deloitte|KPMG|McKinsey|Lazard|BlackRock|Caterpillar|Honeywell|ABB|Alstom
"""


def test_firms_that_are_not_listed_stay_quiet(real_index: Index) -> None:
    firms = [firm.strip() for firm in FIRMS.split("|")]
    screenings = [real_index.screen(Query(firm)) for firm in firms]
    # One common word (Amazon, Oracle) is asked back about, though a ship is called so.
    told = [screening for screening in screenings if not screening.ask_back]
    asked_about = [screening for screening in told if screening.verdict is Verdict.POSSIBLE]
    # A firm listed with this word first, which no other has, is one to ask about: Accenture Building Materials.
    begins = {screening.query.name for screening in asked_about if _begins_with(screening.query.name, screening)}
    assert begins == {"Accenture", "Alphabet", "Puma"}
    alarms = [screening.query.name for screening in asked_about if screening.query.name not in begins]
    assert len(alarms) / len(firms) <= 0.03, alarms


def _begins_with(firm: str, screening: Screening) -> bool:
    return any(hit.name.casefold().split()[0] == firm.casefold() for hit in screening.matches)


def test_a_question_takes_milliseconds(real_index: Index, cases: dict[str, list[dict[str, Any]]]) -> None:
    spent = []
    for case in of_set(cases, "ssb/"):
        began = time.process_time()
        real_index.screen(Query(case["query"]))
        spent.append(time.process_time() - began)
    assert sorted(spent)[int(0.95 * len(spent))] < 0.012


def test_name_pairs_are_told_apart(bench_dir: Path) -> None:
    lines = (bench_dir / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    judged = [(p["match"], pair_score(p["name1"], p["name2"], Schema(p["schema"])) >= MATCH) for p in pairs]
    right = sum(said and so for so, said in judged)
    assert 2 * right / (sum(so for so, _ in judged) + sum(said for _, said in judged)) >= 0.85


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("O. Deripaska", "Oleg Vladimirovich Deripaska", True),
        ("Olga Deripaska", "Oleg Deripaska", False),
        ("Muammar Kadafi", "Muammar QADHAFI", True),
        ("Rosatom", "State Atomic Energy Corporation Rosatom", True),
        ("Deutsche Bank AG", "Deutsche Bank GmbH", False),
        ("Siemens Aktiengesellschaft", "Siemens AG", True),
        ("Gazprom", "Gazprombank", False),
        ("Alexander Lukashenko", "Аляксандр Лукашэнка", True),
        ("Belletech Corp", "11420 CORP.", False),
        ("AlisherUsmanov", "Alisher Usmanov", True),
        ("Sergey Viktorovich Lavrov", "Sergey Borisovitch Lavrov", False),
        ("ПАО Роснефть", "Rosneft", True),
        ("Abd al-Rahman", "Abdulrahman", True),
    ],
)
def test_known_traps(one: str, other: str, same: bool) -> None:
    assert (pair_score(one, other) >= MATCH) is same
