enum CorpusTemplate {
  static let text = """
    {{<layout}}{{$main}}
    {{#page.head}}{{> corpushead}}{{/page.head}}
    <h1><bdi>{{page.name}}</bdi></h1>
    <p class="lead">{{page.lead}}</p>
    <form class="filter" action="{{page.search}}" aria-label="Search the documents"><label>Search the documents <input name="q" maxlength="400" autocomplete="off"></label> <button>Search</button></form>
    <div id="counted"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:1s" hx-select="#counted" hx-swap="outerHTML"{{/page.waiting}}>
    <h2 id="time">Over time</h2>
    <form class="filter" action="{{page.base}}" aria-label="How to count" hx-get="{{page.base}}" hx-trigger="change, submit" hx-target="#counted" hx-select="#counted" hx-swap="outerHTML" hx-push-url="true">
    <label>By <select name="by">{{#page.parts}}{{> choice}}{{/page.parts}}</select></label>
    <label>Counting <select name="count">{{#page.units}}{{> choice}}{{/page.units}}</select></label>
    <button>Show</button>
    </form>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.waiting}}<p role="status">The documents are being counted. It takes a moment the first time.</p>{{/page.waiting}}
    {{#page.chart}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="{{page.chartLabel}}"></figure>{{/page.chart}}
    {{#page.periodNote}}<p class="soft">{{.}}</p>{{/page.periodNote}}
    {{#page.periods}}<details><summary>As a table</summary><div class="scroll" role="region" tabindex="0" aria-label="Documents over time"><table class="counts">
    <thead><tr><th scope="col">{{page.periodHead}}</th><th scope="col" class="number">Documents</th></tr></thead><tbody>
    {{{page.periods.markup}}}
    </tbody></table></div></details>{{/page.periods}}
    {{#page.outlets}}<h2>By outlet</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Documents by outlet"><table class="counts">
    <thead><tr><th scope="col">Outlet</th><th scope="col" class="number">Documents</th></tr></thead><tbody>
    {{{page.outlets.markup}}}
    </tbody></table></div>{{/page.outlets}}
    {{#page.outletNote}}<p class="soft">{{.}}</p>{{/page.outletNote}}
    {{#page.languages}}<h2>By language</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Documents by language"><table class="counts">
    <thead><tr><th scope="col">Language</th><th scope="col" class="number">Documents</th></tr></thead><tbody>
    {{{page.languages.markup}}}
    </tbody></table></div>{{/page.languages}}
    </div>
    <section aria-labelledby="copies">
    <h2 id="copies">Copies of one text</h2>
    {{^page.copies}}<p>They were not looked for yet. This finds them, and from then on they can be counted once:</p><pre><code>{{page.command}}</code></pre>{{/page.copies}}
    {{#page.copies}}<ul class="tallies"><li><b>{{clusters}}</b> clusters of copies</li><li><b>{{duplicates}}</b> documents that repeat an earlier one</li>\
    <li><b>{{exactGroups}}</b> groups alike word by word</li></ul>
    <p>{{rule}}</p>
    {{#later}}<p class="trouble">{{.}}</p>{{/later}}
    {{#list}}<div class="cluster"><span class="number">{{documents}}</span> <a href="{{earliest.link.address}}" dir="auto"><bdi>{{earliest.link.text}}</bdi></a> <span class="soft"><bdi>{{earliest.imprint}}</bdi></span></div>
    {{/list}}
    {{#previous}}<p><a href="{{.}}" rel="prev">The larger ones</a></p>{{/previous}}
    {{#next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/next}}
    {{/page.copies}}
    </section>
    {{/main}}{{/layout}}
    """
}
