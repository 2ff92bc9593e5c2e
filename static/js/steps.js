// Step from claim to claim in an article's text: n and p while the text has the focus, and a button to begin.
// An enhancement alone: every mark can be reached by Tab, and without this module nothing is missing from the page.

const text = document.querySelector("[data-steps]");

/** The public name of the claim that a mark or a sign belongs to: both addresses end in it. */
const nameOf = (place) => place.href.match(/C\d+(?=\/?$)/)?.[0];

/**
 * The first mark of each claim in reading order; a claim cut in pieces by another one counts once.
 * A claim whose words are marked as another's, because both stand on the same ones, is stepped to by its sign.
 */
function places() {
  const marked = new Set([...text.querySelectorAll("a.claim-mark")].map(nameOf));
  const seen = new Set();
  return [...text.querySelectorAll("a.claim-mark, a.claim-sign")].filter((place) => {
    const name = nameOf(place);
    const isFirst = !seen.has(name) && (place.matches(".claim-mark") || !marked.has(name));
    if (isFirst) seen.add(name);
    return isFirst;
  });
}

/** Where to go from what has the focus: the next place behind it or the last one before it, else undefined. */
function neighbour(step) {
  const from = document.activeElement;
  const beyond = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const marks = places();
  if (from === text) return marks[0];
  const further = marks.filter((mark) => mark !== from && from.compareDocumentPosition(mark) & beyond);
  return step > 0 ? further[0] : further.at(-1);
}

function go(mark) {
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "center" });
}

function onKey(event) {
  const step = { n: 1, p: -1 }[event.key];
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (!step || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  go(neighbour(step));
}

if (text) {
  text.addEventListener("keydown", onKey);
  document.querySelector("[data-steps-begin]")?.addEventListener("click", () => go(places()[0]));
}
