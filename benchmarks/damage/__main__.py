"""`python -m benchmarks.damage`: damage real editions by kinds, load each after the whole one, and count what slipped
in; and load every real step there is, of which none may be held."""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from benchmarks.damage import (
    assembled,
    blind,
    careless,
    doubled,
    elements,
    gaps,
    kinds,
    later,
    latest,
    mishaps,
    narrow,
    newest,
    others,
    pipelines,
    real,
    strange,
    unforeseen,
    upstream,
    wholesale,
)
from benchmarks.damage.documents import EU, OFAC_XML, UK, UN, FtmLines, OfacCsv, SimpleCsv, Xml, as_ftm, thinned
from benchmarks.damage.tables import ADVANCED, ENHANCED, EuCsv, UkCsv, as_csv
from benchmarks.damage.trial import Case, Files, Result, day_after, ready, tried
from benchmarks.large import fsf_rows, uk_rows
from benchmarks.shared import lists_folder
from bot.lists.content import pieces_of
from bot.lists.files import find_edition_files
from bot.lists.publishers import known_list
from store.plain import plain

ENOUGH = 1_000  # entries
LISTS = lists_folder()


def cases() -> Iterator[Case]:
    """Real editions, each followed by itself of the day after, or by the real next one."""
    sdn, cons, un = (known_list(key) for key in ("us_ofac_sdn", "us_ofac_cons", "un_sc"))

    def of(known: object, folder: str) -> dict[str, bytes]:
        files = find_edition_files(known, LISTS / folder).files  # type: ignore[arg-type]
        return {role: b"".join(pieces_of(content)) for role, content in files.items()}

    whole = of(sdn, "ofac_sdn/2023-12-28")
    yield Case("SDN CSV, the day after", sdn.key, whole, "2023-12-28", whole, "2023-12-29", OfacCsv)
    january = of(sdn, "ofac_sdn/2022-01-21")
    yield Case("SDN CSV, 23 months later", sdn.key, january, "2022-01-21", whole, "2023-12-28", OfacCsv)
    spring_list = of(sdn, "ofac_sdn/2024-02-23")
    yield Case("SDN CSV, eight weeks later", sdn.key, whole, "2023-12-28", spring_list, "2024-02-23", OfacCsv)
    series = dict(real.series(LISTS / real.SERIES))
    eve, day = ({**series[one].files} for one in ("2023-05-16", "2023-05-19"))  # 323 came
    yield Case("SDN CSV, a day of designations", sdn.key, eve, "2023-05-16", day, "2023-05-19", OfacCsv)  # type: ignore[arg-type]
    august, winter_list = of(cons, "ofac_cons/2025-08"), of(cons, "ofac_cons/2025-12")["primary"]
    yield Case(
        "non-SDN CSV, four months later",
        cons.key,
        august,
        "2025-08-31",
        {"primary": winter_list},
        "2025-12-19",
        OfacCsv,
    )
    few = of(cons, "ofac_cons/2025-12")
    yield Case("non-SDN CSV, the day after", cons.key, few, "2025-12-19", few, "2025-12-20", OfacCsv)
    spring, winter = of(un, "un/2025-04-19"), of(un, "un/2026-02-27")
    yield Case("UN XML, the day after", un.key, winter, "2026-02-27", winter, "2026-02-28", lambda f: Xml(f, UN))
    yield Case("UN XML, ten months later", un.key, spring, "2025-04-19", winter, "2026-02-27", lambda f: Xml(f, UN))
    war = of(known_list("ftm:war"), "opensanctions/ukraine-war-sanctions-2026-03")
    yield Case("simple CSV, the day after", "ftm:war", war, "2026-03-13", war, day_after("2026-03-13"), SimpleCsv)
    xml = of(sdn, "ofac_sdn_xml/2024-05-07")
    yield Case("SDN XML, the day after", sdn.key, xml, "2024-05-07", xml, "2024-05-08", lambda f: Xml(f, OFAC_XML))
    early, late = of(cons, "ofac_cons_xml/2022-06-03"), of(cons, "ofac_cons_xml/2024-05-06")
    yield Case(
        "non-SDN XML, 23 months on", cons.key, early, "2022-06-03", late, "2024-05-06", lambda f: Xml(f, OFAC_XML)
    )
    eu = of(known_list("eu_fsf"), "eu_fsf/2024-05-13")
    later_eu = of(known_list("eu_fsf"), "eu_fsf/2026-02-26-rebuilt")
    yield Case("EU XML, 21 months later", "eu_fsf", eu, "2024-05-13", later_eu, "2026-02-26", lambda f: Xml(f, EU))
    yield Case("EU XML, the day after", "eu_fsf", eu, "2024-05-13", eu, "2024-05-14", lambda f: Xml(f, EU))
    uk = of(known_list("gb_uksl"), "uk_sl/2026-08-22-rebuilt")
    yield Case("UK XML, the day after", "gb_uksl", uk, "2026-08-22", uk, "2026-08-23", lambda f: Xml(f, UK))
    (eu_xml,), (uk_xml,) = eu.values(), uk.values()
    eu_csv, uk_csv = (
        {"csv": as_csv(fsf_rows(eu_xml), ";")},
        {"csv": as_csv(uk_rows(uk_xml), first="Report Date: 22-Aug-2026\r\n")},
    )
    yield Case("EU CSV, the day after", "eu_fsf", eu_csv, "2024-05-13", eu_csv, "2024-05-14", EuCsv)
    yield Case("UK CSV, the day after", "gb_uksl", uk_csv, "2026-08-22", uk_csv, "2026-08-23", UkCsv)
    new = {
        role: re.sub(rb"(?s)<filters>.*?</filters>", b"", text)
        for role, text in of(sdn, "ofac_enhanced/2024-08-28-irgc").items()
    }
    yield Case("ENHANCED, the day after", sdn.key, new, "2024-08-28", new, "2024-08-29", lambda f: Xml(f, ENHANCED))
    model = of(cons, "ofac_cons_advanced/2020-03-17")
    yield Case(
        "ADVANCED, the day after", cons.key, model, "2020-03-17", model, "2020-03-18", lambda f: Xml(f, ADVANCED)
    )
    lines = {"entities": un_as_ftm(winter)}
    yield Case("FTM, the day after", "ftm:un", lines, "2026-02-27", lines, "2026-02-28", FtmLines)


def un_as_ftm(files: dict[str, bytes]) -> bytes:
    known = known_list("un_sc")
    assert known.reader is not None
    return as_ftm(
        {
            "id": one.entity_id,
            "schema": one.schema.value,
            "properties": {
                "name": [one.name],
                "alias": [name.text for name in one.names[1:]],
                "programId": plain(one.programs),
                "birthDate": [birth.text for birth in one.birth_dates],
                "registrationNumber": [number.value for number in one.identifiers],
                "address": [", ".join(filter(None, (at.street, at.city))) for at in one.addresses],
                "country": [at.country for at in one.addresses],
                "nationality": plain(one.nationalities),
            },
        }
        for one in known.reader("un_sc", files).listings
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--kinds",
        choices=(
            "known",
            "others",
            "later",
            "latest",
            "newest",
            "blind",
            "wholesale",
            "assembled",
            "narrow",
            "pipelines",
            "careless",
            "doubled",
            "unforeseen",
            "elements",
            "upstream",
            "mishaps",
            "strange",
            "all",
        ),
        default="all",
    )
    parser.add_argument("--case", help="only cases whose name has this in it")
    parser.add_argument("--damage", default="", help="only damages whose name has this in it")
    parser.add_argument("--every", type=int, default=1, help="every n-th damage only")
    parser.add_argument("--whole", action="store_true", help="whole lists, not one entry in some")
    parser.add_argument(
        "--gaps", action="store_true", help="editions of weeks and months that are made, in place of real ones"
    )
    parser.add_argument("--real", action="store_true", help="load every real step as well")
    parser.add_argument("--show", action="store_true", help="say what slipped in, one by one")
    given = parser.parse_args()
    failed = real_steps() if given.real else False
    sources = {"known": kinds, "others": others, "later": later, "latest": latest, "newest": newest, "blind": blind}
    sources |= {"wholesale": wholesale, "assembled": assembled, "narrow": narrow, "pipelines": pipelines}
    sources |= {"careless": careless, "doubled": doubled, "unforeseen": unforeseen, "elements": elements}
    sources |= {"upstream": upstream, "mishaps": mishaps}
    for name, source in sources.items():
        if given.kinds in (name, "all"):
            results = [*run(source, given.case or "", given.damage, given.every, whole=given.whole, made=given.gaps)]
            report(name, results, show=given.show)
            failed |= any(result.slipped_in for result in results)
    if given.kinds in ("strange", "all"):
        results = [one for one in strange.results(LISTS) if (given.case or "").casefold() in one.case.casefold()]
        report("strange", results, show=given.show)
        failed |= any(result.slipped_in for result in results)
    sys.exit(1 if failed else 0)


def real_steps() -> bool:
    """Whether a real step was held."""
    found = [*real.steps(LISTS)]
    held = [step for step in found if step[1] != "applied"]
    print(f"real steps: {len(found)}, of which {len(held)} were not applied")
    for name, status in held:
        print(f"    {name}: {status}")
    return bool(held)


def run(
    source: object, wanted: str, damage_has: str, every: int, *, whole: bool, made: bool = False
) -> Iterator[Result]:
    for case in chain.from_iterable(map(gaps.made, cases())) if made else cases():
        if wanted.casefold() not in case.name.casefold():
            continue
        if not whole:
            case = smaller(case)
        of, document = ready(case), case.taken_apart(case.after)
        damages = source.damages(document.fields, tuple(case.after))  # type: ignore[attr-defined]
        for number, damage in enumerate(damages):
            if number % every == 0 and damage_has in damage.name and (result := tried(of, damage, number)):
                yield result


def smaller(case: Case) -> Case:
    """The case on one entry in some of each edition: half an hour becomes minutes."""
    document = case.taken_apart(case.after)
    one_in = max(1, len(document) // ENOUGH)

    def thin(files: Files) -> dict[str, bytes]:
        return thinned(case.taken_apart(files), one_in).files()

    return replace(case, before=thin(case.before), after=thin(case.after))


def report(name: str, results: list[Result], *, show: bool) -> None:
    status = Counter(result.status for result in results)
    bad = [result for result in results if result.slipped_in]
    unnamed = sum(not result.named for result in bad)
    print(
        f"{name} kinds: {len(results)} damaged editions, {dict(status)}; {len(bad)} applied with more than 0.5 % wrong"
        f", {unnamed} of them with no warning that names the kind of fact"
    )
    by_case: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_case[result.case].append(result)
    for case, several in by_case.items():
        print(f"  {case}: {len(several)}, slipped in {sum(result.slipped_in for result in several)}")
    for result in bad if show else ():
        how = "" if result.named else ", not named"
        print(f"    {result.case} / {result.damage}: {result.wrong:.2%} wrong{how}. {result.reason}")


if __name__ == "__main__":
    began = time.process_time()
    main()
    print(f"{time.process_time() - began:.0f} s of CPU")
