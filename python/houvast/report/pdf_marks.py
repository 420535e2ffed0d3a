"""What a browser leaves out of the PDF that it prints, and PDF/UA-1 asks for.

It tags what is read, and leaves unmarked what is only drawn: backgrounds, lines, page numbers and signs without words.
These are marked as artifacts here, and the metadata declares PDF/UA.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ..errors import MissingExtraError

__all__ = ["declared"]

_BEGIN: Final = ("BDC", "BMC")
_END: Final = "EMC"
_PATHS: Final = ("m", "l", "c", "v", "y", "h", "re")
_PAINTS: Final = ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n")
_TEXTS: Final = ("Tj", "TJ")


def declared(made: bytes) -> bytes:
    """The printed pages, with all that is not read marked as artifact, and PDF/UA-1 in the metadata."""
    try:
        import pikepdf
    except ImportError as error:
        raise MissingExtraError.of("report", "pikepdf") from error
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for page in pdf.pages:
            marked = _marked(pikepdf.parse_content_stream(page))
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(marked)))
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfuaid:part"] = "1"
            metadata["dc:title"] = str(pdf.docinfo.get("/Title", ""))
        done = io.BytesIO()
        pdf.save(done, deterministic_id=True)
        return done.getvalue()


def _marked(instructions: Iterable[Any]) -> Iterator[Any]:
    """The instructions of a page; a path or a text outside marked content is put between marks of its own."""
    from pikepdf import ContentStreamInstruction, Name, Operator

    begin = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    end = ContentStreamInstruction([], Operator(_END))
    depth, drawing = 0, False
    for instruction in instructions:
        operator = str(instruction.operator)
        depth += (operator in _BEGIN) - (operator == _END)
        opens = depth == 0 and not drawing and operator in (*_PATHS, *_TEXTS)
        drawing = drawing or opens
        if opens:
            yield begin
        yield instruction
        if drawing and operator in (*_PAINTS, *_TEXTS):
            yield end
            drawing = False
