"""What a browser leaves unmarked in a PDF is marked as artifact, and nothing else is touched."""

from __future__ import annotations

import io

import pytest

from houvast.report.pdf_marks import declared

pikepdf = pytest.importorskip("pikepdf")

DRAWN = b"0 0 10 10 re f BT /F1 9 Tf (1 / 2) Tj ET"
READ = b"/P <</MCID 0>> BDC 1 0 0 rg 0 0 5 5 re f BT /F1 9 Tf (words) Tj ET EMC"


def printed(content: bytes) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        pdf.pages[0].Contents = pdf.make_stream(content)
        pdf.docinfo["/Title"] = "Onze samenwerking"
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def operators(made: bytes) -> str:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return " ".join(str(each.operator) for each in pikepdf.parse_content_stream(pdf.pages[0]))


def test_what_is_only_drawn_is_an_artifact():
    assert operators(declared(printed(DRAWN))) == "BMC re f EMC BT Tf BMC Tj EMC ET"


def test_what_is_read_stays_as_it_was():
    assert operators(declared(printed(READ))) == "BDC rg re f BT Tf Tj ET EMC"


def test_a_path_is_marked_once_and_only_while_it_is_drawn():
    path = b"0 0 m 1 1 l 2 2 1 1 3 3 c h B q 0 0 9 9 re W n Q"
    assert operators(declared(printed(path))) == "BMC m l c h B EMC q BMC re W n EMC Q"


def test_the_metadata_declares_what_the_pages_are():
    with pikepdf.open(io.BytesIO(declared(printed(READ)))) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", "Onze samenwerking")


def test_the_same_pages_give_the_same_bytes():
    assert declared(printed(DRAWN)) == declared(printed(DRAWN))
