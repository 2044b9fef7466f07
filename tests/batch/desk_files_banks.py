"""Files of desks of a fourth writing: what banks, ledgers and databases export, with two heads, merged cells, rules."""

from __future__ import annotations

import io

from openpyxl import Workbook

from tests.batch.making import DeskFile, text, workbook

L, P, N, Q, B = "listed", "possible", "no_match", "not_checked", ""


def merged() -> bytes:
    """Countries over several rows each, under a head of two rows whose upper one spans columns."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    rows = [
        ["Counterparties by country, Q3 2026", None, None],
        ["Country", "Counterparty", "Exposure, EUR"],
        ["Russia", "Sberbank", 1_200_000],
        [None, "Gazprombank", 88_000],
        ["Germany", "Holzbau Maier GmbH", 4_000],
        [None, "Bäckerei Schäfer", 1_500],
    ]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:C1", "A3:A4", "A5:A6"):
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FILES = (
    DeskFile(
        "sparkasse-camt.csv",
        text(
            [
                '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";'
                '"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung"',
                '"DE02120300000000202051";"03.11.26";"03.11.26";"UEBERWEISUNG";"Rechnung 4711; Teil 2";'
                '"Sberbank";"DE89370400440532013000";"COBADEFFXXX";"-1200,00";"EUR"',
                '"DE02120300000000202051";"04.11.26";"04.11.26";"LASTSCHRIFT";"Strom Oktober";'
                '"Stadtwerke Neustadt";"DE75512108001245126199";"SOGEDEFFXXX";"-88,10";"EUR"',
            ],
            "cp1252",
        ),
        (L, N),
        refused="No column|Several columns",
        column="Beguenstigter/Zahlungspflichtiger",
    ),
    DeskFile(
        "giro-export.csv",
        text(
            [
                '"Girokonto";"DE02120300000000202051"',
                '"Kontostand vom 02.11.2026:";"1.234,56 EUR"',
                '""',
                '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Betrag (€)"',
                '"02.11.26";"02.11.26";"Gebucht";"Muster AG";"Gazprombank";"-12,00"',
                '"01.11.26";"01.11.26";"Gebucht";"Kunz & Co. KG";"Muster AG";"500,00"',
            ]
        ),
        refused="Several columns|No column",
    ),
    DeskFile(
        "two-heads.xlsx",
        workbook(
            (
                "Register",
                [
                    ["Counterparty", None, "Registration", None],
                    ["Name", "Country", "INN", "Date"],
                    ["ПАО «НК «Роснефть»", "Russia", "7706107510", "2002-07-19"],
                    ["ООО «Ромашка»", "Russia", "7701234567", "2010-01-11"],
                ],
            )
        ),
        (L, N),
        refused="head",
        column="Name",
    ),
    DeskFile("merged.xlsx", merged(), (L, L, N, N), column="Counterparty"),
    DeskFile(
        "utf16-big-endian.txt",
        b"\xfe\xff"
        + "Клиент\tСтрана\tЛимит\r\nСбербанк\tРоссия\t0\r\nАптека № 5\tРоссия\t10 000,00\r\n".encode("utf-16-be"),
        (L, N),
        column="Клиент",
    ),
    DeskFile(
        "quotes-and-semicolons.csv",
        text(
            [
                '"Наименование";"Страна";"Примечание"',
                '"ООО ""Ромашка""; филиал в г. Тверь";"Россия";"скидка; 5 %"',
                '"Газпромбанк (АО)";"Россия";"строка первая\nстрока вторая"',
                '"ПАО ""Сбербанк""";"Россия";""',
            ]
        ),
        (N, L, L),
        column="Наименование",
    ),
    DeskFile(
        "контрагенти.csv",
        text(
            [
                *["Найменування контрагента;Код ЄДРПОУ;Країна", "ТОВ «Калина»;31234567;Україна"],
                "Сбербанк;;Росія",
            ],
            "cp1251",
        ),
        (N, L),
        column="Найменування контрагента",
    ),
    DeskFile(
        "clientes.csv",
        text(
            [
                *["Nº,Nombre,Apellidos,Fecha de nacimiento,País", "1,Oleg,Deripaska,02/01/1968,Rusia"],
                "2,María,Fernández Ruiz,14/07/1980,España",
            ],
            "cp1252",
        ),
        (L, N),
    ),
    DeskFile(
        "psql-table.txt",
        text(
            [
                *["| id | name               | country |", "|----|--------------------|---------|"],
                *["| 1  | Gazprombank        | RU      |", "| 2  | Holzbau Maier GmbH | DE      |"],
            ],
            ends="\n",
        ),
        (Q, L, N),
        refused="head|column",
    ),
    DeskFile(
        "fournisseurs.csv",
        text(
            [
                "Dénomination sociale;N° SIREN;Ville;Pays",
                "Boulangerie Martin SARL;552100554;Lyon;France",
                "Sberbank;;Moscou;Russie",
                "Total général;;2;",
            ],
            "cp1252",
        ),
        (N, L, Q),
        column="Dénomination sociale",
    ),
    DeskFile(
        "api-dump.csv",
        b'[{"name": "Sberbank", "country": "RU"},\n {"name": "Holzbau Maier", "country": "DE"}]\n',
        refused="head|column|table|JSON",
    ),
    DeskFile(
        "pep-list.tsv",
        text(
            [
                *["Last Name\tFirst Name\tMiddle\tDOB\tNationality", "O'NEILL\tSEÁN\t\t1971-03-09\tIE"],
                "DERIPASKA\tOLEG\tVLADIMIROVICH\t1968-01-02\tRU",
            ],
        ),
        (N, L),
    ),
)
