import Archive
import ArgumentParser
import Foundation
import Observatory
import Workbench

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the archive as a web site on this machine.",
    discussion: """
      Prints the address and serves until Ctrl-C. Visitors can read and change nothing; what another program writes to the archive \
      meanwhile is shown from the next page on.

      With --edit, whoever opens the second address that it prints, on this machine only, can add, correct and withdraw statements.
      """)

  @OptionGroup var archive: ArchiveOption
  @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
  @Option(help: "The name or address to listen on; other than of this machine, it is open to others.")
  var host = "127.0.0.1"
  @Option(help: "How many MiB of answers to keep for who asks the same again; 0 makes every answer anew.")
  var cache = 64
  @Flag(help: "Let the record be edited, by who opens the address with the token that is printed.") var edit =
    false

  func validate() throws {
    guard !edit || WebServer.isLocal(host) else {
      throw ValidationError(
        "--edit goes with this machine alone, not with --host \(host): whoever can listen on the way could read the token and edit."
      )
    }
    guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    guard (0...65_535).contains(cache) else { throw ValidationError("--cache is a number from 0 to 65535.") }
  }

  func run() async throws {
    let home = try Home.find()
    let store = try archive.openForReading(readers: WebServer.readers)
    let editor = edit ? Editor(try archive.openForWriting()) : nil
    let site = try Site(
      store, named: URL(filePath: archive.path).lastPathComponent, studies: StudyShelf(home.studies).all(),
      home: home,
      assets: Assets(placedIn: home.path + "/.assets", outlines: home.evidence + "/outlines"), editor: editor,
      cacheSize: cache << 20)
    try await WebServer(site).serve(host: host, port: port) { address in
      let entrance =
        editor.map { "\(address)\($0.entrance) edits it: keep this address to yourself.\n" } ?? ""
      FileHandle.standardOutput.write(
        Data("\(address) shows \(archive.path). Ctrl-C ends it.\n\(entrance)".utf8))
    }
  }
}
