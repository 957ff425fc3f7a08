import Foundation
import HTTPTypes
import Hummingbird

/// Mounts every route of the table, the assets, and what guards them.
struct Mounting {
  private let site: Site
  private let desk: Desk
  private let host: String

  init(_ site: Site, host: String) {
    self.site = site
    self.host = host
    desk = Desk(site)
  }

  var router: Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: Guard(site, host: host))
    for route in Section.routes {
      for method in [HTTPRequest.Method.get, .head] {
        router.on(RouterPath(route.path), method: method) { [desk] request, context in
          try await desk.respond(to: request, asking: route, places: context.parameters)
        }
      }
    }
    if let editor = site.editor { mount(editor, on: router) }
    if let bench = site.bench { mount(bench, on: router) }
    for method in [HTTPRequest.Method.get, .head] {
      router.on("/assets/{file}", method: method) { [site] request, context in
        guard let answer = site.assets.answer(context.parameters.get("file") ?? "") else {
          throw HTTPError(.notFound)
        }
        return Response(answer, to: request)
      }
    }
    return router
  }

  private func mount<Place: Workplace>(_ place: Place, on router: Router<BasicRequestContext>) {
    let desk = SessionDesk(site, place)
    for route in Place.routes {
      for method in [HTTPRequest.Method.get, .head, .post] {
        router.on(RouterPath(route.path), method: method) { request, context in
          try await desk.respond(to: request, asking: route, places: context.parameters)
        }
      }
    }
  }
}
