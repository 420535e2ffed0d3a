"""Every text in a file as far as it can be opened: archives, pages of a PDF, chunks of a picture, compressed parts."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_DATA = re.compile(rb"base64,([A-Za-z0-9+/=]{16,})")
_TAG = re.compile(r"<[^<>]*>")
_APART = re.compile(r"[-\u2010\u00ad\s]+")  # in a PDF also where a word could have been broken off
_SOFT = str.maketrans("", "", "\u00ad\u200b\u2060")


def texts_in(data: bytes) -> Iterator[str]:
    """The texts of some bytes and of everything inside them; of pages both with and without their tags."""
    text = data.decode("utf-8", "replace").translate(_SOFT)
    yield text
    plain = html.unescape(text)
    yield plain
    yield _TAG.sub("", plain).translate(_SOFT)
    for other in ("utf-16-le", "utf-16-be"):
        yield data.decode(other, "replace")
    for inner in _inside(data):
        yield from texts_in(inner)


def _inside(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for part in archive.infolist():
                yield part.filename.encode() + part.comment + part.extra
                yield archive.read(part)
    elif data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data.startswith(b"PAR1"):
        yield from _parquet(data)
    for found in _DATA.finditer(data):
        try:
            yield base64.b64decode(found[1], validate=True)
        except binascii.Error:
            continue


def _pdf(data: bytes) -> Iterator[bytes]:
    from pypdf import PdfReader

    for stream in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[stream.end() :])
        except zlib.error:
            continue
    reader = PdfReader(io.BytesIO(data))
    yield str(dict(reader.metadata or {})).encode()
    yield str(reader.outline).encode()
    for page in reader.pages:
        text = page.extract_text()
        yield text.encode(errors="replace")
        yield _APART.sub("", text).encode(errors="replace")


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + size]
        if kind in (b"zTXt", b"iTXt"):
            for begin in range(len(chunk) - 1):
                if chunk[begin : begin + 1] == b"\x78":
                    try:
                        yield zlib.decompressobj().decompress(chunk[begin:])
                    except zlib.error:
                        continue
        at += size + 12


def _parquet(data: bytes) -> Iterator[bytes]:
    from pyarrow import parquet

    file = parquet.ParquetFile(io.BytesIO(data))
    yield str(file.schema_arrow.metadata).encode()
    for group in range(file.metadata.num_row_groups):
        for column in range(file.metadata.num_columns):
            yield str(file.metadata.row_group(group).column(column)).encode()
    yield str(file.read().to_pylist()).encode()
