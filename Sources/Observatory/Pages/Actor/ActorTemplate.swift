enum ActorTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <nav class="crumbs" aria-label="Where it sits">{{#page.places}}<a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>\
    {{#.mark}} <span class="soft">({{.}})</span>{{/.mark}} <span aria-hidden="true">▸</span> {{/page.places}}</nav>
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="soft"><code>{{page.id}}</code></p>
    {{#page}}{{> facts}}{{/page}}
    <p class="jumps"><a href="#partnerships">{{page.tieCount}}</a> <a href="#events">{{page.eventCount}}</a> \
    <a href="#contradictions">{{page.contradictionCount}}</a> <a href="#sources">Sources</a> <a href="{{page.address}}/briefing">Briefing on one page</a></p>

    {{#frame.isEditing}}<p class="edits"><a href="{{page.add}}">Add a statement</a></p>{{/frame.isEditing}}
    <section aria-labelledby="partnerships">
    <h2 id="partnerships">Partnerships</h2>
    {{^page.ties}}<p class="soft">None on record.</p>{{/page.ties}}
    {{#page.timeline}}<figure class="chart" data-chart="{{.}}" role="img" aria-label="{{page.chartLabel}}"></figure>{{/page.timeline}}
    <div class="scroll" role="region" tabindex="0" aria-label="Partnerships"><table class="stack">
    <thead><tr><th scope="col">With</th><th scope="col">Kind</th><th scope="col">What happened to it</th><th scope="col">Known of it</th></tr></thead>
    <tbody>
    {{#page.ties}}<tr><th scope="row"><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a>
    <ul class="inline soft">{{#partners}}<li>{{> party}}</li>{{/partners}}</ul></th>
    <td data-head="Kind"{{^.kind}} class="none"{{/.kind}}>{{.kind}}</td>
    <td data-head="What happened to it"{{^.episodes}} class="none"{{/.episodes}}><ul class="plain">{{#.episodes}}<li><bdi>{{.}}</bdi></li>{{/.episodes}}</ul></td>
    <td data-head="Known of it">{{> facts}}</td></tr>
    {{/page.ties}}
    </tbody></table></div>
    {{#page.span}}<p class="soft">{{.}}</p>{{/page.span}}
    {{#page.previous}}<p><a href="{{.}}" rel="prev">The earlier ones</a></p>{{/page.previous}}
    {{#page.next}}<p><a href="{{.}}" rel="next">The next ones</a></p>{{/page.next}}
    </section>

    <section aria-labelledby="circle">
    <h2 id="circle">Partners, and their other partners</h2>
    {{^page.partners}}<p class="soft">None on record.</p>{{/page.partners}}
    <ul class="circle">
    {{#page.partners}}<li><a href="{{link.address}}"><bdi>{{link.text}}</bdi></a> <span class="soft">{{partnerships}}</span>
    <ul class="inline soft">{{#others}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/others}}{{#hasMore}}<li>…</li>{{/hasMore}}</ul></li>
    {{/page.partners}}
    </ul>
    </section>

    <section aria-labelledby="events">
    <h2 id="events">Events</h2>
    {{#page}}{{> events}}{{/page}}
    {{^page.events}}<p class="soft">None on record.</p>{{/page.events}}
    {{#page.moreEvents}}<p class="soft">{{.}}</p>{{/page.moreEvents}}
    </section>

    <section aria-labelledby="contradictions">
    <h2 id="contradictions">Contradictions</h2>
    {{#page}}{{> contradictions}}{{/page}}
    {{^page.contradictions}}<p class="soft">None on record.</p>{{/page.contradictions}}
    </section>

    <section aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    {{#page}}{{> sources}}{{/page}}
    </section>
    {{/main}}{{/layout}}
    """
}
