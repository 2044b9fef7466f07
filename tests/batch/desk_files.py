"""Twenty-two files as desks have them, written before anything was tuned to them."""

from __future__ import annotations

from datetime import datetime

from tests.batch.making import DeskFile, old_workbook, protected_by_a_password, text, with_member, workbook

L, P, N, Q, B = "listed", "possible", "no_match", "not_checked", ""

FILES = (
    DeskFile(
        "sap-debitoren.csv",
        text(
            [
                "Debitorenliste Buchungskreis 1000;;;;",
                "Stand: 01.11.2026;;;;",
                ";;;;",
                "Debitor;Name des Kunden;PLZ;Ort;Land;",
                "0000100017;Müller Maschinenbau GmbH;50667;Köln;DE;",
                "0000100018;Gazprombank;10115;Berlin;RU;",
                "0000100019;Bäckerei Schäfer;80331;München;DE;",
                "0000100020;;80331;München;DE;",
            ],
            "cp1252",
        ),
        (N, L, N, B),
        column="Name des Kunden",
    ),
    DeskFile(
        "1c-kontragenty.csv",
        text(
            [
                "№ п/п;Наименование контрагента;ИНН;КПП;Страна регистрации",
                "1;ООО «Ромашка»;7701234567;770101001;Россия",
                "2;ПАО «НК «Роснефть»;7706107510;770601001;Россия",
                "3;Газпромбанк (АО);7744001497;772801001;Россия",
            ],
            "cp1251",
        ),
        (N, L, L),
        column="Наименование контрагента",
    ),
    DeskFile(
        "excel-unicode-text.txt",
        "Customer\tCountry\tLimit\r\nNordwind Logistik AG\tGermany\t10,000\r\nСбербанк\tRussia\t0\r\n".encode("utf-16"),
        (N, L),
        column="Customer",
    ),
    DeskFile(
        "salesforce-accounts.csv",
        text(
            [
                '"Account ID","Account Name","Billing Street","Billing Country","Account Owner"',
                '"0015g00000XyZAB","Acme Widgets","12 High Street\r\nSuite 4, Floor 2","United Kingdom","Jane Miller"',
                '"0015g00000XyZAC","Sberbank","19 Vavilova\r\nMoscow","Russia","Jane Miller"',
                '"0015g00000XyZAD","Smith & Sons Ltd","","United Kingdom","Jane Miller"',
            ]
        ),
        (N, L, N),
        column="Account Name",
    ),
    DeskFile(
        "personal.csv",
        text(
            [
                "Personalnr;Vorname;Nachname;Geburtsdatum;Staatsangehörigkeit",
                "17;Igor;Sechin;07.09.1960;Russland",
                "18;Andreas;Huber;01.04.1970;Österreich",
                "19;Oleg;Deripaska;02.01.1968;Russland",
                "20;Oleg;Deripaska;02.01.1995;Russland",
            ],
            "cp1252",
        ),
        (L, N, L, P),
        column="Vorname + Nachname",
    ),
    DeskFile(
        "clients-fr.csv",
        text(
            [
                "Nom;Prénom;Date de naissance;Pays",
                "Huber;Andréas;01/04/1970;France",
                "Deripaska;Oleg;02/01/1968;Russie",
            ],
            "utf-8-sig",
        ),
        (N, L),
        column="Prénom + Nom",
    ),
    DeskFile(
        "proveedores.csv",
        text(
            [
                "Código;Razón social;NIF;País",
                "A-1;Compañía Española de Zapatos;A58818501;España",
                "A-2;Gazprombank;;Rusia",
            ],
            "cp1252",
        ),
        (N, L),
        column="Razón social",
    ),
    DeskFile(
        "postachalnyky.csv",
        text(
            ["Назва постачальника,Код ЄДРПОУ,Країна", "ТОВ Ялинка,12345678,Україна", "Роснєфть,,Росія"],
        ),
        (N, L),
        column="Назва постачальника",
    ),
    DeskFile(
        "counterparties.xlsx",
        workbook(
            (
                "Export",
                [
                    ["Counterparties", None, None, None],
                    ["as of", datetime(2026, 11, 1), None, None],
                    [],
                    ["No.", "Counterparty name", "INN", "Onboarded"],
                    [1, "Rosneft", 7706107510, datetime(2019, 5, 1)],
                    [2, "Acme Widgets", None, datetime(2020, 2, 29)],
                    [3, "Gazprombank", 7744001497.0, None],
                    [None, None, None, None],
                ],
            )
        ),
        (L, N, L),
        column="Counterparty name",
    ),
    DeskFile(
        "kyc-refresh.xlsx",
        workbook(
            ("Read me", [["This workbook is refreshed every month."], ["Ask Jane for changes."]]),
            (
                "Clients",
                [
                    ["Client ID", "Full legal name", "Type", "DOB", "Nationality"],
                    ["C-1", "Igor Ivanovich Sechin", "Individual", datetime(1960, 9, 7), "RU"],
                    ["C-2", "Nordwind Logistik AG", "Company", None, "DE"],
                ],
            ),
        ),
        (L, N),
        column="Full legal name",
    ),
    DeskFile(
        "fleet.csv",
        text(
            [
                "Vessel name,IMO no.,Flag,Last port",
                "ADRIAN DARYA 1,9116412,Iran,Tartus",
                "SEA BREEZE RENAMED,9116412,Panama,Fujairah",
                "Nordwind Meltemi,,Germany,Hamburg",
            ]
        ),
        (L, L, N),
        column="Vessel name",
    ),
    DeskFile(
        "names.txt",
        text(["Gazprombank", "Acme Widgets", "", "Igor Sechin", "Jane Miller", "", ""], ends="\n"),
        (L, N, B, L, N),
    ),
    DeskFile(
        "without-head.csv",
        text(["10017|Rosneft|RU|2019-05-01", "10018|Acme Widgets|US|2020-02-29", "10019|Sberbank|RU|2021-01-01"]),
        (L, N, L),
    ),
    DeskFile("ids.csv", text(["customer,region", "C-10017,EU", "C-10018,US"]), refused="name"),
    DeskFile(
        "payments.csv",
        text(["Ref,Ordering customer,Beneficiary,Amount", "1,Acme Widgets,Gazprombank,100", "2,Rosneft,Jane Miller,5"]),
        refused="“Ordering customer”|“Beneficiary”",
    ),
    DeskFile(
        "garbled.csv",
        "Name;Land\nÐ Ð¾ÑÐ½ÐµÑ„Ñ‚ÑŒ;RU\nMÃ¼ller Maschinenbau GmbH;DE\n".encode(),
        (Q, Q),
        refused="letters",
    ),
    DeskFile("protected.xlsx", protected_by_a_password(), refused="password"),
    DeskFile("from-1997.xls", old_workbook(), refused="older|.xlsx"),
    DeskFile(
        "with-macros.xlsm",
        with_member(workbook(("Sheet1", [["Name"], ["Rosneft"]])), "xl/vbaProject.bin", b"macros"),
        refused="macros",
    ),
    DeskFile(
        "unquoted-commas.csv",
        text(["ID,Company,Country", "1,Rosneft,RU", "2,Widgets, Wheels and Rosneft,US", "3,Acme Widgets,US"]),
        (L, Q, N),
        column="Company",
    ),
    DeskFile(
        "computed.xlsx",
        workbook(("Sheet1", [["First", "Last", "Name"], ["Igor", "Sechin", '=A2&" "&B2'], ["Jane", "Miller", "=A3"]])),
        refused="formula|Several columns",
    ),
    DeskFile(
        "open-quote.csv",
        text(
            ["ID,Name,City", '1,"Acme Widgets,Boston', "2,Rosneft,Moscow", '3,"Sberbank",Moscow', "4,Jane Miller,Oslo"]
        ),
        refused="quotation mark",
    ),
)
