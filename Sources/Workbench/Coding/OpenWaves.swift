public import Archive

/// Whether documents are being coded blind: as long as they are, nobody is shown what others gave.
public enum OpenWaves {
  /// Whether in some wave a coder is not through with what they were given, or what coders disagree on is not decided.
  public static func any(in archive: ArchiveStore) throws -> Bool {
    try archive.atOnce {
      if try archive.isAwaitingCodings() { return true }
      return try archive.corpora().contains { corpus in
        try archive.waves(of: corpus.name).contains { wave in
          try !AdjudicationDesk(CodingBench(corpus: corpus.name, wave: wave), in: archive).isClosed
        }
      }
    }
  }
}
