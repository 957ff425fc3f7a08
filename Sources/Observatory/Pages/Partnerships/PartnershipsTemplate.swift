enum PartnershipsTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <div id="ledger">
    <h1>{{page.title}}</h1>
    <form class="ask" action="/partnerships" aria-label="Which partnerships" hx-get="/partnerships" hx-trigger="change, submit" \
    hx-target="#ledger" hx-select="#ledger" hx-swap="outerHTML" hx-push-url="true">
    <label for="within">Within<input id="within" name="within" value="{{page.within}}" placeholder="Italy, Sichuan, Łódź" maxlength="200"></label>
    <label for="kind">Kind<select id="kind" name="kind">{{#page.kinds}}{{> choice}}{{/page.kinds}}</select></label>
    <label for="established">Established<input id="established" name="established" value="{{page.established}}" placeholder="2014/2017" maxlength="200"></label>
    <button type="submit">Show</button>
    </form>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.count}}<p class="lead" role="status">{{.}}</p>{{/page.count}}
    {{#page}}{{> jumps}}{{/page}}
    {{#page.span}}<p class="soft">{{.}}</p>{{/page.span}}
    <div class="scroll" role="region" tabindex="0" aria-label="Partnerships"><table class="stack">
    <thead><tr><th scope="col">Partnership</th><th scope="col">Kind</th><th scope="col">Established</th></tr></thead>
    <tbody>
    {{{page.rows.markup}}}
    </tbody></table></div>
    {{#page.previous}}<p><a href="{{.}}" rel="prev">The earlier ones</a></p>{{/page.previous}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </div>
    {{/main}}{{/layout}}
    """
}
