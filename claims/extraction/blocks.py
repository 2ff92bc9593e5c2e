"""A light Markdown text as blocks: headings (``#``), quoted notes (``> ``) and paragraphs; nothing else is markup.

Every position is a code point offset into the text that was read, so that a quote found in a block can be
anchored in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.words import Word

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_NOTE = re.compile(r">[ \t]?")


class BlockKind(Word):
    """What a block is in the text."""

    TITLE = "title", "title", "", "A heading of the first level."
    HEADING = "heading", "heading", "", "A heading of a lower level."
    NOTE = "note", "note", "", "A quoted block: a remark about the text, not part of it."
    PARAGRAPH = "paragraph", "paragraph", "", "A paragraph of the body."


@dataclass(frozen=True)
class Line:
    """One line's content without its markup; ``text`` is ``source[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A block of the text. ``start`` and ``end`` span its content from the first line to the last.

    ``text`` is ``source[start:end]`` except in a note of several lines, whose lines are joined by line feeds.
    ``level`` is that of a heading, otherwise 0; ``paragraph`` counts the paragraphs of the body from 1.
    """

    kind: BlockKind
    level: int
    text: str
    start: int
    end: int
    lines: tuple[Line, ...]
    paragraph: int | None = None


def read_blocks(source: str) -> list[Block]:
    """Return the blocks in order; a paragraph or note ends at a blank line or where another kind of block begins."""
    blocks: list[Block] = []
    paragraph = 0
    for kind, level, lines in _groups(source):
        paragraph += kind is BlockKind.PARAGRAPH
        start, end = lines[0].start, lines[-1].end
        text = "\n".join(line.text for line in lines) if kind is BlockKind.NOTE else source[start:end]
        number = paragraph if kind is BlockKind.PARAGRAPH else None
        blocks.append(Block(kind, level, text, start, end, tuple(lines), number))
    return blocks


def _groups(source: str) -> Iterator[tuple[BlockKind, int, list[Line]]]:
    """Lines that belong together: those of one note or paragraph; a heading is a line of its own."""
    kind: BlockKind | None = None
    lines: list[Line] = []
    for line in _lines(source):
        found, level, content = _content(line)
        if lines and (found is not kind or level):
            yield kind or BlockKind.PARAGRAPH, 0, lines
            lines = []
        kind = found
        if level and found:
            yield found, level, [content]
        elif found:
            lines.append(content)
    if lines:
        yield kind or BlockKind.PARAGRAPH, 0, lines


def _lines(source: str) -> Iterator[Line]:
    start = 1 if source.startswith("\ufeff") else 0
    for line_break in _LINE_BREAK.finditer(source):
        yield Line(source[start : line_break.start()], start, line_break.start())
        start = line_break.end()
    yield Line(source[start:], start, len(source))


def _content(line: Line) -> tuple[BlockKind | None, int, Line]:
    """Kind (none for a blank line), heading level and the line without markup and outer white space."""
    if not line.text.strip():
        return None, 0, line
    if heading := _HEADING.match(line.text):
        level = len(heading[1])
        return BlockKind.TITLE if level == 1 else BlockKind.HEADING, level, _trimmed(line, heading.end())
    if note := _NOTE.match(line.text):
        return BlockKind.NOTE, 0, _trimmed(line, note.end())
    return BlockKind.PARAGRAPH, 0, _trimmed(line, 0)


def _trimmed(line: Line, skip: int) -> Line:
    content = line.text[skip:].rstrip()
    start = line.start + skip + len(content) - len(content.lstrip())
    return Line(content.lstrip(), start, line.start + skip + len(content))
