extension Site {
  /// The answer to somebody who has a session. Nothing of it is kept anywhere.
  func answer<Place>(_ route: SessionRoute<Place>, _ ask: SessionAsk, at place: Place) -> Answer {
    var answer = made(route, ask, at: place)
    answer.isProvisional = true
    // Without a referrer, a browser would not tell where a form comes from.
    answer.fields["Referrer-Policy"] = "same-origin"
    return answer
  }

  private func made<Place>(_ route: SessionRoute<Place>, _ ask: SessionAsk, at place: Place) -> Answer {
    do {
      let record = record(for: ask.session)
      switch try route.reply(ask, record, place) {
      case .page(let page, let status):
        return Answer(status: status, type: Answer.html, text: try html(page, of: record, version()))
      case .redirect(let address):
        var answer = Answer(status: 303, type: Answer.html, text: "")
        answer.fields["Location"] = address
        return answer
      case .data(let text, let type): return Answer(type: type, text: text)
      }
    } catch {
      return self.answer(to: Trouble(error), isData: false)
    }
  }

  /// The answer where a form cannot be taken, with what was typed into it: nothing that somebody wrote is to be lost.
  func answer(to trouble: Trouble, keeping fields: [String: String]) -> Answer {
    let typed = LostFormPage.typed(fields)
    guard !typed.isEmpty, let version = try? version(),
      let html = try? html(LostFormPage(trouble, typed: typed), of: record, version)
    else { return answer(to: trouble, isData: false) }
    var answer = Answer(status: trouble.status, type: Answer.html, text: html)
    answer.isProvisional = true
    return answer
  }
}
