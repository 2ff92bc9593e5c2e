from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.blocks import Block, BlockKind, Line, read_blocks

TEXT = "# Title\n\n> A note\n> of two lines.\n\n## Part one\n\nFirst\u00a0paragraph 👍.\n\nSecond,\nsoftly wrapped.\n"


def test_every_kind_of_block_is_read_with_its_place() -> None:
    assert read_blocks(TEXT) == [
        Block(BlockKind.TITLE, 1, "Title", 2, 7, (Line("Title", 2, 7),)),
        Block(
            BlockKind.NOTE,
            0,
            "A note\nof two lines.",
            11,
            33,
            (Line("A note", 11, 17), Line("of two lines.", 20, 33)),
        ),
        Block(BlockKind.HEADING, 2, "Part one", 38, 46, (Line("Part one", 38, 46),)),
        Block(
            BlockKind.PARAGRAPH, 0, "First\u00a0paragraph 👍.", 48, 66, (Line("First\u00a0paragraph 👍.", 48, 66),), 1
        ),
        Block(
            BlockKind.PARAGRAPH,
            0,
            "Second,\nsoftly wrapped.",
            68,
            91,
            (Line("Second,", 68, 75), Line("softly wrapped.", 76, 91)),
            2,
        ),
    ]


@pytest.mark.parametrize(
    ("why", "source", "expected"),
    [
        ("nothing", "", []),
        ("only blank lines", " \n\t\n", []),
        ("no blank line after a heading", "## A\ntext", [("heading", "A"), ("paragraph", "text")]),
        ("two headings in a row", "# A\n## B", [("title", "A"), ("heading", "B")]),
        ("a paragraph, then a heading", "text\n# A", [("paragraph", "text"), ("title", "A")]),
        ("a note, then a paragraph", "> A\ntext", [("note", "A"), ("paragraph", "text")]),
        ("a paragraph, then a note", "text\n> A", [("paragraph", "text"), ("note", "A")]),
        ("a hash without a space is text", "#1 in sales", [("paragraph", "#1 in sales")]),
        ("seven hashes are text", "####### A", [("paragraph", "####### A")]),
        ("a hash alone is text", "#", [("paragraph", "#")]),
        ("other marks are text", "- *a*", [("paragraph", "- *a*")]),
        ("a byte order mark is no text", "\ufeff# A", [("title", "A")]),
        ("line breaks of other systems", "# A\r\n\r\nb\rc\r\n", [("title", "A"), ("paragraph", "b\rc")]),
        ("a line separator is no line break", "a\u2028# b", [("paragraph", "a\u2028# b")]),
        ("a blank line with spaces parts paragraphs", "a\n  \nb", [("paragraph", "a"), ("paragraph", "b")]),
    ],
)
def test_where_blocks_begin_and_end(why: str, source: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.kind.value, block.text) for block in read_blocks(source)] == expected, why


def test_only_paragraphs_are_counted() -> None:
    numbers = [block.paragraph for block in read_blocks("a\n\n> n\n\n# T\n\nb\n\n## H\n\nc")]
    assert numbers == [1, None, None, 2, None, 3]


@given(st.text(st.sampled_from(list("ab#> \n\r\t\ufeff👍")), max_size=60))
def test_positions_lead_back_to_the_text_and_nothing_is_lost(source: str) -> None:
    blocks = read_blocks(source)
    for block in blocks:
        assert (block.start, block.end) == (block.lines[0].start, block.lines[-1].end)
        assert [source[line.start : line.end] for line in block.lines] == [line.text for line in block.lines]
        if block.kind is not BlockKind.NOTE or len(block.lines) == 1:
            assert source[block.start : block.end] == block.text
    assert [letter for block in blocks for letter in block.text if letter in "ab👍"] == [
        letter for letter in source if letter in "ab👍"
    ]
