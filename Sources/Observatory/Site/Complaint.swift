import Chronology
import Foundation

/// Tells the person who runs the server what went wrong, on one line of standard error.
enum Complaint {
  static func write(_ error: any Error) {
    FileHandle.standardError.write(Data("entente: \("\(error)".shown(atMost: 2000))\n".utf8))
  }
}
