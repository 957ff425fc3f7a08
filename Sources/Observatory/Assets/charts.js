// Draws every figure with an address of a Vega-Lite specification. Expressions are interpreted: nothing is compiled from text, so that
// pages need no right to do so.
const isDark = matchMedia("(prefers-color-scheme: dark)").matches;

function look(figure) {
  const style = getComputedStyle(figure);
  const ink = style.getPropertyValue("--soft").trim();
  const isNarrow = figure.clientWidth < 560;
  const line = style.getPropertyValue("--line").trim();
  return {
    background: "transparent",
    font: style.fontFamily,
    view: { stroke: "transparent" },
    axis: { labelColor: ink, titleColor: ink, gridColor: line, domainColor: line, tickColor: line },
    axisY: { labelLimit: isNarrow ? 120 : 240 },
    legend: { labelColor: ink, titleColor: ink, orient: "bottom", columns: isNarrow ? 1 : 0, symbolOpacity: 1 },
    range: { category: { scheme: isDark ? "set2" : "dark2" } },
  };
}

async function draw(figure) {
  const specification = await (await fetch(figure.dataset.chart)).json();
  // Some name an earlier version of the grammar, in which they say the same.
  delete specification.$schema;
  await window.vegaEmbed(figure, specification, {
    mode: "vega-lite",
    ast: true,
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    config: look(figure),
    tooltip: (handler, event, item, value) => {
      figure.title = value == null ? "" : typeof value === "object" ? Object.values(value).join(" · ") : String(value);
    },
  });
}

/** Each figure once; those that came in place of others as well. */
function drawNew() {
  for (const figure of document.querySelectorAll("[data-chart]:not([data-drawn])")) {
    figure.dataset.drawn = "";
    draw(figure);
  }
}

drawNew();
document.addEventListener("htmx:afterSettle", drawNew);
