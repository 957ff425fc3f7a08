import Archive
import Interchange
import Workbench

extension Section {
  /// A corpus: what it has over time, by outlet and language; its copies; and the search in it.
  static let corpus = Section(
    routes: [
      Route(
        path: "/corpora/{name}", kind: .page,
        summary: "What a corpus has over time, by outlet, and of copies",
        parameters: CorpusCount.parameters + [clusterPage], example: "/corpora/news?count=cluster",
        readsTexts: true
      ) { ask, record in
        .page(try CorpusPage(CorpusCount(ask), record))
      },
      Route(
        path: "/api/v1/corpora/{name}", kind: .data(schema: "CorpusCounts", isTable: true),
        summary: "How many documents a corpus has by year, month, outlet or language",
        parameters: CorpusCount.parameters, example: "/api/v1/corpora/news?by=month", readsTexts: true
      ) { ask, record in
        let count = try CorpusCount(ask)
        let profile = try record.profile(ofCorpus: count.corpus)
        let table = try CorpusProfileText.grid(profile, by: count.part, counting: count.unit)
        return .data(
          try CorpusProfileText.json(profile, by: count.part, counting: count.unit), table: table)
      },
      Route(
        path: "/api/v1/corpora/{name}/chart", kind: .data(schema: "VegaLite", isTable: false),
        summary: "The same as bars", parameters: CorpusCount.parameters,
        example: "/api/v1/corpora/news/chart",
        readsTexts: true
      ) { ask, record in
        let count = try CorpusCount(ask)
        let profile = try record.profile(ofCorpus: count.corpus)
        let rows = try profile.rows(by: count.part, counting: count.unit)
        return .data(CorpusChart(rows, count).specification, table: nil)
      },
      Route(
        path: "/api/v1/corpora/{name}/clusters", kind: .data(schema: "Clusters", isTable: true),
        summary: "Texts of which a corpus has copies, those with the most documents first",
        parameters: [clusterPage], example: "/api/v1/corpora/news/clusters", readsTexts: true
      ) { ask, record in
        let clusters = try CorpusClusters(CorpusCount(ask), record.archive)
        return .data(clusters.json, table: clusters.grid)
      },
      Route(
        path: "/corpora/{name}/search", kind: .page, summary: "Search the documents of a corpus",
        parameters: DocumentSearch.parameters, example: "/corpora/news/search?q=partner*", readsTexts: true
      ) { ask, record in
        let search = try DocumentSearch(ask)
        _ = try record.archive.corpus(search.corpus)
        do { return .page(CorpusSearchPage(search, try search.found(in: record.archive))) } catch let error
          as WorkbenchError
        {
          // What was typed stays in the form, to be mended.
          return .page(CorpusSearchPage(search, trouble: Trouble(error)))
        }
      },
      Route(
        path: "/api/v1/corpora/{name}/search", kind: .data(schema: "DocumentsFound", isTable: true),
        summary: "Documents that are found, the most relevant first", parameters: DocumentSearch.parameters,
        example: "/api/v1/corpora/news/search?q=%22strategic+partner*%22", readsTexts: true
      ) { ask, record in
        let search = try DocumentSearch(ask)
        guard let found = try search.found(in: record.archive) else {
          throw ObservatoryError.badParameter(name: "q", found: "", expected: "it, which must be given")
        }
        return .data(found.json, table: found.grid)
      },
    ],
    templates: [
      "corpushead": CorpusHead.template, CorpusPage.template: CorpusTemplate.text,
      CorpusSearchPage.template: CorpusSearchTemplate.text,
    ])

  private static let clusterPage = Route.Parameter(
    name: "from", about: "How many clusters of copies to pass over.",
    schema: ["type": "integer", "minimum": 0, "maximum": 10_000_000, "default": 0])
}
