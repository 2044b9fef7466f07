"""Ten further files of the same kinds, kept aside: written with the others, and looked at when all was done."""

from __future__ import annotations

from datetime import date

from tests.batch.making import DeskFile, text, with_member, workbook

L, P, N, Q, B = "listed", "possible", "no_match", "not_checked", ""

FILES = (
    DeskFile(
        "vendor-master.csv",
        text(
            [
                "Vendor master data as of 2026-11-01",
                "",
                "Vendor No.\tVendor legal name\tTax ID\tCountry code\tBlocked",
                "500001\tHarbour Light Shipping Agency\t\tNL\tno",
                '500002\tPublic Joint Stock Company "Transneft"\t\tRU\tno',
                "500003\t\t\tRU\tyes",
            ],
            "utf-8-sig",
        ),
        (N, L, B),
        column="Vendor legal name",
    ),
    DeskFile(
        "spisok.xlsx",
        workbook(
            (
                "Лист1",
                [
                    ["Список клиентов на 01.11.2026"],
                    ["№", "ФИО", "Дата рождения", "Гражданство"],
                    [1, "Сечин Игорь Иванович", date(1960, 9, 7), "Россия"],
                    [2, "Ромашкина Анна Сергеевна", date(1985, 3, 3), "Россия"],
                    [3, "Дерипаска Олег Владимирович", "02.01.1968", "Россия"],
                ],
            )
        ),
        (L, N, L),
        column="ФИО",
    ),
    DeskFile(
        "unicode-big.csv",
        "\ufeffЗамовник;Країна\r\nТОВ Ялинка;Україна\r\nГазпромбанк;Росія\r\n".encode("utf-16-be"),
        (N, L),
        column="Замовник",
    ),
    DeskFile(
        "bez-shapki.csv",
        text(["101;ООО Ромашка;7701234567", "102;Сбербанк;7707083893", "103;Яблоко и сыновья;7709876543"], "cp1251"),
        (N, L, N),
    ),
    DeskFile(
        "fournisseurs.csv",
        text(
            [
                "N° fournisseur;Dénomination sociale;Ville;Pays;Téléphone",
                "F1;Électricité du Rhône;Lyon;France;+33 4 72 00 00 00",
                "F2;Novatek;Moscou;Russie;",
                "F3;Société d'Études Générales;Orléans;France;",
            ],
            "cp1252",
        ),
        (N, L, N),
        column="Dénomination sociale",
    ),
    DeskFile(
        "two-sheets.xlsx",
        workbook(
            ("Lookup", [["Code", "Company name"], ["X", "Hidden Widgets Ltd"]]),
            (
                "Q4",
                [
                    ["Company name", "Reg. no.", "Country"],
                    ["VTB Bank", "1027739609391", "RU"],
                    ["Acme Widgets", "", "US"],
                ],
            ),
            hidden=["Lookup"],
        ),
        (L, N),
        column="Company name",
    ),
    DeskFile(
        "from-excel.csv",
        text(
            ["sep=;", "Lieferant;Kreditor-Nr.;Land", "Nordwind Logistik AG;70001;DE", "Gazprombank;70002;RU"], "cp1252"
        ),
        (N, L),
        column="Lieferant",
    ),
    DeskFile(
        "really-a-workbook.csv",
        workbook(
            (
                "Data",
                [
                    ["Apellidos", "Nombre", "Fecha de nacimiento"],
                    ["Sechin", "Igor", "1960-09-07"],
                    ["Huber", "Ana", 1990],
                ],
            )
        ),
        (L, N),
        column="Nombre + Apellidos",
    ),
    DeskFile(
        "old-mac.csv",
        text(
            ['Entity,"Also known as",Country', '"Rosneft ""Oil"" Company",,RU', '"Widgets, Wheels & Co",,US'], ends="\r"
        ),
        (L, N),
        refused="“Entity”",
        column="Entity",
    ),
    DeskFile(
        "linked.xlsx",
        with_member(
            workbook(("Data", [["Supplier", "Total"], ["Sberbank", "=SUM(B3:B9)"], ["Acme Widgets", 5]])),
            "xl/media/image1.png",
            b"\x89PNG",
        ),
        (L, N),
        column="Supplier",
    ),
)
