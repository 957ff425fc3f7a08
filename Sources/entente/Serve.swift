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

      With --code, the coders of a wave ('entente code assign') code what they were given, each at an address of their own and without the \
      others' codes; what they disagree on is decided at one more. From another machine it is reached through a tunnel: \
      ssh -L 8080:localhost:8080 this-machine.
      """)

  @OptionGroup var archive: ArchiveOption
  @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
  @Option(help: "The name or address to listen on; other than of this machine, it is open to others.")
  var host = "127.0.0.1"
  @Option(help: "How many MiB of answers to keep for who asks the same again; 0 makes every answer anew.")
  var cache = 64
  @Flag(help: "Let the record be edited, by who opens the address with the token that is printed.") var edit =
    false
  @Option(help: "Have documents of this corpus coded, by who opens one of the addresses that are printed.")
  var code: String?
  @Option(help: "Which wave is coded. (default: the last)") var wave: Int?

  func validate() throws {
    guard !edit || WebServer.isLocal(host) else {
      throw ValidationError(
        "--edit goes with this machine alone, not with --host \(host): whoever can listen on the way could read the token and edit."
      )
    }
    guard code == nil || WebServer.isLocal(host) else {
      throw ValidationError(
        "--code goes with this machine alone, not with --host \(host): whoever can listen on the way could read a token and code as another."
      )
    }
    guard wave == nil || code != nil else { throw ValidationError("--wave goes with --code.") }
    guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535.") }
    guard (0...65_535).contains(cache) else { throw ValidationError("--cache is a number from 0 to 65535.") }
  }

  func run() async throws {
    let home = try Home.find()
    let store = try archive.openForReading(readers: WebServer.readers)
    let editor = edit ? Editor(try archive.openForWriting()) : nil
    let bench = try code.map { corpus in
      Bench(try archive.openForWriting(), try CodingBench(store, corpus: corpus, wave: wave))
    }
    let site = try Site(
      store, named: URL(filePath: archive.path).lastPathComponent, studies: StudyShelf(home.studies).all(),
      home: home,
      assets: Assets(placedIn: home.path + "/.assets", outlines: home.evidence + "/outlines"), editor: editor,
      bench: bench,
      cacheSize: cache << 20)
    try await WebServer(site).serve(host: host, port: port) { address in
      let entrances = site.entrances.map { "\(address)\($0.address) \($0.what)\n" }.joined()
      FileHandle.standardOutput.write(
        Data("\(address) shows \(archive.path). Ctrl-C ends it.\n\(entrances)".utf8))
    }
  }
}
