public import Foundation
import Interchange

/// Where the bundled evidence and studies are: the folder that holds `Evidence/evidence.yml`.
public struct Home: Sendable {
  public let path: String

  public var evidence: String { path + "/Evidence" }
  public var studies: String { path + "/Studies" }
  public var tools: String { path + "/Tools" }

  /// `ENTENTE_HOME` when set; else the nearest folder above the working folder, or above the program, that has the evidence.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    program: String = CommandLine.arguments[0]
  ) throws -> Home {
    if let path = environment["ENTENTE_HOME"] {
      guard isHome(path) else { throw WorkbenchError.noHome(searched: [path]) }
      return Home(path: path)
    }
    let starts = [
      FileManager.default.currentDirectoryPath, URL(filePath: program).resolvingSymlinksInPath().path,
    ]
    for start in starts {
      var folder = URL(filePath: start).standardizedFileURL
      while folder.path != "/" {
        if isHome(folder.path) { return Home(path: folder.path) }
        folder.deleteLastPathComponent()
      }
    }
    throw WorkbenchError.noHome(searched: starts)
  }

  private static func isHome(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/Evidence/evidence.yml")
  }
}

/// Reads whole files, with our errors.
enum Files {
  static func bytes(_ path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw WorkbenchError.unreadable(path: path, reason: "there is no such file")
    }
    guard !isFolder.boolValue else {
      throw WorkbenchError.unreadable(path: path, reason: "it is a folder; expected a file")
    }
    do { return [UInt8](try Data(contentsOf: URL(filePath: path))) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  static func text(_ path: String) throws -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw WorkbenchError.unreadable(path: path, reason: "not UTF-8 text")
    }
    return text
  }

  static func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  static func makeFolder(_ path: String) throws {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  static func remove(_ path: String) throws {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw WorkbenchError.unreadable(path: path, reason: error.localizedDescription)
    }
  }

  static func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }
}
