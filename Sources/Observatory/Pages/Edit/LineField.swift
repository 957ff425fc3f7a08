import Diplomacy
import Workbench

/// One thing that can be said of a property, as fields of a form.
struct LineField: Sendable {
  /// A fault of one of its fields.
  struct Fault: Sendable {
    let text: String
  }

  /// The value's field; the others' are made of it.
  let name: String
  let label: String
  let value: String
  let hint: String
  /// The words to choose from; nil where anything may be typed.
  let choices: [Choice]?
  let hasChoices: Bool
  let side: String
  let roles: [Choice]
  let during: String
  /// Whether a side or role is usual: its field stands beside the value.
  let hasSide: Bool
  let hasRole: Bool
  /// Whether a role is given where none is usual.
  let hasStrangeRole: Bool
  /// Whether something is in the fields that are put away.
  let isOpen: Bool
  let faults: [Fault]?

  init(_ property: Property, _ number: Int, _ line: Draft.Line, _ faults: [DraftFault]) {
    let field = Draft.field(property.name, number)
    name = field
    label = property.name + (number > 0 ? " \(number + 1)" : "")
    value = line.value
    hint = Self.hint(property.type)
    choices = Self.choices(property.type, line.value)
    hasChoices = choices != nil
    (side, during) = (line.side, line.during)
    roles = Choice.all(Role.words, none: "", chosen: line.role.isEmpty ? nil : line.role)
    hasSide = ["party", "label"].contains(property.name)
    hasRole = property.name == "participant"
    hasStrangeRole = !hasRole && !line.role.isEmpty
    let own = faults.filter { ["", ".side", ".role", ".during"].map { field + $0 }.contains($0.field) }
    isOpen =
      !during.isEmpty || (!line.side.isEmpty && !hasSide) || hasStrangeRole
      || own.contains { $0.field != field }
    self.faults = own.map { Fault(text: $0.text) }.unlessEmpty
  }

  private static func hint(_ type: ValueType) -> String {
    switch type {
    case .text: ""
    case .term, .boolean: ""
    case .date: "2015, 2014-05-12, [2012..2014]"
    case .amount: "12000, 150+, ~50000, 9..12"
    case .reference(.actor): "identifier or name"
    case .reference(let kind): "identifier of kind \(kind.rawValue)"
    case .source: "identifier of a source"
    }
  }

  /// What is one of several cannot be chosen from a list: it is typed.
  private static func choices(_ type: ValueType, _ value: String) -> [Choice]? {
    guard AlternativesText.values(value).count < 2 else { return nil }
    let chosen = value.isEmpty ? nil : value
    return switch type {
    case .term(let words): Choice.all(words, none: "", chosen: chosen)
    case .boolean: Choice.all(["yes", "no"], none: "", chosen: chosen)
    default: nil
    }
  }

  static let template = """
    <div class="line">
    <label for="{{name}}">{{label}}\
    {{#hasChoices}}<select id="{{name}}" name="{{name}}"{{#.faults}} aria-invalid="true"{{/.faults}}>{{#.choices}}{{> choice}}{{/.choices}}</select>{{/hasChoices}}\
    {{^hasChoices}}<input id="{{name}}" name="{{name}}" value="{{value}}" placeholder="{{hint}}" autocomplete="off"{{#.faults}} aria-invalid="true"{{/.faults}}>{{/hasChoices}}</label>
    {{#hasSide}}<label for="{{name}}.side">of the side<input id="{{name}}.side" name="{{name}}.side" value="{{side}}" autocomplete="off"></label>{{/hasSide}}
    {{#hasRole}}<label for="{{name}}.role">as<select id="{{name}}.role" name="{{name}}.role">{{#roles}}{{> choice}}{{/roles}}</select></label>{{/hasRole}}
    <details{{#isOpen}} open{{/isOpen}}><summary>when{{^hasSide}}, for whom{{/hasSide}}</summary>
    <label for="{{name}}.during">It held in<input id="{{name}}.during" name="{{name}}.during" value="{{during}}" placeholder="1985/1997" autocomplete="off"></label>
    {{^hasSide}}<label for="{{name}}.side">Of the side<input id="{{name}}.side" name="{{name}}.side" value="{{side}}" autocomplete="off"></label>{{/hasSide}}
    {{#hasStrangeRole}}<label for="{{name}}.role">In the role<select id="{{name}}.role" name="{{name}}.role">{{#roles}}{{> choice}}{{/roles}}</select></label>{{/hasStrangeRole}}
    </details>
    {{#.faults}}<p class="fault">{{text}}</p>{{/.faults}}
    </div>
    """
}

extension DraftFault {
  /// "found '12,5', expected an amount such as …".
  var text: String {
    (found.isEmpty ? "Expected " : "Found “\(found.onPage)”, expected ") + expected.onPage + "."
  }
}
