import Archive
import Chronology
import Foundation
import Interchange

/// A text of a project as a document of a corpus: its variables are its columns.
struct QDASource {
  private let source: RefiContents.Source
  private let isOurs: Bool

  init(_ source: RefiContents.Source, _ project: RefiProject) {
    self.source = source
    isOurs = source.values.contains { $0.variable == QDAExport.identifier }
  }

  var id: String { value(QDAExport.identifier) ?? source.guid }

  private func value(_ name: String) -> String? {
    source.values.first { $0.variable.lowercased() == name.lowercased() && !$0.text.isEmpty }?.text
  }

  /// - Throws: `WorkbenchError.table` for a date, authors or further columns of a project of ours that are none.
  func document(in file: String) throws -> Document {
    let date = value("date").flatMap { try? EDTF($0) }
    var taken: Set<String> = ["outlet", "language"]
    if date != nil { taken.insert("date") }
    if isOurs {
      taken.formUnion([QDAExport.identifier.lowercased(), "title", "under", "authors", "extra"])
      if let text = value("date"), date == nil {
        throw fault(file, "Date", text, "an EDTF date")
      }
      if let text = value("extra") {
        guard case .object? = try? JSON(text: text) else { throw fault(file, "Extra", text, "a JSON object") }
      }
    }
    let rest = source.values.filter { !taken.contains($0.variable.lowercased()) }
    return Document(
      place: file, id: id, text: source.text ?? "", title: isOurs ? value("title") : source.name, date: date,
      outlet: value("outlet"), language: value("language"), under: isOurs ? value("under") : nil,
      authors: isOurs ? try authors(in: file) : [],
      extra: isOurs
        ? value("extra")
        : rest.isEmpty ? nil : JSON.object(rest.map { .init($0.variable, .string($0.text)) }).text())
  }

  private func authors(in file: String) throws -> [String] {
    guard let text = value("authors") else { return [] }
    do { return try JSONDecoder().decode([String].self, from: Data(text.utf8)) } catch {
      throw fault(file, "Authors", text, "a JSON list of names")
    }
  }

  private func fault(_ file: String, _ variable: String, _ found: String, _ expected: String)
    -> WorkbenchError
  {
    .table(
      TableError(
        place: file,
        message: "document '\(id.shown())': \(variable) is '\(found.shown())', expected \(expected)"))
  }
}
