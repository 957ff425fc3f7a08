enum ExploreTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <div id="explore">
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page.isOpen}}<nav aria-label="Questions to begin with"><ul class="inline examples">\
    {{#page.examples}}<li><a href="{{address}}">{{text}}</a></li>{{/page.examples}}</ul></nav>{{/page.isOpen}}
    {{#page.form}}<form class="ask" action="/explore" aria-label="What to count" hx-get="/explore" hx-trigger="change, submit" hx-target="#explore" \
    hx-select="#explore" hx-swap="outerHTML" hx-push-url="true">
    <label for="count">Count<select id="count" name="count">{{#counts}}{{> choice}}{{/counts}}</select></label>
    <label for="rows">Rows<select id="rows" name="rows">{{#rows}}{{> choice}}{{/rows}}</select></label>
    <label for="columns">Columns<select id="columns" name="columns">{{#columns}}{{> choice}}{{/columns}}</select></label>
    <label for="view">Show as<select id="view" name="view">{{#views}}{{> choice}}{{/views}}</select></label>
    {{#usesPeriods}}<label for="periods">Periods, with commas between<input id="periods" name="periods" value="{{periods}}" \
    placeholder="1982/1989,1991/1999" maxlength="200"></label>{{/usesPeriods}}
    {{#isOfPartnerships}}<label for="established">Established in<input id="established" name="established" value="{{established}}" \
    placeholder="2014/2017" maxlength="200"></label>
    <label for="as-of">In being on<input id="as-of" name="as-of" value="{{asOf}}" placeholder="2017-06-30" maxlength="200"></label>
    <label for="kind">Kind<select id="kind" name="kind">{{#kinds}}{{> choice}}{{/kinds}}</select></label>
    <label for="scope">Out of<select id="scope" name="scope">{{#scopes}}{{> choice}}{{/scopes}}</select></label>
    <label for="margins">Printed totals<select id="margins" name="margins">{{#margins}}{{> choice}}{{/margins}}</select></label>{{/isOfPartnerships}}
    {{^isOfPartnerships}}<label for="happened">Happened in<input id="happened" name="happened" value="{{happened}}" placeholder="2020" \
    maxlength="200"></label>{{/isOfPartnerships}}
    <label for="within">With or within the actor<input id="within" name="within" value="{{within}}" placeholder="Sichuan" maxlength="200"></label>
    <label for="policy">Where sources contradict<select id="policy" name="policy">{{#policies}}{{> choice}}{{/policies}}</select></label>
    <label for="known-at">As known on<input id="known-at" name="known-at" value="{{knownAt}}" placeholder="2026-01-31" maxlength="200"></label>
    <button type="submit">Show</button>
    </form>{{/page.form}}
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.chart}}<figure class="chart{{#page.isBroad}} broad{{/page.isBroad}}" data-chart="{{.}}" role="img" aria-label="{{page.chartLabel}}"></figure>{{/page.chart}}
    {{#page.chartNote}}<p class="soft">{{.}}</p>{{/page.chartNote}}
    {{#page.table}}<p>{{#page.downloads}}<a href="{{address}}" class="download">{{text}}</a>{{/page.downloads}}</p>
    {{> counts}}{{/page.table}}
    <section aria-labelledby="same">
    <h2 id="same">The same elsewhere</h2>
    <p class="soft">In a shell:</p>
    <pre><code>{{page.command}}</code></pre>
    {{#page.sql}}<details><summary>In SQL</summary>
    <p class="soft">Before totals that sources print narrow anything: <a href="{{page.queryAddress}}">run it</a></p>
    <pre><code>{{.}}</code></pre></details>{{/page.sql}}
    </section>
    </div>
    {{/main}}{{/layout}}
    """
}
