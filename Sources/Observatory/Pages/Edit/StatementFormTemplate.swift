enum StatementFormTemplate {
  private static let field = """
    <label for="{{name}}"{{#isWide}} class="wide"{{/isWide}}>{{label}}<input id="{{name}}" name="{{name}}" value="{{value}}" placeholder="{{hint}}"\
    {{#.list}} list="{{.}}"{{/.list}} autocomplete="off"{{#.fault}} aria-invalid="true"{{/.fault}}>{{#.fault}}<span class="fault">{{.}}</span>{{/.fault}}</label>
    """

  static let text = """
    {{<layout}}{{$main}}
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page.hasFaults}}<div class="trouble" role="alert"><p>It cannot be kept so:</p><ul class="plain">
    {{#page.faults}}<li><a href="#{{field}}">{{label}}</a>: <bdi>{{text}}</bdi></li>{{/page.faults}}</ul></div>{{/page.hasFaults}}
    <form class="statement" method="post" action="/edit/preview" novalidate>
    <input type="hidden" name="proof" value="{{page.proof}}">
    <input type="hidden" name="kind" value="{{page.kind}}">
    <input type="hidden" name="correcting" value="{{page.correcting}}">
    <button type="submit" class="unseen" tabindex="-1" aria-hidden="true">See what it does</button>
    <fieldset class="ask"><legend>Which {{page.kind}}</legend>
    {{#page.entity}}\(field){{/page.entity}}
    </fieldset>
    <fieldset id="says" tabindex="-1"><legend>What the source says of it</legend>
    <p class="soft">Leave empty what it does not say. What is one of several has a bar between: France | Spain.</p>
    {{#page.groups}}<div class="group">{{#lines}}{{> line}}{{/lines}}
    {{#.more}}<button type="submit" class="other" name="more" value="{{.}}" formaction="/edit/statement">another {{.}}</button>{{/.more}}</div>
    {{/page.groups}}
    </fieldset>
    <fieldset class="ask"><legend>Where it stands</legend>
    {{#page.place}}\(field){{/page.place}}
    <datalist id="known-sources">{{#page.sources}}<option value="{{address}}">{{text}}</option>{{/page.sources}}</datalist>
    <details class="wide"{{#page.isWorkOpen}} open{{/page.isWorkOpen}}><summary>A source that is not on record yet</summary>
    <div class="fields">{{#page.work}}\(field){{/page.work}}
    <label for="work.type">Type<select id="work.type" name="work.type">{{#page.types}}{{> choice}}{{/page.types}}</select></label></div>
    </details>
    </fieldset>
    <fieldset class="ask"><legend>How it is to be taken</legend>
    <label for="certainty">Certainty<select id="certainty" name="certainty">{{#page.certainties}}{{> choice}}{{/page.certainties}}</select></label>
    <label for="rank">Rank<select id="rank" name="rank">{{#page.ranks}}{{> choice}}{{/page.ranks}}</select></label>
    {{#page.about}}\(field){{/page.about}}
    <label class="wide" for="note">Note<textarea id="note" name="note" rows="2">
    {{page.note}}</textarea></label>
    {{#page.reason}}\(field){{/page.reason}}
    </fieldset>
    <p class="decide"><button type="submit">See what it does</button></p>
    </form>
    {{#page.known}}<section aria-labelledby="known">
    <h2 id="known">On record of it already</h2>
    {{> sources}}
    </section>{{/page.known}}
    {{/main}}{{/layout}}
    """
}
