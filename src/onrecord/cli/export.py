"""`onrecord export`: the statements of a record into a file: CSV, JSON lines or Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from onrecord.cli.failures import OutputError
from onrecord.cli.output import refuse, whole, write
from onrecord.question import parse
from onrecord.question.answering import every
from onrecord.question.answers import Hit
from onrecord.record import Record
from onrecord.showing.counting import statements
from onrecord.showing.rows import FIELDS, csv_line, json_line, row

_ENDINGS = (".csv", ".jsonl", ".parquet")
_GROUP = 10_000
"""Rows of a Parquet row group."""


def run(file: Path, text: str, *, record: str) -> None:
    """Write the statements that meet a question into a file, which appears whole or not at all."""
    ending = file.suffix.lower()
    if ending not in _ENDINGS:
        raise OutputError(f"{file}: an export is {', '.join(_ENDINGS)}; give the file one of these endings.")
    question = parse(text)
    refuse(file, [record])
    count = 0

    def counted(hits: Iterator[Hit]) -> Iterator[Hit]:
        nonlocal count
        for hit in hits:
            count += 1
            yield hit

    with Record(record) as archive:
        hits = counted(every(archive, question))
        if ending == ".parquet":
            _write_parquet(hits, file)
        elif ending == ".csv":
            write(chain([csv_line(FIELDS)], (csv_line(row(hit).values()) for hit in hits)), file)
        else:
            write(map(json_line, hits), file)
    print(f"{file}: {statements(count)} written.")


def _write_parquet(hits: Iterator[Hit], file: Path) -> None:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise OutputError("Parquet needs more than is installed: pip install 'onrecord[parquet]'.") from None
    types = {name: pyarrow.float64() if name == "confidence" else pyarrow.string() for name in FIELDS}
    schema = pyarrow.schema(list(types.items()))
    with whole(file) as made, pyarrow.parquet.ParquetWriter(made, schema) as writer:
        while group := [row(hit) for hit in islice(hits, _GROUP)]:
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
