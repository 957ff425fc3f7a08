import Foundation

/// HTTP over a socket on this machine, as little of it as a driver of browsers needs: Foundation's client refuses the driver's headers,
/// which have no blank after the colon.
struct Loopback {
  let port: UInt16

  struct Failure: Error { let text: String }

  /// Sends a request with a JSON body and gives the body of the answer.
  func ask(_ method: String, _ path: String, _ body: Data?) throws -> Data {
    let socket = try connected()
    defer { close(socket) }
    let head = """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json\r
      Content-Length: \(body?.count ?? 0)\r
      Connection: close\r
      \r\n
      """
    try write(Data(head.utf8) + (body ?? Data()), to: socket)
    return try answer(from: socket)
  }

  private func connected() throws -> Int32 {
    #if canImport(Glibc)
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard status == 0 else {
      close(socket)
      throw Failure(text: "nothing listens on port \(port)")
    }
    return socket
  }

  private func write(_ data: Data, to socket: Int32) throws {
    var rest = data
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, 0) }
      guard written > 0 else { throw Failure(text: "the driver hung up") }
      rest = Data(rest.dropFirst(written))
    }
  }

  /// Reads the head, and then as much as it announces.
  private func answer(from socket: Int32) throws -> Data {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = received.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased()
        let body = received[end.upperBound...]
        let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
        if body.count >= length { return Data(body.prefix(length)) }
      }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { throw Failure(text: "no answer in time") }
      received.append(contentsOf: buffer[..<count])
    }
  }
}
