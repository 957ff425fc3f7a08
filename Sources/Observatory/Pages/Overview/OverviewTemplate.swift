enum OverviewTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1>Partnerships on record</h1>
    <div id="counts"{{#page.awaitsCounts}} hx-get="/" hx-trigger="load delay:1s" hx-select="#counts" hx-swap="outerHTML"{{/page.awaitsCounts}}>
    {{#page.awaitsCounts}}<p role="status">The record is being counted. It takes a moment the first time.</p>{{/page.awaitsCounts}}
    {{#page.span}}<p class="lead">Sourced, dated statements on partnerships between states, regions, cities and their institutions, \
    {{.}}. Where sources contradict each other, every reading is kept.</p>{{/page.span}}
    <ul class="tallies">{{#page.tallies}}<li><b>{{count}}</b> {{what}}</li>{{/page.tallies}}</ul>
    </div>

    {{#page}}{{> map}}{{/page}}
    {{#page.awaitsMap}}<section class="map" id="ties" aria-labelledby="map" hx-get="/" hx-trigger="load delay:2s" hx-select="#ties" hx-swap="outerHTML">
    <h2 id="map">Ties on the map</h2>
    <p role="status">The partnerships are being placed on the map. It takes a moment the first time.</p>
    </section>{{/page.awaitsMap}}

    <div class="columns">
    <section aria-labelledby="latest">
    <h2 id="latest">Latest events on record</h2>
    {{#page}}{{> events}}{{/page}}
    </section>
    <section id="contests" aria-labelledby="contested"{{#page.awaitsCounts}} hx-get="/" hx-trigger="load delay:1s" hx-select="#contests" hx-swap="outerHTML"{{/page.awaitsCounts}}>
    <h2 id="contested">What is contested</h2>
    {{#page.awaitsCounts}}<p role="status">They are being counted.</p>{{/page.awaitsCounts}}
    {{#page.contradictionCount}}<p><a href="/contradictions">{{.}} contradictions</a>, none of them settled by hand.</p>
    <table><thead><tr><th scope="col">Over</th><th scope="col" class="number">How many</th></tr></thead><tbody>
    {{#page.contested}}<tr><th scope="row"><a href="{{address}}">{{what}}</a></th><td class="number">{{count}}</td></tr>
    {{/page.contested}}
    </tbody></table>{{/page.contradictionCount}}
    </section>
    </div>

    {{#page.hasStudies}}<section id="fares" aria-labelledby="studies"{{#page.awaitsStudies}} hx-get="/" hx-trigger="load delay:2s" hx-select="#fares" hx-swap="outerHTML"{{/page.awaitsStudies}}>
    <h2 id="studies">Published figures, recomputed</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Studies"><table class="stack brief">
    <thead><tr><th scope="col">Study</th>{{#page.statuses}}<th scope="col" class="number">{{.}}</th>{{/page.statuses}}</tr></thead>
    <tbody>
    {{#page.studies}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a></th>{{> fare}}</tr>
    {{/page.studies}}
    </tbody></table></div>
    </section>{{/page.hasStudies}}
    {{/main}}{{/layout}}
    """
}
