"""Workbooks that would end the process or fill the memory are refused, with the cell where one is to blame."""

import io
import zipfile
from pathlib import Path

import pytest

import houvast
from houvast.convert.files import read_raw
from houvast.io import limits
from houvast.io.workbook import reader, xlsx_in

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(sheet: str, strings: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """An .xlsx with one sheet, made by hand so that it can be wrong."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{REL}"><sheets><sheet name="study" sheetId="1" r:id="b"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="b" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="c" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}>{sheet}</worksheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**parts, **(more or {})}.items():
            archive.writestr(name, text)
    return data.getvalue()


def refusals(data: bytes, folder: Path) -> list[houvast.Error]:
    """What both readers of workbooks say."""
    path = folder / "book.xlsx"
    path.write_bytes(data)
    found = []
    for read in (houvast.load, read_raw):
        with pytest.raises(houvast.Error) as refused:
            read(path)
        found.append(refused.value)
    return found


FIRST = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>'
FAR = {
    "without a dimension": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "impossible": '<row r="1048576"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>',
    "other attributes first": '<row r="1048576"><c s="1" t="n" r="XFD1048576"><v>1</v></c></row>',
    "single quotes": "<row r='1048576'><c r = 'XFD1048576' ><v>1</v></c></row>",
    "a formula": '<row r="1048576"><c r="XFD1048576"><f>1+1</f><v>2</v></c></row>',
    "small letters": '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("case", FAR)
@pytest.mark.parametrize("told", ["", '<dimension ref="A1:B2"/>', '<dimension ref="A1"/>'])
def test_a_cell_far_away_is_named(case: str, told: str, tmp_path: Path) -> None:
    for error in refusals(workbook(f"{told}<sheetData>{FIRST}{FAR[case]}</sheetData>"), tmp_path):
        assert error.code in ("HV-113", "HV-116")
        assert (error.where.row, error.where.column) in ((1048576, "XFD"), (1048576, "xfd"), (99999999999, "ZZZZZZZ"))


HIDDEN = {
    "a place in entities": '<row r="2"><c r="&#90;ZZZZZZ99999999999"><v>1</v></c></row>',
    "a far place in entities": '<row r="2"><c r="&#88;FD1048576"><v>1</v></c></row>',
    "a row in entities": '<row r="&#49;048576"><c r="XFD&#49;048576"><v>1</v></c></row>',
}


@pytest.mark.parametrize("case", HIDDEN)
def test_what_ends_the_reader_does_not_end_the_process(case: str, tmp_path: Path) -> None:
    codes = [error.code for error in refusals(workbook(f"<sheetData>{FIRST}{HIDDEN[case]}</sheetData>"), tmp_path)]
    assert set(codes) <= {"HV-101", "HV-116", "HV-302"}


@pytest.mark.parametrize(("row", "refused"), [(999_999, False), (1_000_000, False), (1_000_001, True)])
def test_the_most_cells_of_a_sheet(row: int, refused: bool) -> None:
    assert limits.MOST_CELLS == 20 * 1_000_000
    sheet = f'<c r="A1"><v>1</v></c><c r="T{row}"><v>1</v></c>'.encode()  # T is the 20th column
    assert xlsx_in.far_cell(sheet) == ((row, "T") if refused else None)
    only_a_format = f'<c r="A1"><v>1</v></c><c r="XFD{row}" s="1"/>'.encode()
    assert xlsx_in.far_cell(only_a_format) is None


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_the_most_bytes_inside(over: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = workbook(f"<sheetData>{FIRST}</sheetData>")
    size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(plain)).infolist())
    monkeypatch.setattr(reader, "MOST_UNPACKED", 100_000)
    data = workbook(f"<sheetData>{FIRST}</sheetData>", more={"bomb": b"\0" * (100_000 + over - size)})
    if over <= 0:
        assert reader.sheets_of(data) == {"study": [["id"]]}
    else:
        with pytest.raises(reader.WorkbookError, match="large"):
            reader.sheets_of(data)
        assert {error.code for error in refusals(data, tmp_path)} == {"HV-302"}


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_the_most_text_with_shared_strings(over: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cells = "".join(f'<c r="{column}1" t="s"><v>0</v></c>' for column in "ABCD")
    data = workbook(f'<sheetData><row r="1">{cells}</row></sheetData>', f"<si><t>{'x' * 250}</t></si>")
    monkeypatch.setattr(reader, "MOST_TEXT", 1000 - over)
    if over <= 0:
        assert reader.sheets_of(data)["study"] == [["x" * 250] * 4]
    else:
        with pytest.raises(reader.WorkbookError, match="large"):
            reader.sheets_of(data)


def test_without_an_interpreter_to_start_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    monkeypatch.setattr("subprocess.run", None)
    assert reader.sheets_of(workbook(f"<sheetData>{FIRST}</sheetData>")) == {"study": [["id"]]}
