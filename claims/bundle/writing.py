"""Rows to files: a bundle as a folder, complete or not there at all."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from claims.bundle.bibliography import bibliography_text
from claims.bundle.cells import write_cell
from claims.bundle.columns import Table
from claims.bundle.content import Bundle, Values
from claims.bundle.package import BIBLIOGRAPHY_PATH, PACKAGE_FILE, package_text
from claims.bundle.tables import ARTICLE_VERSIONS, SOURCES_CURATION, TABLES

README = "README.md"


class FolderNotEmpty(Exception):
    """There is something in the folder already that writing would replace."""


def table_text(table: Table, rows: list[Values]) -> str:
    """Return the table as CSV with a header, one line end (LF) a row, quoted where needed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.names)
    for values in rows:
        cells = [write_cell(values[name]) for name in table.names]
        if any("\r" in cell for cell in cells):
            # before Python 3.13 the writer leaves a lone carriage return unquoted, which no reader accepts
            quoted = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL)
            quoted.writerow(cells)
        else:
            writer.writerow(cells)
    return buffer.getvalue()


def text_path(article: str, version: int) -> str:
    """Return where the text of an article's version stands."""
    return f"articles/{article}-v{version}.md"


def write_bundle(bundle: Bundle, folder: Path, *, licences: list[dict[str, str]], force: bool = False) -> None:
    """Write the bundle to ``folder`` by way of a temporary folder beside it, so that it is never there by half.

    Raises `FolderNotEmpty` where something is there already. ``force`` replaces a bundle, its README.md kept, and
    nothing that is not a bundle.
    """
    folder = folder.absolute()
    _refuse_to_replace(folder, force=force)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as scratch:
        fresh = Path(scratch) / "fresh"
        fresh.mkdir()
        _write_files(bundle, fresh, licences)
        if (folder / README).is_file():
            (fresh / README).write_bytes((folder / README).read_bytes())
        if folder.exists():
            folder.rename(Path(scratch) / "old")
        fresh.rename(folder)


def _refuse_to_replace(folder: Path, *, force: bool) -> None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not force:
        raise FolderNotEmpty(
            f"{folder} is not empty: choose another folder, or give --force to replace a bundle there."
        )
    if not (folder / PACKAGE_FILE).is_file():
        raise FolderNotEmpty(f"{folder} is not empty and holds no {PACKAGE_FILE}: only a bundle is replaced.")


def _write_files(bundle: Bundle, folder: Path, licences: list[dict[str, str]]) -> None:
    paths = []
    for values in bundle.values(ARTICLE_VERSIONS.name):
        path = folder / values["path"]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(bundle.texts[values["article"], values["version"]].encode())
        paths.append(values["path"])
    for table in TABLES.values():
        (folder / table.path).write_bytes(table_text(table, bundle.values(table.name)).encode())
    items = [bundle.items[values["citekey"]] for values in bundle.values(SOURCES_CURATION.name)]
    (folder / BIBLIOGRAPHY_PATH).write_bytes(bibliography_text(items).encode())
    rows = {name: len(bundle.rows(name)) for name in TABLES}
    text = package_text(name=bundle.name, title=bundle.title, licences=licences, rows=rows, texts=paths)
    (folder / PACKAGE_FILE).write_bytes(text.encode())
