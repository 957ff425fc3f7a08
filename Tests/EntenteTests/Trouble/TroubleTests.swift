import Foundation
import TestSupport
import Testing

/// A place where an archive cannot be used as it is meant to be, and what is said of it.
struct Trouble: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What a shell does first, beside a sound archive, `a.entente`.
  let arrangement: String
  let command: String
  var code = 4
  let says: String

  init(_ name: String, _ arrangement: String, _ command: String, code: Int = 4, says: String) {
    testDescription = name
    self.arrangement = arrangement
    self.command = command
    self.code = code
    self.says = says
  }

  private static let load = "import t.yml --archive a.entente"
  private static let check = "check --deep --archive a.entente"

  static let permissions = [
    Trouble(
      "a file that may not be read", "chmod 000 a.entente", check, says: "a.entente: you may not read it"),
    Trouble(
      "a file that may only be read, written to", "chmod 444 a.entente", load, says: "you may not write to it"
    ),
    Trouble("a file that may only be read, read", "chmod 444 a.entente", check, code: 0, says: "sound"),
    Trouble(
      "a folder that may only be read, written to", "chmod 555 .", load,
      says: "you may not write to its folder"),
    Trouble("a folder that may only be read, read", "chmod 555 .", check, code: 0, says: "sound"),
    Trouble(
      "a folder that may only be read, counted in", "chmod 555 .", "find Congo --archive a.entente", code: 0,
      says: "Congo"),
    Trouble(
      "a folder that may only be read, for a new archive", "chmod 555 .", "init --archive b.entente",
      says: "you may not write to the folder"),
    Trouble(
      "a folder that may only be read, for a copy", "chmod 555 .", "backup b.entente --archive a.entente",
      says: "you may not write to the folder"),
    Trouble(
      "a folder that may only be read, with a log left in it",
      "rm -f a.entente-shm; echo left > a.entente-wal; chmod 555 .",
      check,
      says: "cannot be opened"),
    Trouble(
      "a folder that is not there, for a copy", ":", "backup no/b.entente --archive a.entente",
      says: "there is no folder"),
    Trouble("a copy over itself", ":", "backup a.entente --archive a.entente", says: "exists already"),
    Trouble("a copy of nothing", ":", "backup b.entente --archive c.entente", says: "there is no archive"),
    Trouble(
      "a copy of another file", ":", "backup b.entente --archive t.csv", says: "not an Entente archive"),
    Trouble(
      "files that may not grow", "trap '' XFSZ; ulimit -f 100", load, says: "reading or writing failed"),
    Trouble(
      "files that may not grow, for a copy", "trap '' XFSZ; ulimit -f 100",
      "backup b.entente --archive a.entente",
      says: "b.entente: reading or writing failed"),
  ]

  /// On a disk of its own, of three quarters of a megabyte; and on one that may only be read.
  static let disks = [
    Trouble("a full disk", "dd if=/dev/zero of=rest bs=1k 2>/dev/null", load, says: "full"),
    Trouble(
      "a disk that fills", "dd if=/dev/zero of=rest bs=1k count=150 2>/dev/null", load,
      says: "the disk is full"),
    Trouble(
      "a full disk, for a copy", "dd if=/dev/zero of=rest bs=1k count=150 2>/dev/null",
      "backup b.entente --archive a.entente",
      says: "the disk is full"),
    Trouble(
      "a full disk, for a new archive", "dd if=/dev/zero of=rest bs=1k count=150 2>/dev/null",
      "init --archive b.entente",
      says: "the disk is full"),
    Trouble(
      "a disk that may only be read, written to", "mount -o remount,ro .", load, says: "you may not write to"),
    Trouble("a disk that may only be read, read", "mount -o remount,ro .", check, code: 0, says: "sound"),
  ]
}

@Suite("Trouble with the archive's place")
struct TroubleTests {
  /// A sound archive and a table of 600 rows that would come into it.
  private func place() throws -> Workplace {
    let lines = (1...600).map { "a\($0),Town \($0),city,\(1000 + $0),p. \($0)\n" }
    return try Workplace(["t.csv": .init(stringLiteral: "id,name,kind,founded,page\n" + lines.joined())])
  }

  private func expect(_ row: Trouble, _ run: (code: Int32, said: String), _ place: Workplace) {
    #expect(run.code == Int32(row.code), "\(run.code): \(run.said)")
    #expect(run.said.contains(row.says), "\(run.said)")
  }

  /// Root may do everything, so it gives up what sets it above permissions.
  private static let asAnyone = geteuid() == 0 ? "setpriv --bounding-set -all --inh-caps -all --" : ""

  @Test("is told plainly, and nothing is changed", arguments: Trouble.permissions)
  func permissions(_ row: Trouble) throws {
    let place = try place()
    let before = try place.contents()
    let run = try Shell.run(
      "(\(row.arrangement); exec \(Self.asAnyone) \(Program.path) \(row.command)) 2>&1; code=$?; chmod 755 .; chmod 644 a.entente; exit $code",
      in: place.folder)
    expect(row, run, place)
    let kept = try place.contents().filter { $0.key != ".script" && $0.key != "a.entente-wal" }
    #expect(kept == before)
  }

  private static let canMount =
    (try? Shell.run("unshare -rm mount -t tmpfs none /mnt", in: ScratchFolder()).code) == 0

  @Test(
    "is told plainly where it is the disk, and the archive is as it was",
    .enabled(if: canMount, "needs to mount a disk of its own"), arguments: Trouble.disks)
  func disks(_ row: Trouble) throws {
    let place = try place()
    // Of its own name: taking the folder away from under another's disk would take that disk away, too.
    let disk = place.folder.path + "-disk"
    let run = try Shell.run(
      """
      mkdir \(disk)
      unshare -rm sh -c 'mount -t tmpfs -o size=768k none \(disk) && cp -r * \(disk) && cd \(disk) || exit 99
      before=$(sqlite3 "file:a.entente?immutable=1" .dump | sha256sum)
      (\(row.arrangement); exec \(Program.path) \(row.command)) 2>&1; code=$?
      ls; rm -f rest
      \(Program.path) check --deep --archive a.entente || code=98
      test "$before" = "$(sqlite3 "file:a.entente?immutable=1" .dump | sha256sum)" || echo CHANGED
      exit $code'; code=$?; rmdir \(disk); exit $code
      """, in: place.folder)
    expect(row, run, place)
    #expect(run.said.contains("Every batch is as it was sealed"))
    #expect(!run.said.contains("CHANGED") && !run.said.contains("partial"), "\(run.said)")
  }

  @Test("of a flipped bit in the file is found or does no harm, and nothing is changed")
  func flipped() throws {
    let place = try place()
    let path = place.folder.path + "/a.entente"
    let sound = try Data(contentsOf: URL(filePath: path))
    var dice = Seeded(state: 6)
    let texts = sound.ranges(of: Data("Congo".utf8)).map(\.lowerBound)
    #expect(texts.count > 3)
    for round in 0..<30 {
      let byte = round < texts.count ? texts[round] : Int.random(in: 0..<sound.count, using: &dice)
      var flipped = sound
      flipped[byte] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      try flipped.write(to: URL(filePath: path))
      let run = try Program.run(["check", "--deep", "--archive", "a.entente"], in: place.folder)
      #expect(
        (round < texts.count ? [1, 4] : [0, 1, 4]).contains(run.code),
        "byte \(byte): \(run.code) \(run.errors)")
      #expect(try Data(contentsOf: URL(filePath: path)) == flipped)
    }
  }

  @Test("which another program holds is told with its name, after ten seconds")
  func held() throws {
    let place = try place()
    let holder = try Shell.start(
      ["python3", "-c", Self.holding, "60"], in: place.folder, output: "held")
    defer { holder.terminate() }
    #expect(Shell.wait { (try? place.folder.read("held")) == "held\n" })
    let started = ContinuousClock.now
    let run = try Program.run(Workplace.load, in: place.folder)
    #expect(ContinuousClock.now - started >= .seconds(9.5))
    #expect(run.code == 4)
    #expect(
      run.errors.contains("python3 -c")
        && run.errors.contains("(process \(holder.processIdentifier)) is writing to a.entente"),
      "\(run.errors)")
    #expect(run.errors.contains("Waited ten seconds"))
    // To read, nobody waits; and a copy can be made.
    #expect(try Program.run(["backup", "b.entente", "--archive", "a.entente"], in: place.folder).code == 0)
    #expect(try Program.run(["check", "--deep", "--archive", "b.entente"], in: place.folder).code == 0)
  }

  @Test("which another program holds for a while is waited out")
  func waited() throws {
    let place = try place()
    let holder = try Shell.start(["python3", "-c", Self.holding, "2"], in: place.folder, output: "held")
    defer { holder.terminate() }
    #expect(Shell.wait { (try? place.folder.read("held")) == "held\n" })
    #expect(try Program.run(Workplace.load, in: place.folder).code == 0)
  }

  private static let holding =
    "import sqlite3, sys, time; c = sqlite3.connect('a.entente', isolation_level=None); c.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(float(sys.argv[1]))"
}
