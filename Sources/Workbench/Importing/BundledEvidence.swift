public import Archive
import Diplomacy
import Foundation
import Interchange
import Yams

/// The evidence that comes with the project: `Evidence/evidence.yml` names the sources, the ladders and the mappings, in order.
public struct BundledEvidence {
  private let folder: String
  private let manifest: (sources: String, ladders: [String], mappings: [String])

  public init(_ home: Home) throws {
    folder = home.evidence
    let text = try Files.text(folder + "/evidence.yml")
    manifest = try formatted {
      let file = try YAMLFile(text, name: "evidence.yml")
      let pairs = try file.pairs(file.root, allowed: ["sources", "ladders", "mappings"], in: "the manifest")
      func list(_ key: String) throws -> [String] {
        try (pairs[key].map(file.list) ?? []).map { try file.text($0, "'\(key)'") }
      }
      return (
        try file.text("sources", of: pairs, in: file.root, "the manifest"), try list("ladders"),
        try list("mappings")
      )
    }
  }

  /// Records all of it, telling what each file brought as it goes.
  public func record(in archive: ArchiveStore, at moment: () -> String, told: (String, Receipt) -> Void)
    throws
  {
    let sources = try formatted {
      try CSLFile.read(Data(try Files.bytes(folder + "/" + manifest.sources)), name: manifest.sources)
    }
    var delivery = Delivery(batch: Batch(kind: .import, file: manifest.sources), sources: sources)
    let known = Set(sources.map(\.id))
    delivery.ladders = try manifest.ladders.map { name in
      let text = try Files.text(folder + "/" + name)
      return try formatted { try LadderFile.read(text, name: name, isSource: known.contains) }
    }
    told(manifest.sources, try archive.append(delivery, at: moment()))
    let importer = Importer(archive)
    for mapping in manifest.mappings {
      let plan = try importer.plan(mappingAt: folder + "/" + mapping)
      told(plan.file, try importer.carryOut(plan, at: moment()))
    }
  }
}
