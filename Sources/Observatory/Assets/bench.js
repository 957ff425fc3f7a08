// The coding bench by keyboard. Without it, the form is filled in and sent as any other.
const form = document.getElementById("sheet");
const text = document.getElementById("text");
const said = document.getElementById("said");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}

function say(what) {
  if (said) said.textContent = what;
}

// Passages

/** How many UTF-16 units of the text are before a place. */
function unit(node, offset) {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The node and the offset in it of a UTF-16 unit of the text. */
function spot(place) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = place;
  let last = null;
  while (walker.nextNode()) {
    last = walker.currentNode;
    if (left <= last.length) return [last, left];
    left -= last.length;
  }
  return [last ?? text, last ? last.length : 0];
}

/** The passage that is selected, if any. */
function selected() {
  const selection = getSelection();
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.commonAncestorContainer)) return null;
  const start = unit(range.startContainer, range.startOffset);
  const end = unit(range.endContainer, range.endOffset);
  return start < end ? { start, end } : null;
}

function select({ start, end }) {
  getSelection().setBaseAndExtent(...spot(start), ...spot(end));
  const place = getSelection().getRangeAt(0).getBoundingClientRect();
  if (place.top < 0 || place.bottom > innerHeight) scrollBy({ top: place.top - innerHeight / 3 });
}

let sentences = null;

/** The sentences of the text, by the rules of its language. */
function allSentences() {
  if (sentences) return sentences;
  let language = text.lang || undefined;
  try { Intl.getCanonicalLocales(language); } catch { language = undefined; }
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  sentences = [...segmenter.segment(text.textContent)]
    .map(({ segment, index }) => {
      const start = index + segment.length - segment.trimStart().length;
      return { start, end: start + segment.trim().length };
    })
    .filter(({ start, end }) => start < end);
  return sentences;
}

/** Selects the sentence after, or before, what is selected; or goes on to its end as well. */
function step(by, isMore) {
  const all = text ? allSentences() : [];
  const now = selected();
  if (all.length === 0) return;
  if (!now) return select(by > 0 ? all[0] : all[all.length - 1]);
  if (isMore) {
    const ends = all.filter(({ start, end }) => start >= now.start && (by > 0 ? end > now.end : end < now.end));
    const to = by > 0 ? ends[0] : ends[ends.length - 1];
    if (to) select({ start: now.start, end: to.end });
  } else {
    const beside = all.filter(({ start, end }) => (by > 0 ? start >= now.end : end <= now.start));
    const to = by > 0 ? beside[0] : beside[beside.length - 1];
    if (to) select(to);
  }
}

let made = 0;

/** Gives a code to a passage; or takes it back. */
function mark(box, { start, end }) {
  const list = document.getElementById("passages");
  const value = `${start} ${end} ${box.dataset.code}`;
  const known = [...list.querySelectorAll("input")].find((other) => other.value === value);
  if (known) {
    known.checked = !known.checked;
    say(`${box.dataset.name}: ${known.checked ? "given to the passage" : "taken back"}`);
    return;
  }
  const item = document.getElementById("passage").content.cloneNode(true);
  const field = item.querySelector("input");
  field.name = `passage.new${made++}`;
  field.value = value;
  const [name, excerpt] = item.querySelectorAll("bdi");
  name.textContent = box.dataset.name;
  const words = text.textContent.slice(start, end);
  excerpt.textContent = words.length > 120 ? `${words.slice(0, 120)}…` : words;
  list.append(item);
  document.getElementById("no-passages").hidden = true;
  document.getElementById("none").checked = false;
  show(start, end);
  say(`${box.dataset.name}: given to the passage`);
}

let shown = null;

/** Colours a passage that is not kept yet, where the browser can. */
function show(start, end) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  const range = document.createRange();
  range.setStart(...spot(start));
  range.setEnd(...spot(end));
  shown ??= new Highlight();
  shown.add(range);
  CSS.highlights.set("passage", shown);
}

// Keys

function toggle(box) {
  const passage = box.dataset.code === undefined ? null : selected();
  if (passage) return mark(box, passage);
  box.checked = !box.checked;
  settle(box);
  say(`${box.dataset.name}: ${box.checked ? "given" : "taken back"}`);
}

/** That no code applies, and that one does, are not both said. */
function settle(box) {
  const none = document.getElementById("none");
  if (!box.checked) return;
  if (box === none) {
    for (const other of form.querySelectorAll("[data-code]")) other.checked = false;
    for (const other of document.querySelectorAll("#passages input")) other.checked = false;
  } else if (box.dataset.code !== undefined) {
    none.checked = false;
  }
}

let isSent = false;

function send(button) {
  if (isSent) return;
  form.requestSubmit(document.getElementById(button));
}

function press(event) {
  const at = event.target;
  const isWriting = at.closest("textarea, select, input:not([type=checkbox]):not([type=radio])");
  if (isWriting) {
    if (event.key === "Escape") at.blur();
    else if (at.id === "memo" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) send("keep");
    else return;
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const box = [...form.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
  if (box) {
    toggle(box);
  } else if (event.key === "Enter" && !at.closest("a, button, summary")) {
    send("keep");
  } else if (event.key === "s") {
    send("skip");
  } else if (event.key === "m") {
    document.getElementById("memo").focus();
  } else if (event.key === "j" || event.key === "J") {
    step(1, event.key === "J");
  } else if (event.key === "k" || event.key === "K") {
    step(-1, event.key === "K");
  } else if (event.key === "Escape") {
    getSelection().removeAllRanges();
  } else if (event.key === "[" || event.key === "]") {
    document.getElementById(event.key === "[" ? "previous" : "next")?.click();
  } else {
    return;
  }
  event.preventDefault();
}

if (form) {
  document.addEventListener("keydown", press);
  form.addEventListener("change", (event) => settle(event.target));
  form.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  addEventListener("pageshow", () => { isSent = false; });
}
