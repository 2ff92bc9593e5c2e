"""Reading files of a bundle: only regular files inside its folder, of bearable size, as UTF-8 text."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from claims.bundle.problems import Problem

#: No file of a bundle may be larger, so that a wrong file cannot fill the memory: 256 MiB. Asked before reading.
MAX_FILE_BYTES = 256 * 1024 * 1024


def read_bytes(folder: Path, path: str) -> tuple[bytes, list[Problem]]:
    """Return the file's bytes, or the problem. ``path`` comes from the bundle and is not trusted."""
    try:
        if reason := _why_outside(folder, path):
            return b"", [Problem(path[:200], "", "", reason)]
        file = folder / path
        if not file.is_file():
            found = "something that is no regular file" if file.exists() else "no such file"
            return b"", [Problem(path, "", "", f"expected a file here, found {found}")]
        if (size := file.stat().st_size) > MAX_FILE_BYTES:
            return b"", [Problem(path, "", "", f"expected at most {MAX_FILE_BYTES:,} bytes, found {size:,}")]
        return file.read_bytes(), []
    except OSError as error:
        return b"", [Problem(path[:200], "", "", f"cannot be read: {error.strerror}")]


def _why_outside(folder: Path, path: str) -> str:
    """Return why the path may not be followed, or an empty text."""
    parts = PurePosixPath(path).parts
    if not parts or "\x00" in path or "\\" in path or "://" in path or path.startswith("/") or ".." in parts:
        return "expected the path of a file inside the bundle, with / between names and without .."
    if not (folder / path).resolve().is_relative_to(folder.resolve()):
        return "leads out of the bundle's folder"
    return ""


def read_text(folder: Path, path: str) -> tuple[str, list[Problem]]:
    """Return the file's text without a byte order mark, line ends as they are, or the problem."""
    data, problems = read_bytes(folder, path)
    if problems:
        return "", problems
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"expected UTF-8 text, found byte 0x{data[error.start]:02X} at byte {error.start + 1} of the file"
        return "", [Problem(path, f"line {line}", "", message)]
