"""What holds for every public page, whatever it shows."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tools.axe import script, violations

AXE = script()
# 1280 x 1024 px at 400 % zoom leave 320 x 256 px (WCAG 2.2, 1.4.10)
NARROWEST, PHONE, WIDE, WIDEST = 320, 390, 1440, 1920
HEIGHTS = {NARROWEST: 256, PHONE: 844, WIDE: 900, WIDEST: 1080}
LOOKS = (("light", WIDE), ("dark", WIDE), ("light", NARROWEST), ("dark", NARROWEST))
OVERFLOWING = """() => {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
        .filter(element => element.getBoundingClientRect().right > page.clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 120));
}"""
# text that its own box cuts off; what is for screen readers only is cut on purpose
CUT_OFF = """() => [...document.body.querySelectorAll('*')]
    .filter(element => element.checkVisibility() && element.innerText?.trim() && !element.closest('.visually-hidden'))
    .filter(element => {
        const style = getComputedStyle(element);
        return (['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
            || (['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    })
    .filter(element => element.clientWidth > 2)
    .map(element => element.outerHTML.slice(0, 120))"""
# words drawn over other words: more than a third of the smaller box is shared
OVERLAPPING = """() => {
    const boxes = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, element = text.parentElement;
        if (!text.data.trim() || !element.checkVisibility()) continue;
        if (element.closest('.visually-hidden, thead, svg')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects())
            if (box.width > 2 && box.height > 2) boxes.push({box, text: text.data.trim().slice(0, 40)});
    }
    boxes.sort((one, other) => one.box.top - other.box.top);
    const found = [];
    boxes.forEach(({box, text}, index) => {
        for (let next = index + 1; next < boxes.length && boxes[next].box.top < box.bottom; next++) {
            const other = boxes[next].box;
            const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const down = Math.min(box.bottom, other.bottom) - other.top;
            const smaller = Math.min(box.width * box.height, other.width * other.height);
            if (across > 0 && down > 0 && across * down > smaller / 3) found.push(`${text} / ${boxes[next].text}`);
        }
    });
    return found;
}"""

# a dot between two parts of a line that begins a line instead: it hangs on the word before it
STRAY = """() => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const box = (text, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
    };
    const block = text => text.parentElement.closest('p, li, td, th, dd, dt');
    let last = null;
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.parentElement.checkVisibility() || text.parentElement.closest('.visually-hidden, svg')) continue;
        for (let at = 0; at < text.data.length; at++) {
            if (!text.data[at].trim()) continue;
            if (text.data[at] === '·' && last && block(last.text) === block(text)
                && box(text, at).top > box(last.text, last.at).bottom - 1)
                found.push(block(text).textContent.trim().slice(0, 80));
            last = {text, at};
        }
    }
    return found;
}"""

QUESTIONS = {
    "beyond the edge": OVERFLOWING,
    "cut off": CUT_OFF,
    "covered": OVERLAPPING,
    "a line begins with a dot": STRAY,
}


def assert_sound(page: Page) -> None:
    """Check that the open page never scrolls sideways nor cuts or covers words, and that axe-core finds no violation.

    At every width; axe-core in light and dark, on a wide screen and at 400 % zoom.
    """
    found = []
    for width in (NARROWEST, PHONE, WIDE, WIDEST):
        look_at(page, "light", width)
        for problem, question in QUESTIONS.items():
            found += [f"at {width} px {problem}: {what}" for what in page.evaluate(question)]
    page.evaluate(AXE)
    for scheme, width in LOOKS:
        look_at(page, scheme, width)
        found += [f"{scheme}, {width} px: {violation}" for violation in violations(page)]
    assert found == [], "\n".join(found)


def look_at(page: Page, scheme: Any, width: int) -> None:
    """Give the page another colour scheme and width."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
