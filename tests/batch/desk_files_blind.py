"""Files of desks of a third writing: what stands round a table, what spreadsheets do to numbers and to rows."""

from __future__ import annotations

from datetime import datetime

from tests.batch.making import DeskFile, text, workbook

L, P, N, Q, B = "listed", "possible", "no_match", "not_checked", ""

FILES = (
    DeskFile(
        "aging-report.csv",
        text(
            [
                *["Aging report;;;", "As of 31.10.2026;;;", ";;;", "Customer;Country;Open items;Amount EUR"],
                *["Alrosa;Russia;3;120.500,00", "Gartenbau Lindner KG;Germany;1;780,00", "Sberbank;Russia;2;15.000,00"],
                *["Endsumme;;6;136.280,00", ";;;", "Prepared by: M. Huber;;;", "Page 1 of 1;;;"],
            ],
            "cp1252",
        ),
        (L, N, L, Q, B, Q, Q),
        column="Customer",
    ),
    DeskFile(
        "head-on-every-page.csv",
        text(
            [
                *["Name;Land", "Gazprombank;RU", "Holzbau Maier;DE", "Seite 1 von 2;"],
                *["Name;Land", "Sberbank;RU", "Metzgerei Kraus;DE", "Seite 2 von 2;"],
            ]
        ),
        (L, N, Q, Q, L, N, Q),
        column="Name",
    ),
    DeskFile(
        "rows-in-one-cell.csv",
        text(['"name,country,dob"', '"Oleg Deripaska,RU,1968-01-02"', '"Bob Builder,GB,1970-01-01"']),
        (L, N),
        column="name",
    ),
    DeskFile(
        "inn-as-amounts.csv",
        text(["Контрагент;ИНН;КПП", "Роснефть;7706107510,00;770601001", "ООО Ромашка;501234567;"], "cp1251"),
        (L, N),
        column="Контрагент",
    ),
    DeskFile(
        "cover-sheet.xlsx",
        workbook(
            ("Cover", [["Counterparty review"], ["Owner", "K. Meier"], ["Date", datetime(2026, 11, 2)]]),
            ("Data", [["Counterparty", "Country", "Rating"], ["Rosneft", "RU", "B"], ["Nordlicht Energie", "DE", "A"]]),
            ("Legend", [["A", "low"], ["B", "high"]]),
        ),
        (L, N),
        column="Counterparty",
    ),
    DeskFile(
        "proveedores-barras.csv",
        text(
            [
                *["Nombre o razón social|País|CIF", "Petróleos de Venezuela, S.A.|Venezuela|J000950369"],
                "Zapatería Gómez, S.L.|España|B12345678",
            ]
        ),
        (L, N),
        column="Nombre o razón social",
    ),
    DeskFile(
        "export-des-tiers.csv",
        text(
            [
                *["BANQUE EXEMPLE - Export des tiers;;;", "Généré le 02/11/2026 à 09:14;;;"],
                *["Identifiant;Raison sociale ou nom;Pays;Solde", "FR-001;Boulangerie Martin SARL;FR;1 200,50"],
                *["FR-002;Gazprombank;RU;0,00", "Nombre de lignes : 2;;;1 200,50"],
            ],
            "cp1252",
        ),
        (N, L, B),
        column="Raison sociale ou nom",
    ),
    DeskFile(
        "groups.csv",
        text(
            [
                *["Customer,Country,Amount", "Sberbank,RU,10", "Fleischerei Wolf,DE,5", "Subtotal 1,,15"],
                *["Acme Tools Inc,US,7", "VTB Bank,RU,3", "Subtotal 2,,10", "(end of report),,"],
            ]
        ),
        (L, N, Q, N, L, Q, Q),
        column="Customer",
    ),
)
