/// An element of a REFI-QDA document, with all that is in it: what is not understood is kept with the rest and written back.
///
/// Comments, processing instructions and the white space between elements mean nothing and are not kept.
public struct RefiElement: Hashable, Sendable {
  public struct Attribute: Hashable, Sendable {
    /// With its prefix, as `xsi:schemaLocation`.
    public let name: String
    public var value: String
  }

  /// With its prefix, where it has one.
  public let name: String
  public var attributes: [Attribute]
  public var children: [RefiElement]
  /// What stands in it besides its children.
  public var text: String

  public init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String = "",
    children: [RefiElement] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
    (self.text, self.children) = (text, children)
  }

  /// Without its prefix.
  public var local: String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.utf8.index(after: colon)...])
  }

  /// The value of an attribute; to set nil is to remove it.
  public subscript(_ attribute: String) -> String? {
    get { attributes.first { $0.name == attribute }?.value }
    set {
      let place = attributes.firstIndex { $0.name == attribute }
      switch (place, newValue) {
      case (let place?, let value?): attributes[place].value = value
      case (let place?, nil): attributes.remove(at: place)
      case (nil, let value?): attributes.append(Attribute(name: attribute, value: value))
      case (nil, nil): break
      }
    }
  }

  public func children(_ local: String) -> [RefiElement] { children.filter { $0.local == local } }
  public func child(_ local: String) -> RefiElement? { children.first { $0.local == local } }

  /// The identifier as it is compared: in lower case, without braces; nil where there is none.
  public var guid: String? { self["guid"].map(Self.key) }

  /// The identifier that the one child of that name points to.
  func target(of local: String) -> String? { child(local)?["targetGUID"].map(Self.key) }

  static func key(_ guid: String) -> String {
    let guid = guid.lowercased()
    return guid.hasPrefix("{") && guid.hasSuffix("}") ? String(guid.dropFirst().dropLast()) : guid
  }

  /// Visits the element and all within it.
  func visit<E: Error>(_ body: (RefiElement) throws(E) -> Void) throws(E) {
    try body(self)
    for child in children { try child.visit(body) }
  }
}
