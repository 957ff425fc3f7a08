/// What can go wrong between a visitor and the record.
public enum ObservatoryError: Error, Hashable, Sendable {
  /// Nothing of that sort is called so.
  case nothing(kind: String, called: String)
  case badParameter(name: String, found: String, expected: String)
  /// The address cannot be read.
  case badAddress
  /// It is being made, and takes longer than a visitor waits.
  case notReady
  /// The statement says more than so many things of one property: more than a form can hold.
  case tooLong(statement: String, most: Int)
  /// The server cannot listen there.
  case cannotListen(host: String, port: Int, reason: String)
}
