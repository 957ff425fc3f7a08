enum SheetTemplate {
  /// The text stands on one line of the template: any blank would be one more character of it.
  static let coded = """
    {{^text}}<p class="soft">The text is kept outside the archive.</p>{{/text}}
    {{#text}}<div id="text" class="coded" dir="auto"{{#language}} lang="{{.}}"{{/language}}>{{#parts}}{{#.codes}}<mark title="{{.}}">{{/.codes}}{{text}}{{#.codes}}</mark>{{/.codes}}{{/parts}}</div>
    {{#isCut}}<p class="soft">This is its beginning; what follows is not shown here.</p>{{/isCut}}{{/text}}
    """

  /// What each coder gave, and what holds.
  static let decision = """
    <div class="scroll" role="region" tabindex="0" aria-label="What each coder gave"><table>
    <thead><tr><th scope="col">Code</th><th scope="col">Holds</th>{{#coders}}<th scope="col"><bdi>{{name}}</bdi>{{#.state}} <span class="tag">{{.}}</span>{{/.state}}</th>{{/coders}}</tr></thead>
    <tbody>
    {{#rows}}<tr{{#isContested}} class="contested"{{/isContested}}><th scope="row"><bdi>{{code}}</bdi></th><td>{{#isAsked}}<span class="choose"><label><input type="radio" name="{{field}}" value="yes"{{#holds}} checked{{/holds}}> <span class="unseen"><bdi>{{code}}</bdi>: </span>yes</label> \
    <label><input type="radio" name="{{field}}" value="no"{{#fails}} checked{{/fails}}> <span class="unseen"><bdi>{{code}}</bdi>: </span>no</label></span>{{/isAsked}}\
    {{^isAsked}}{{#.ruling}}{{.}}{{/.ruling}}{{/isAsked}}</td>{{#cells}}<td{{^isGiven}} class="soft"{{/isGiven}}>{{text}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{#coders}}{{#.memo}}<p><b><bdi>{{name}}</bdi></b>: <bdi class="memo">{{.}}</bdi></p>{{/.memo}}{{/coders}}
    {{#.reasons}}<p class="soft"><bdi>{{.}}</bdi></p>{{/.reasons}}
    """

  private static let codes = """
    <fieldset><legend>Codes</legend>
    <ul class="plain codes">{{#page.codes}}<li class="depth-{{depth}}">{{#isGiven}}<label><input type="checkbox" name="{{field}}" value="1"{{#.key}} data-key="{{.}}"{{/.key}} data-code="{{id}}" data-name="{{path}}"{{#isChosen}} checked{{/isChosen}}> \
    {{#.key}}<kbd>{{.}}</kbd> {{/.key}}<bdi>{{name}}</bdi></label>{{/isGiven}}{{^isGiven}}<b><bdi>{{name}}</bdi></b>{{/isGiven}}\
    {{#.stale}} <span class="tag stale">{{.}}</span>{{/.stale}}\
    {{#hasRule}}<details><summary>When<span class="unseen"> to give <bdi>{{name}}</bdi></span></summary>{{#.definition}}<p><bdi>{{.}}</bdi></p>{{/.definition}}\
    <ul>{{#.rules}}<li><bdi>{{.}}</bdi></li>{{/.rules}}{{#.examples}}<li class="soft">“<bdi>{{.}}</bdi>”</li>{{/.examples}}</ul></details>{{/hasRule}}</li>
    {{/page.codes}}</ul>
    <p><label><input type="checkbox" id="none" name="none" value="1" data-key="0" data-name="none applies"{{#page.isNone}} checked{{/page.isNone}}> <kbd>0</kbd> No code applies</label></p>
    </fieldset>
    <fieldset><legend>Passages</legend>
    <p class="soft" id="no-passages"{{#page.passages}} hidden{{/page.passages}}>None. Select some of the text, and press a code’s key.</p>
    <ul class="plain" id="passages">{{#page.passages}}<li><label><input type="checkbox" name="{{name}}" value="{{value}}" checked> <bdi>{{code}}</bdi>: “<bdi>{{excerpt}}</bdi>”</label></li>{{/page.passages}}</ul>
    <template id="passage"><li><label><input type="checkbox" value="1" checked> <bdi></bdi>: “<bdi></bdi>”</label></li></template>
    </fieldset>
    """

  private static let help = """
    <details class="keys" open><summary>Keys</summary><dl class="facts">
    <dt><kbd>1</kbd>–<kbd>9</kbd>, letters</dt><dd>give a code or take it back: of the selected passage, or else of the document</dd>
    <dt><kbd>Enter</kbd></dt><dd>keep, and go on</dd>
    <dt><kbd>0</kbd> <kbd>?</kbd></dt><dd>no code applies; unsure</dd>
    <dt><kbd>s</kbd> <kbd>m</kbd></dt><dd>skip; write a memo (<kbd>Esc</kbd> leaves it, <kbd>Ctrl</kbd> <kbd>Enter</kbd> keeps)</dd>
    <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>select the next sentence, the one before; with <kbd>Shift</kbd> also; <kbd>Shift</kbd> and arrows fit the end; <kbd>Esc</kbd> selects nothing</dd>
    <dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>the document before, the next, keeping nothing</dd>
    </dl></details>
    """

  static let text = """
    {{<layout}}{{$main}}
    <p class="crumbs"><a href="/code">Coding</a> · <bdi>{{page.position}}</bdi> · <span id="progress">{{page.progress}}</span></p>
    <h1><bdi>{{page.title}}</bdi></h1>
    {{#page.trouble}}<p class="trouble" role="alert">{{.}}</p>{{/page.trouble}}
    {{#page.changes}}<p class="trouble"><bdi>{{.}}</bdi></p>{{/page.changes}}
    {{#page.stale}}<p class="trouble">To look at again: <bdi>{{.}}</bdi></p>{{/page.stale}}
    <div class="bench">
    <div>
    {{#page}}{{> facts}}{{> coded-text}}{{/page}}
    {{#page.decision}}<section aria-labelledby="decided"><h2 id="decided">What was decided</h2>
    {{> decision}}</section>{{/page.decision}}
    </div>
    <div>
    {{#page.isOpen}}<form id="sheet" class="sheet" method="post" action="/code/keep" aria-label="Codes of this document">
    <input type="hidden" name="proof" value="{{page.proof}}">
    <input type="hidden" name="place" value="{{page.place}}">
    <input type="hidden" name="seen" value="{{page.seen}}">
    <input type="hidden" name="version" value="{{page.version}}">
    <button class="unseen" name="act" value="keep" tabindex="-1" aria-hidden="true">Keep</button>
    \(codes)
    <fieldset><legend>Remarks</legend>
    {{#page.isSkipped}}<p class="soft">You have skipped it.</p>{{/page.isSkipped}}
    <p><label><input type="checkbox" id="unsure" name="unsure" value="1" data-key="?" data-name="unsure"{{#page.isUnsure}} checked{{/page.isUnsure}}> <kbd>?</kbd> Unsure</label></p>
    <label for="memo">Memo<textarea id="memo" name="memo" rows="3" maxlength="10000">
    {{page.memo}}</textarea></label>
    </fieldset>
    <p class="decide"><button id="keep" name="act" value="keep">Keep and go on</button> <button id="skip" class="other" name="act" value="skip">Skip</button></p>
    <p id="said" class="soft" role="status" aria-live="polite"></p>
    </form>
    \(help){{/page.isOpen}}
    <nav class="jumps" aria-label="Documents">{{#page.previous}}<a id="previous" href="{{.}}">Before</a>{{/page.previous}}{{#page.next}}<a id="next" href="{{.}}">Next</a>{{/page.next}}</nav>
    </div>
    </div>
    {{/main}}{{/layout}}
    """
}
