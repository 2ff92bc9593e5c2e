// Suggestions while somebody types into a search field (ARIA combobox with a listbox, as the APG describes it).
// An enhancement alone: without this module the field is a plain search field, and Enter always searches.

const WAIT = 150; // ms of rest before asking, so that a word typed quickly is one question
const SHORTEST = 2;
const KEPT = 50; // answers kept while the page is open

function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** One suggestion as an option that is a link, so that a pointer can open it like any link. */
function optionOf(item, id) {
  const kind = element("span", { class: "suggest-kind" }, [item.label]);
  const text = element("span", { class: "suggest-text" }, [item.text]);
  const parts = item.detail ? [kind, text, element("span", { class: "suggest-detail" }, [item.detail])] : [kind, text];
  // blanks between the parts, or a screen reader would run them together
  const children = parts.flatMap((part) => [part, " "]);
  return element("a", { id, role: "option", href: item.url, tabindex: "-1", "aria-selected": "false" }, children);
}

/** Ask for suggestions: a later question stops an earlier one, and an answer is not asked for twice. */
function asking(address) {
  const answers = new Map();
  let running = null;
  return async (text) => {
    running?.abort();
    if (answers.has(text)) return answers.get(text);
    running = new AbortController();
    const response = await fetch(`${address}?q=${encodeURIComponent(text)}`, { signal: running.signal });
    if (!response.ok) throw new Error(`suggestions answered ${response.status}`);
    const answer = await response.json();
    if (answers.size >= KEPT) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

function enhance(input) {
  const list = element("div", {
    id: `${input.id}-suggestions`, class: "suggest", role: "listbox", "aria-label": input.dataset.suggestLabel,
  });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const ask = asking(input.dataset.suggest);
  let timer = 0;
  let active = -1;
  let wanted = ""; // the text whose suggestions are to be shown; "" while none are

  const options = () => [...list.children];
  const isOpen = () => !list.hidden;

  function mark(place) {
    active = place;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    const option = options()[place];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    clearTimeout(timer);
    wanted = "";
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
    status.textContent = "";
  }

  function show({ items, said }) {
    list.replaceChildren(...items.map((item, index) => optionOf(item, `${list.id}-${index}`)));
    list.hidden = items.length === 0;
    input.setAttribute("aria-expanded", String(isOpen()));
    mark(-1);
    status.textContent = said;
  }

  async function suggest() {
    const text = input.value.trim();
    if (text.length < SHORTEST) return close();
    wanted = text;
    try {
      const answer = await ask(text);
      // somebody may have typed on, left the field or closed the list meanwhile
      if (wanted === text && document.activeElement === input) show(answer);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT);
  }

  /** Move through the options and back to the field itself, round and round. */
  function step(by) {
    if (!isOpen()) return suggest();
    const places = options().length + 1;
    mark(((active + 1 + by + places) % places) - 1);
  }

  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => isOpen() && close(),
    Enter: () => options()[active]?.click(),
  };

  function onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isOurs = { Escape: isOpen(), Enter: isOpen() && active >= 0 }[event.key] ?? event.key in keys;
    if (!isOurs) return;
    event.preventDefault();
    keys[event.key]();
  }

  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id,
  })) input.setAttribute(name, value);
  list.hidden = true;
  input.after(list, status);

  input.addEventListener("input", (event) => { if (!event.isComposing) later(); });
  input.addEventListener("compositionend", later);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", close);
  input.form?.addEventListener("submit", close);
  // the field keeps the focus while the pointer is on the list, so that the list stays
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  window.addEventListener("pagehide", close);
}

document.querySelectorAll("input[data-suggest]").forEach(enhance);
