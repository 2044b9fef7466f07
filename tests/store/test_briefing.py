from __future__ import annotations

from sqlalchemy.orm import Session, sessionmaker

from bot.sanctions.briefing import Briefing, Source, Statement
from bot.sanctions.measure import Measure
from bot.sanctions.program import Program
from store.briefing import measures, program_notes, save_briefing, sources, statements
from tests.store.builders import NOON

BRIEFING = Briefing(
    sources=(Source("ofac", "OFAC", "SDN list", "2023-12-28", "https://ofac.treasury.gov"),),
    statements=(
        Statement("who-drafts", ("drafting",), "Nobody has said who drafts the list."),
        Statement("cap", ("oil",), "The cap may be lowered.", "ofac", "reported", "2023-12-20"),
    ),
    measures=(Measure("oil-price-cap", "Oil price cap", "At most 60", parameters={"level": 60, "currency": "USD"}),),
    programs=(Program("RUSSIA-EO14024", "Russian Harmful Foreign Activities", effect={"sdn": "blocking"}),),
)


def test_a_briefing_is_read_back_in_its_own_order(session_factory: sessionmaker[Session]):
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
    with session_factory() as session:
        assert tuple(sources(session)) == BRIEFING.sources
        assert tuple(statements(session)) == BRIEFING.statements
        assert tuple(measures(session)) == BRIEFING.measures
        assert tuple(program_notes(session)) == BRIEFING.programs


def test_what_has_the_same_id_takes_the_place_of_what_was_and_the_rest_stays(session_factory: sessionmaker[Session]):
    official = Statement("who-drafts", ("drafting",), "The Treasury drafts it.", "ofac", "official")
    with session_factory.begin() as session:
        save_briefing(session, BRIEFING, NOON)
        save_briefing(session, Briefing(statements=(official,)), NOON)
    with session_factory() as session:
        assert statements(session) == [official, BRIEFING.statements[1]]
        assert tuple(measures(session)) == BRIEFING.measures
