import Foundation

/// A headless Chromium behind chromedriver, spoken to by the WebDriver protocol over loopback.
public struct Browser: Sendable {
  /// Where chromedriver is; nil where it is not installed.
  public static let driver: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(
    separator: ":"
  ).map {
    $0 + "/chromedriver"
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private let driver: Loopback
  private let session: String

  /// Starts a driver on a port that is free, and a browser; ends both after the work.
  public static func with<T>(_ log: String, _ work: (Browser) throws -> T) throws -> T {
    let process = Process()
    process.executableURL = URL(filePath: driver ?? "")
    process.arguments = ["--port=0"]
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardError = FileHandle.nullDevice
    try process.run()
    // A child of a worker thread has its signals blocked, all but this one.
    defer { kill(process.processIdentifier, SIGKILL) }
    let driver = Loopback(port: try port(log))
    let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": ["args": arguments],
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let answer = try send(driver, "POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
    guard let session = (answer as? [String: Any])?["sessionId"] as? String else {
      throw Loopback.Failure(text: "\(answer)")
    }
    let browser = Browser(driver: driver, session: "/session/\(session)")
    defer { _ = try? send(driver, "DELETE", browser.session, nil) }
    return try work(browser)
  }

  public func open(_ address: String) throws { _ = try post("url", ["url": address]) }

  /// Makes the page as wide as that: a window has borders and a least width, which a device has not.
  public func resize(_ width: Int) throws {
    let metrics: [String: Any] = ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false]
    _ = try post("goog/cdp/execute", ["cmd": "Emulation.setDeviceMetricsOverride", "params": metrics])
  }

  /// Shows pages as to who likes them dark, or light.
  public func darken(_ isDark: Bool) throws {
    let feature = ["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]
    _ = try post(
      "goog/cdp/execute", ["cmd": "Emulation.setEmulatedMedia", "params": ["features": [feature]]])
  }

  /// The value of an expression in the page.
  public func evaluate(_ expression: String) throws -> Any {
    try post("execute/sync", ["script": "return \(expression)", "args": [String]()])
  }

  public func number(_ expression: String) throws -> Double? {
    (try evaluate(expression) as? NSNumber)?.doubleValue
  }

  /// - Parameter modifier: a key that is held meanwhile.
  public func press(_ key: String, with modifier: String? = nil) throws {
    let held = modifier.map { [["type": "keyDown", "value": $0]] } ?? []
    let released = modifier.map { [["type": "keyUp", "value": $0]] } ?? []
    let actions = held + [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]] + released
    let keyboard: [String: Any] = ["type": "key", "id": "keys", "actions": actions]
    _ = try post("actions", ["actions": [keyboard]])
  }

  public func type(_ text: String) throws { for character in text { try press(String(character)) } }

  /// Waits until an expression is true, for ten seconds at most; whether it came to be.
  public func waits(for expression: String) throws -> Bool {
    for _ in 0..<200 {
      if try evaluate("Boolean(\(expression))") as? Bool == true { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  /// What the console has said since it was last asked.
  public func console() throws -> [String] {
    let entries = try post("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// How many sheets of A4 the page fills when it is printed.
  public func sheets() throws -> Int {
    let pdf = try post("print", ["page": ["width": 21.0, "height": 29.7]]) as? String ?? ""
    let bytes = Data(base64Encoded: pdf) ?? Data()
    return String(decoding: bytes, as: Unicode.ASCII.self).matches(of: /\/Type\s*\/Page\b/).count
  }

  private func post(_ command: String, _ body: [String: Any]) throws -> Any {
    try Self.send(driver, "POST", "\(session)/\(command)", body)
  }

  private static func send(
    _ driver: Loopback, _ method: String, _ path: String, _ body: [String: Any]?
  ) throws -> Any {
    let data = try driver.ask(method, path, body.map { try JSONSerialization.data(withJSONObject: $0) })
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard let value = answer?["value"] else {
      throw Loopback.Failure(text: String(decoding: data, as: UTF8.self))
    }
    if let fault = (value as? [String: Any])?["error"] { throw Loopback.Failure(text: "\(fault): \(value)") }
    return value
  }

  /// The port that the driver has found, which it says when it is ready.
  private static func port(_ log: String) throws -> UInt16 {
    for _ in 0..<200 {
      let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      if let match = text.firstMatch(of: /on port (\d+)\./), let port = UInt16(match.1) { return port }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Loopback.Failure(text: "chromedriver did not say its port")
  }
}
