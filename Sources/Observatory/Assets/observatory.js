// The search field: "/" focuses it; while typing, what is found is listed below, to be chosen by arrow keys and Enter.
const field = document.getElementById("search");
const list = document.getElementById("found");
let asked = 0;
let chosen = -1;

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

function close() {
  list.hidden = true;
  list.replaceChildren();
  chosen = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(index) {
  const items = [...list.children];
  if (items.length === 0) return;
  chosen = (index + items.length) % items.length;
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
  items[chosen].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", items[chosen].id);
}

function show(matches) {
  close();
  const items = matches.filter((match) => match.page).map((match, place) => {
    const item = document.createElement("li");
    item.id = `found-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.page = match.page;
    const title = document.createElement("bdi");
    title.textContent = match.title.length > 120 ? match.title.slice(0, 120) + "…" : match.title;
    const kind = document.createElement("span");
    kind.className = "tag";
    kind.textContent = match.kind;
    item.append(title, " ", kind);
    return item;
  });
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
  field.setAttribute("aria-expanded", String(items.length > 0));
}

async function ask() {
  const words = field.value.trim();
  const own = ++asked;
  if (words === "") return close();
  const answer = await fetch(`/api/v1/search?limit=12&q=${encodeURIComponent(words)}`);
  if (own !== asked || !answer.ok) return;
  show(await answer.json());
}

let wait;
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(ask, 80);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") choose(chosen + 1);
  else if (event.key === "ArrowUp") choose(chosen - 1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.page);
  else return;
  event.preventDefault();
});
list.addEventListener("mousedown", (event) => {
  const item = event.target.closest("li");
  if (item) location.assign(item.dataset.page);
});
field.addEventListener("blur", () => setTimeout(close, 150));

// What is left empty in a form stands in no address; an answer that cannot be shown in place is shown as a page.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of Object.entries(detail.parameters)) {
    if (value === "") delete detail.parameters[name];
  }
});
document.addEventListener("htmx:responseError", ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));
