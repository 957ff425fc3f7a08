import Workbench

/// The map on the overview: where its data are, what the controls offer, and the counts that move with it as a table.
struct MapView: Sendable {
  struct Choice: Sendable {
    let name: String
    let count: String
  }

  struct Year: Sendable {
    let year: Int
    /// By level, and of all.
    let counts: [String]
  }

  let first: Int
  let last: Int
  let levels: [Choice]
  let kinds: [String]
  let total: String
  let absent: String?
  let isNear: Bool
  let years: [Year]

  init(_ map: TieMap) {
    (first, last) = (map.years.lowerBound, map.years.upperBound)
    levels = TieMap.Level.allCases.map { level in
      Choice(name: level.rawValue, count: map.count(in: map.years.upperBound, level: level).description)
    }
    kinds = map.kinds.map(\.onPage)
    total = map.count(in: map.years.upperBound).description
    absent = map.absent.map { "\($0.count) \($0.absence.rawValue)" }.unlessEmpty?.joined(separator: "; ")
    isNear = map.extent == "near"
    years = map.years.reversed().map { year in
      Year(
        year: year,
        counts: TieMap.Level.allCases.map { map.count(in: year, level: $0).description } + [
          map.count(in: year).description
        ])
    }
  }

  static let template = """
    {{#map}}
    <section class="map" id="ties" aria-labelledby="map" data-map="/api/v1/map" data-outlines="{{frame.outlines}}">
    <h2 id="map">Ties on the map</h2>
    <p>On record at the end of <output id="year">{{last}}</output>, and not known to have ended: \
    <b><output id="tied">{{total}}</output> partnerships</b>. A line is as wide as there are partnerships between two \
    places; dashed, there may be none. A number such as 12–14 is what the record leaves open.</p>
    <div class="controls" hidden>
    <label>Year <input id="slider" type="range" min="{{first}}" max="{{last}}" value="{{last}}"></label>
    <label>Kind <select id="kind"><option value="">all kinds</option>{{#kinds}}<option>{{.}}</option>{{/kinds}}</select></label>
    <label>Shown <select id="extent"><option value="near"{{#isNear}} selected{{/isNear}}>Europe to China</option><option value="world"{{^isNear}} selected{{/isNear}}>the world</option></select></label>
    </div>
    <fieldset class="levels"><legend>Between</legend>{{#levels}}<label class="level-{{name}}"><input type="checkbox" name="level" value="{{name}}" checked> {{name}} \
    <output data-level="{{name}}">{{count}}</output></label>{{/levels}}</fieldset>
    <figure class="canvas" role="img" aria-label="Map of partnerships. The table below has the counts."><noscript><img src="/map/svg" alt="Map of partnerships today. The table below has the counts."></noscript></figure>
    {{#absent}}<p class="soft">Not on the map: {{.}}.</p>{{/absent}}
    <details><summary>The counts as a table</summary>
    <div class="scroll" role="region" tabindex="0" aria-label="Partnerships by year"><table id="bytime"><thead><tr><th scope="col">Year</th>{{#levels}}<th scope="col" class="number">{{name}}</th>{{/levels}}<th scope="col" class="number">all</th></tr></thead><tbody>
    {{#years}}<tr><th scope="row">{{year}}</th>{{#counts}}<td class="number">{{.}}</td>{{/counts}}</tr>
    {{/years}}</tbody></table></div></details>
    <p class="soft">Outlines and borders: Natural Earth, public domain; borders in dispute are dashed. A place lies where its first-level unit or its state lies. \
    <a class="download" href="/api/v1/map">JSON</a> <a class="download" href="/api/v1/map?format=csv">CSV</a> <a class="download" href="/api/v1/map/chart">specification</a> \
    <a class="download" href="/map/svg">SVG</a> <a class="download" href="/map/png">PNG</a></p>
    </section>
    {{/map}}
    """
}
