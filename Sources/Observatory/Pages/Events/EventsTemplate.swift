enum EventsTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <div id="ledger">
    <h1>{{page.title}}</h1>
    <form class="ask" action="/events" aria-label="Which events" hx-get="/events" hx-trigger="change, submit" hx-target="#ledger" \
    hx-select="#ledger" hx-swap="outerHTML" hx-push-url="true">
    {{#page.choices}}<label for="type">What happened<select id="type" name="type">{{#types}}{{> choice}}{{/types}}</select></label>
    <label for="item">What moved<select id="item" name="item">{{#items}}{{> choice}}{{/items}}</select></label>
    <label for="terms">Terms<select id="terms" name="terms">{{#terms}}{{> choice}}{{/terms}}</select></label>
    <label for="outcome">What became of it<select id="outcome" name="outcome">{{#outcomes}}{{> choice}}{{/outcomes}}</select></label>{{/page.choices}}
    <label for="giver">Giver, or within<input id="giver" name="giver" value="{{page.giver}}" placeholder="Chengdu" maxlength="200"></label>
    <label for="taker">Taker, or within<input id="taker" name="taker" value="{{page.taker}}" placeholder="Italy" maxlength="200"></label>
    <label for="period">Period<input id="period" name="period" value="{{page.period}}" placeholder="2020 or 2014/2017" maxlength="200"></label>
    <label for="words">Words in its title<input id="words" name="words" value="{{page.words}}" maxlength="200"></label>
    <button type="submit">Show</button>
    </form>
    {{#page.trouble}}<p class="trouble" role="alert"><bdi>{{.}}</bdi></p>{{/page.trouble}}
    {{#page.count}}<p class="lead" role="status">{{.}}. <a href="#totals">Totals of what moved</a></p>{{/page.count}}
    <div class="columns">
    <section aria-labelledby="list">
    <h2 id="list">Events</h2>
    {{^page.events}}<p class="soft">None on record.</p>{{/page.events}}
    {{#page}}{{> events}}{{/page}}
    {{#page.next}}<p><a href="{{.}}" rel="next">More</a></p>{{/page.next}}
    </section>
    <section aria-labelledby="totals">
    <h2 id="totals">Totals of their flows</h2>
    {{^page.items}}<p class="soft">Nothing moved.</p>{{/page.items}}
    <h3>By item</h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Totals by item"><table><thead><tr><th scope="col">Item</th><th scope="col" class="number">Flows</th><th scope="col" class="number">Quantity</th></tr></thead>
    <tbody>{{#page.items}}<tr><th scope="row"><a href="{{address}}"><bdi>{{name}}</bdi></a></th><td class="number">{{flows}}</td>\
    <td class="number amount">{{quantity}}</td></tr>
    {{/page.items}}</tbody></table></div>
    <h3>By terms</h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Totals by terms"><table><thead><tr><th scope="col">Terms</th><th scope="col" class="number">Flows</th></tr></thead>
    <tbody>{{#page.terms}}<tr><th scope="row"><a href="{{address}}"><bdi>{{name}}</bdi></a></th><td class="number">{{flows}}</td></tr>
    {{/page.terms}}</tbody></table></div>
    <h3>By outcome</h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Totals by outcome"><table><thead><tr><th scope="col">Outcome</th><th scope="col" class="number">Flows</th></tr></thead>
    <tbody>{{#page.outcomes}}<tr><th scope="row"><a href="{{address}}"><bdi>{{name}}</bdi></a></th><td class="number">{{flows}}</td></tr>
    {{/page.outcomes}}</tbody></table></div>
    <p class="soft">12–14 where reports disagree. What is of unknown quantity is in no sum; goods of different kinds do not add up.</p>
    </section>
    </div>
    </div>
    {{/main}}{{/layout}}
    """
}
