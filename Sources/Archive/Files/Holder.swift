import Foundation

/// Who else is writing to an archive, as far as the system tells: Linux lists locks in `/proc/locks` and open files in `/proc/<process>/fd`.
enum Holder {
  /// "entente import t.yml (process 123)"; nil where that cannot be told.
  static func of(_ path: String) -> String? {
    guard let locks = text("/proc/locks") else { return nil }
    let own = ProcessInfo.processInfo.processIdentifier
    let files = ["", "-shm"].map { URL(filePath: path + $0).resolvingSymlinksInPath().path }
    // "2: POSIX  ADVISORY  WRITE 18519 fe:00:5597434 1073741824 1073742335"
    let writers = Set(
      locks.split(separator: "\n").compactMap { line -> Int32? in
        let fields = line.split(separator: " ")
        guard fields.count > 5, fields[3] == "WRITE" else { return nil }
        return Int32(fields[4])
      })
    let holder = writers.subtracting([own]).sorted().first { process in
      let folder = "/proc/\(process)/fd"
      // Programs of other users keep their files to themselves, and some end meanwhile: they are not told.
      let open = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return open.contains { number in
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(number)")).map(
          files.contains)
          ?? false
      }
    }
    return holder.map { process in
      let words = text("/proc/\(process)/cmdline")?.split(separator: "\0").map(String.init) ?? []
      let name = words.first.map { URL(filePath: $0).lastPathComponent } ?? "a program"
      return ([name] + words.dropFirst()).joined(separator: " ") + " (process \(process))"
    }
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
