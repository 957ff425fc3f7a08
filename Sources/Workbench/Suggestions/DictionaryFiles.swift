public import Interchange

/// Dictionaries from the disk.
public enum DictionaryFiles {
  /// - Returns: the dictionary, and its file's name.
  /// - Throws: `WorkbenchError.unreadable`, `.format`.
  public static func read(_ path: String) throws -> (file: DictionaryFile, name: String) {
    let (bytes, name) = (try Files.bytes(path), Files.name(path))
    do { return (try DictionaryFile.read(bytes, name: name), name) } catch {
      throw WorkbenchError.format(error)
    }
  }
}
