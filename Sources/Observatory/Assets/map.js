// The map of ties: draws it, and has the slider, the levels and the kind decide what it shows, and the counts with it.
const control = (id) => document.getElementById(id);
const text = ({ certain, possible }) => (certain === possible ? `${certain}` : `${certain}–${possible}`);
const none = { certain: 0, possible: 0 };

function add(counts, key, count, isCertain) {
  const sum = counts.get(key) ?? { certain: 0, possible: 0 };
  sum.possible += count;
  if (isCertain) sum.certain += count;
  counts.set(key, sum);
}

/// What is on record at the end of a year, of one kind or of all. `kind` and `levels` are numbers.
function counted({ ties }, year, kind, levels) {
  const byLevel = new Map();
  const byEdge = new Map();
  const byPlace = new Map();
  ties.count.forEach((count, tie) => {
    const level = ties.level[tie];
    const isPossible = (ties.possibleFrom[tie] ?? -Infinity) <= year && year < (ties.possibleUntil[tie] ?? Infinity);
    if (!isPossible || (kind !== null && ties.kind[tie] !== kind)) return;
    const isCertain = (ties.certainFrom[tie] ?? Infinity) <= year && year < (ties.certainUntil[tie] ?? Infinity);
    add(byLevel, level, count, isCertain);
    if (!levels.has(level)) return;
    add(byLevel, "all", count, isCertain);
    const [from, ...others] = ties.places[tie];
    ties.places[tie].forEach((place) => add(byPlace, place, count, isCertain));
    others.forEach((to) => add(byEdge, `${from}|${to}|${level}`, count, isCertain));
  });
  return { byLevel, byEdge, byPlace };
}

function lines({ places, levels }, byEdge) {
  return [...byEdge].map(([key, count]) => {
    const [from, to, number] = key.split("|");
    const level = levels[number];
    return {
      type: "Feature",
      geometry: { type: "LineString", coordinates: [from, to].map((end) => [places.longitude[end], places.latitude[end]]) },
      properties: { ...count, level, text: `${places.name[from]} – ${places.name[to]}: ${text(count)} (${level})` },
    };
  });
}

function points({ places }, byPlace) {
  return [...byPlace].map(([place, count]) => ({
    longitude: places.longitude[place],
    latitude: places.latitude[place],
    ...count,
    text: `${places.name[place]}: ${text(count)}`,
  }));
}

function show(section, map, view) {
  const year = Number(control("slider").value);
  const kind = control("kind").selectedIndex === 0 ? null : control("kind").selectedIndex - 1;
  const shown = [...section.querySelectorAll("[name=level]:checked")].map((box) => map.levels.indexOf(box.value));
  const { byLevel, byEdge, byPlace } = counted(map, year, kind, new Set(shown));
  control("year").value = year;
  control("tied").value = text(byLevel.get("all") ?? none);
  section.querySelectorAll("[data-level]").forEach((output) => {
    output.value = text(byLevel.get(map.levels.indexOf(output.dataset.level)) ?? none);
  });
  view.signal("extent", control("extent").value);
  view.data("ties", lines(map, byEdge)).data("places", points(map, byPlace)).run();
}

async function draw(section) {
  const canvas = section.querySelector(".canvas");
  const [map, world] = await Promise.all(
    [section.dataset.map, section.dataset.outlines].map(async (address) => (await fetch(address)).json()),
  );
  const { chart } = map;
  [chart.width, chart.height] = [canvas.clientWidth, canvas.clientHeight];
  chart.datasets.outlines = world.features;
  const style = getComputedStyle(section);
  const colours = { land: "--tint", border: "--rule", ink: "--ink" };
  chart.params.forEach((param) => {
    if (colours[param.name]) param.value = style.getPropertyValue(colours[param.name]).trim();
  });
  const { view } = await window.vegaEmbed(canvas, chart, {
    ast: true,
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    config: { background: "transparent" },
    tooltip: (handler, event, item, value) => {
      canvas.title = value == null ? "" : String(value);
    },
  });
  addEventListener("resize", () => view.width(canvas.clientWidth).height(canvas.clientHeight).run());
  section.querySelector(".controls").hidden = false;
  section.querySelectorAll("input, select").forEach((each) => each.addEventListener("input", () => show(section, map, view)));
  show(section, map, view);
}

/// Once; also where it came in place of word that it is being made.
function drawNew() {
  const section = document.querySelector("[data-map]:not([data-drawn])");
  if (!section || !window.vegaEmbed) return;
  section.dataset.drawn = "";
  draw(section);
}

drawNew();
document.addEventListener("htmx:afterSettle", drawNew);
