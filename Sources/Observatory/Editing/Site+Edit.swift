extension Site {
  /// The answer to somebody who may edit. Nothing of it is kept anywhere.
  func answer(_ route: EditRoute, _ ask: EditAsk, by editor: Editor) -> Answer {
    var answer = made(route, ask, by: editor)
    answer.isProvisional = true
    // Without a referrer, a browser would not tell where a form comes from.
    answer.fields["Referrer-Policy"] = "same-origin"
    return answer
  }

  private func made(_ route: EditRoute, _ ask: EditAsk, by editor: Editor) -> Answer {
    do {
      switch try route.reply(ask, recordToEdit, editor) {
      case .page(let page, let status):
        return Answer(status: status, type: Answer.html, text: try html(page, of: recordToEdit, version()))
      case .redirect(let address):
        var answer = Answer(status: 303, type: Answer.html, text: "")
        answer.fields["Location"] = address
        return answer
      }
    } catch {
      return self.answer(to: Trouble(error), isData: false)
    }
  }
}
