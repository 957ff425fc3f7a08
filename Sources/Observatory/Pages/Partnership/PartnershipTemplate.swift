enum PartnershipTemplate {
  static let text = """
    {{<layout}}{{$main}}
    <h1><bdi>{{page.title}}</bdi></h1>
    <p class="soft"><code>{{page.id}}</code></p>
    <ul class="inline">{{#page.parties}}<li>{{> party}}</li>{{/page.parties}}</ul>
    {{#page}}{{> facts}}{{/page}}
    {{#page.above}}<p>Stands under <a href="{{address}}"><bdi>{{text}}</bdi></a></p>{{/page.above}}

    {{#frame.isEditing}}<p class="edits"><a href="{{page.add}}">Add a statement</a></p>{{/frame.isEditing}}
    <section aria-labelledby="episodes">
    <h2 id="episodes">In time</h2>
    {{^page.episodes}}<p class="soft">Nothing is said of when it began, or of changes in it.</p>{{/page.episodes}}
    <div class="scroll" role="region" tabindex="0" aria-label="Episodes"><table>
    <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">What it is called, by whom</th></tr></thead>
    <tbody>
    {{#page.episodes}}<tr><th scope="row">{{date}}</th><td>{{type}}</td>
    <td><ul class="plain">{{#labels}}<li><bdi>{{text}}</bdi>{{#.side}} <span class="soft">({{.}})</span>{{/.side}}{{#rungs}}<br><span class="soft">{{.}}</span>{{/rungs}}</li>{{/labels}}</ul></td></tr>
    {{/page.episodes}}
    </tbody></table></div>
    </section>

    <section aria-labelledby="under">
    <h2 id="under">Under it</h2>
    <ul class="plain">{{#page.below}}<li><a href="{{address}}"><bdi>{{text}}</bdi></a></li>{{/page.below}}</ul>
    {{^page.below}}<p class="soft">No partnership on record stands under this one.</p>{{/page.below}}
    </section>

    <section aria-labelledby="events">
    <h2 id="events">Events and flows</h2>
    {{#page}}{{> events}}{{/page}}
    {{^page.events}}<p class="soft">None on record.</p>{{/page.events}}
    </section>

    <section aria-labelledby="contradictions">
    <h2 id="contradictions">Contradictions</h2>
    {{#page}}{{> contradictions}}{{/page}}
    {{^page.contradictions}}<p class="soft">None on record.</p>{{/page.contradictions}}
    </section>

    <section aria-labelledby="sources">
    <h2 id="sources">Who says so, and where</h2>
    {{#page}}{{> sources}}{{/page}}
    </section>
    {{/main}}{{/layout}}
    """
}
