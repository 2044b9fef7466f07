"""Files of desks of a fifth writing: hints to Excel, comments, old line ends, tables in the middle of a sheet."""

from __future__ import annotations

from tests.batch.making import DeskFile, text, workbook

L, P, N, Q, B = "listed", "possible", "no_match", "not_checked", ""

FILES = (
    DeskFile(
        "sep-hint.csv",
        text(["sep=;", "Kunde;Land;Umsatz", "Sberbank;RU;1,5", "Holzbau Maier GmbH;DE;2,0"], "cp1252"),
        (L, N),
        column="Kunde",
    ),
    DeskFile(
        "old-mac.csv",
        text(["Supplier,Country", "Gazprombank,RU", "Smith & Sons Ltd,GB"], ends="\r"),
        (L, N),
        column="Supplier",
    ),
    DeskFile(
        "osoby.csv",
        text(
            [
                *["Прізвище;Ім'я;По батькові;Дата народження", "Шевчук;Оксана;Петрівна;14.07.1980"],
                "Дерипаска;Олег;Владимирович;02.01.1968",
            ],
            "utf-8-sig",
        ),
        (N, L),
    ),
    DeskFile(
        "in-the-middle.xlsx",
        workbook(
            (
                "Sheet1",
                [
                    [],
                    [None, None, "Onboarding queue"],
                    [],
                    [None, None, "Applicant", "Country", "Requested on"],
                    [None, None, "Rosneft Oil Company", "RU", "2026-11-02"],
                    [None, None, "Gartenbau Lindner KG", "DE", "2026-11-03"],
                ],
            )
        ),
        (L, N),
        column="Applicant",
    ),
    DeskFile(
        "payments.csv",
        text(
            [
                "Payment ID,Payer name,Payee name,Amount,Currency",
                "1,Acme Widgets,Gazprombank,100.00,USD",
                "2,Sberbank,Acme Widgets,50.00,USD",
            ]
        ),
        refused="Several columns",
    ),
    DeskFile(
        "fleet.csv",
        text(["Vessel Name,IMO No.,Flag,DWT", "BALTIC LEADER,9220639,RU,8831", "NORDIC BREEZE,9000001,NO,5000"]),
        (L, N),
        column="Vessel Name",
    ),
    DeskFile(
        "surname-first.csv",
        text(["Name;Geburtsdatum", '"Deripaska, Oleg";02.01.1968', '"Kraus, Anna";04.05.1977']),
        (L, N),
        column="Name",
    ),
    DeskFile(
        "smart-quotes.csv",
        text(
            ["Counterparty;Country", "“Sberbank”;Russia", "«Gazprombank»\u00a0;Russia", "‘Blue Door’ Café;France"],
            "utf-8",
        ),
        (L, L, N),
        column="Counterparty",
    ),
    DeskFile(
        "with-comments.csv",
        text(
            [
                *["# exported by crm 4.2 on 2026-11-03", "# filter: active", "name,country"],
                *["Sberbank,RU", "Smith & Sons Ltd,GB"],
            ]
        ),
        (L, N),
        column="name",
    ),
    DeskFile(
        "events.txt",
        text(['{"name": "Sberbank", "country": "RU"}', '{"name": "Holzbau Maier", "country": "DE"}'], ends="\n"),
        refused="head|column|table|JSON",
    ),
    DeskFile(
        "registre.csv",
        text(
            [
                *["Prénom\tNom\tNé(e) le\tNationalité", "Oleg\tDeripaska\t02/01/1968\tRusse"],
                *["Anne-Marie\tDupont\t14/07/1980\tFrançaise", "\t\t\t"],
            ],
            "utf-16",
        ),
        (L, N, B),
    ),
    DeskFile(
        "two-tables.csv",
        text(
            [
                *["Customers", "Name,Country", "Sberbank,RU", "Smith & Sons Ltd,GB", ""],
                *["Suppliers", "Name,Country", "Gazprombank,RU", "Holzbau Maier GmbH,DE"],
            ]
        ),
        (L, N, Q, Q, L, N),
        refused="head",
        column="Name",
    ),
)
