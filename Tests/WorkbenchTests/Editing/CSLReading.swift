import Diplomacy
import Foundation
import Interchange

enum CSLReading {
  static func read(_ text: String) throws -> [Source] {
    try CSLFile.read(Data(text.utf8), name: "sources.json")
  }
}
