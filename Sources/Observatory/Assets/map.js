// The map of ties: draws it, and has the slider, the levels and the kind decide what it shows, and the counts with it.
const section = document.querySelector("[data-map]");
const canvas = section.querySelector(".canvas");
const control = (id) => document.getElementById(id);

const isPossible = ({ possibleFrom, possibleUntil }, year) =>
  (possibleFrom ?? -Infinity) <= year && year < (possibleUntil ?? Infinity);
const isCertain = ({ certainFrom, certainUntil }, year) =>
  (certainFrom ?? Infinity) <= year && year < (certainUntil ?? Infinity);
const text = ({ certain, possible }) => (certain === possible ? `${certain}` : `${certain}–${possible}`);

function add(counts, key, tie, year) {
  const count = counts.get(key) ?? { certain: 0, possible: 0 };
  count.possible += tie.count;
  if (isCertain(tie, year)) count.certain += tie.count;
  counts.set(key, count);
}

/// What is on record at the end of a year, of one kind or of all.
function counted({ ties }, year, kind, levels) {
  const byLevel = new Map();
  const byEdge = new Map();
  const byPlace = new Map();
  for (const tie of ties) {
    if (!isPossible(tie, year) || (kind !== "" && tie.kind !== kind)) continue;
    add(byLevel, tie.level, tie, year);
    if (!levels.has(tie.level)) continue;
    add(byLevel, "", tie, year);
    tie.places.forEach((place) => add(byPlace, place, tie, year));
    tie.places.slice(1).forEach((to) => add(byEdge, `${tie.places[0]}|${to}|${tie.level}`, tie, year));
  }
  return { byLevel, byEdge, byPlace };
}

function lines({ places }, byEdge) {
  return [...byEdge].map(([key, count]) => {
    const [from, to, level] = key.split("|");
    const ends = [places[from], places[to]];
    return {
      type: "Feature",
      geometry: { type: "LineString", coordinates: ends.map((place) => [place.longitude, place.latitude]) },
      properties: { ...count, level, text: `${ends[0].name} – ${ends[1].name}: ${text(count)} (${level})` },
    };
  });
}

const points = ({ places }, byPlace) =>
  [...byPlace].map(([number, count]) => ({ ...places[number], ...count, text: `${places[number].name}: ${text(count)}` }));

function show(map, view) {
  const year = Number(control("slider").value);
  const levels = new Set([...section.querySelectorAll("[name=level]:checked")].map((box) => box.value));
  const { byLevel, byEdge, byPlace } = counted(map, year, control("kind").value, levels);
  const none = { certain: 0, possible: 0 };
  control("year").value = year;
  control("tied").value = text(byLevel.get("") ?? none);
  section.querySelectorAll("[data-level]").forEach((output) => {
    output.value = text(byLevel.get(output.dataset.level) ?? none);
  });
  view.signal("extent", control("extent").value);
  view.data("ties", lines(map, byEdge)).data("places", points(map, byPlace)).run();
}

async function draw() {
  const [map, world] = await Promise.all(
    [section.dataset.map, section.dataset.outlines].map(async (address) => (await fetch(address)).json()),
  );
  map.chart.datasets.outlines = world.features;
  const style = getComputedStyle(section);
  const colours = { land: "--tint", border: "--rule", ink: "--ink" };
  map.chart.params.forEach((param) => {
    if (colours[param.name]) param.value = style.getPropertyValue(colours[param.name]).trim();
  });
  const { view } = await window.vegaEmbed(canvas, map.chart, {
    ast: true,
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    config: { background: "transparent" },
    tooltip: (handler, event, item, value) => {
      canvas.title = value == null ? "" : String(value);
    },
  });
  section.querySelector(".controls").hidden = false;
  section.querySelectorAll("input, select").forEach((each) => each.addEventListener("input", () => show(map, view)));
  show(map, view);
}

if (window.vegaEmbed) draw();
