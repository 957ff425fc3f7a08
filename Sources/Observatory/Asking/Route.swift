import Interchange
import Workbench

/// One address, or one for each value of its places: what can be asked there, and who answers. The table of all routes mounts them,
/// and writes the OpenAPI document.
struct Route: Sendable {
  /// What sort of thing is there.
  enum Kind: Sendable {
    /// A page for people.
    case page
    /// Data for programs, documented in the OpenAPI document. The schema's name stands in its components.
    case data(schema: String, isTable: Bool)
    /// A drawing, of that media type.
    case picture(type: String)
  }

  /// Something that may stand behind the question mark.
  struct Parameter: Sendable {
    let name: String
    let about: String
    let schema: JSON
    var isRequired = false
  }

  /// As OpenAPI writes it: `/actor/{id}`.
  let path: String
  let kind: Kind
  /// What is there, in a line.
  let summary: String
  var parameters: [Parameter] = []
  /// An address that answers on the bundled evidence, or on the corpus that tests put beside it: of documentation, and of tests.
  let example: String
  /// Whether it answers from corpora, codebooks or codings, too, which change without a batch of the log.
  var readsTexts = false
  let reply: @Sendable (Ask, Record) throws -> Reply

  /// The names of the address's places, in order.
  var places: [String] { path.placeNames }

  var isPage: Bool { if case .page = kind { true } else { false } }

  var isData: Bool { if case .data = kind { true } else { false } }

  /// The forms in which its data can be had.
  var forms: [Ask.Form] { if case .data(_, isTable: true) = kind { [.json, .csv] } else { [.json] } }
}

/// What a route answers, before it is bytes.
enum Reply: Sendable {
  case page(any Page)
  /// JSON, and where there is a table of it, that as well, made when it is asked for. JSON is written to be read by people, too, unless there
  /// is much of it.
  case document(JSON, table: @Sendable () -> Grid?, isCompact: Bool)
  /// Data of which something is still being computed.
  case provisional(JSON)
  case picture([UInt8], type: String)
  /// What stands for a drawing that is still being made.
  case provisionalPicture([UInt8], type: String)

  static func data(
    _ value: JSON, table: @autoclosure @escaping @Sendable () -> Grid?, isCompact: Bool = false
  ) -> Reply { .document(value, table: table, isCompact: isCompact) }
}

extension String {
  /// The names of the places of an address as OpenAPI writes it, in order.
  var placeNames: [String] {
    split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
}
