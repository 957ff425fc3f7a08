/// The frame of every page. A page gives its `main`.
enum LayoutTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{frame.title}} · Entente</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{frame.style}}">
    {{#frame.htmx}}<meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true}'>
    <script src="{{.}}" defer></script>
    {{/frame.htmx}}
    <script type="module" src="{{frame.script}}"></script>
    {{#frame.scripts}}<script type="module" src="{{.}}"></script>
    {{/frame.scripts}}
    {{#frame.drawing}}
    <script src="{{engine}}" defer></script>
    {{#scripts}}<script type="module" src="{{.}}"></script>
    {{/scripts}}
    {{/frame.drawing}}
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header>
    <a class="brand" href="/">Entente</a>
    <nav aria-label="Observatory">{{#frame.places}}<a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{text}}</a>{{/frame.places}}</nav>
    <form class="search" role="search" action="/search">
    <label class="unseen" for="search">Search actors, partnerships, events, sources</label>
    <input id="search" name="q" type="search" value="{{frame.query}}" placeholder="Search" autocomplete="off" maxlength="200" \
    role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
    <kbd title="Press / to search">/</kbd>
    <ul id="found" role="listbox" aria-label="Found" hidden></ul>
    </form>
    </header>
    <main id="main" tabindex="-1">
    {{$main}}{{/main}}
    </main>
    <footer>
    <details class="cite"><summary>Cite this</summary><p>{{frame.citation}}</p></details>
    {{#frame.downloads}}<a href="{{address}}" class="download">{{text}}</a>
    {{/frame.downloads}}
    <p>Archive <bdi>{{frame.archive}}</bdi>. {{frame.policy}} Unknown is never counted as zero; 12–14 means that the record leaves from 12 to 14 open.</p>
    </footer>
    </body>
    </html>

    """
}
