enum DocumentTemplate {
  static let text = """
    {{<layout}}{{$main}}
    {{#page.head}}{{> corpushead}}{{/page.head}}
    <h1 dir="auto"><bdi>{{page.name}}</bdi></h1>
    {{#page}}{{> facts}}{{/page}}
    <section aria-labelledby="text">
    <h2 id="text">Text</h2>
    {{^page.text}}<p>The text is kept outside this archive. What is on record of it is its length and its hash, by which a copy of it can be told.</p>{{/page.text}}
    {{#page.earlier}}<p><a href="{{.}}" rel="prev">From its beginning</a></p>{{/page.earlier}}
    {{#page.span}}<p class="soft">{{.}}</p>{{/page.span}}
    {{#page.text}}<div class="text" dir="auto">{{{page.text.markup}}}</div>{{/page.text}}
    {{#page.later}}<p><a href="{{.}}" rel="next">It goes on</a></p>{{/page.later}}
    </section>
    <section aria-labelledby="codes">
    <h2 id="codes">What was found in it</h2>
    {{^page.hasCodes}}<p class="soft">Nothing that is open to view. What coders find is shown once something was decided on the document.</p>{{/page.hasCodes}}
    {{#page.decisions}}<p class="code"><b><bdi>{{path}}</bdi></b> {{verdict}} <span class="soft">decided by <bdi>{{by}}</bdi>, codebook <bdi>{{codebook}}</bdi>{{#.reason}}: <bdi>{{.}}</bdi>{{/.reason}}</span></p>
    {{/page.decisions}}
    {{#page.codings}}<p class="code"><bdi>{{path}}</bdi>{{#isUnsure}} <span class="tag">unsure</span>{{/isUnsure}} <span class="soft"><bdi>{{coder}}</bdi>, codebook <bdi>{{codebook}}</bdi></span>\
    {{#.passage}}<span class="quote" dir="auto">{{.}}</span>{{/.passage}}{{#.memo}} <span class="soft">Memo: <bdi>{{.}}</bdi></span>{{/.memo}}</p>
    {{/page.codings}}
    {{#page.hasCodes}}<p><a class="download" href="{{page.codesData}}">JSON</a> <a class="download" href="{{page.codesData}}?format=csv">CSV</a></p>{{/page.hasCodes}}
    </section>
    <section id="compared" aria-labelledby="copies"{{#page.waiting}} hx-get="{{.}}" hx-trigger="load delay:1s" hx-select="#compared" hx-swap="outerHTML"{{/page.waiting}}>
    <h2 id="copies">Copies of this text</h2>
    {{^page.copies}}<p class="soft">None is known of.</p>{{/page.copies}}
    <ol class="found">
    {{#page.copies}}<li>{{#isHere}}<b><bdi>{{document.link.text}}</bdi></b>{{/isHere}}{{^isHere}}<a href="{{document.link.address}}"><bdi>{{document.link.text}}</bdi></a>{{/isHere}} \
    <span class="soft"><bdi>{{document.imprint}}</bdi></span>{{#isEarliest}} <span class="tag">earliest</span>{{/isEarliest}}{{#isHere}} <span class="tag">this one</span>{{/isHere}}</li>
    {{/page.copies}}
    </ol>
    {{#page.copyNote}}<p class="soft">{{.}}</p>{{/page.copyNote}}
    {{#page.waiting}}<p role="status">It is being compared with the earliest of them.</p>{{/page.waiting}}
    {{#page.difference}}<h2 id="difference">Beside the earliest</h2>
    <p>{{summary}}</p>
    <div class="sides"><section aria-labelledby="earliest"><h3 id="earliest">The earliest</h3><p dir="auto">{{{earliest.markup}}}</p></section>
    <section aria-labelledby="own"><h3 id="own">This one</h3><p dir="auto">{{{own.markup}}}</p></section></div>
    {{#isCut}}<p class="soft">They are longer than what is shown here.</p>{{/isCut}}
    <details><summary>As text</summary><pre dir="auto">{{asText}}</pre></details>
    <p><a class="download" href="{{data}}">JSON</a> <a class="download" href="{{data}}?format=csv">CSV</a></p>
    {{/page.difference}}
    </section>
    {{/main}}{{/layout}}
    """
}
