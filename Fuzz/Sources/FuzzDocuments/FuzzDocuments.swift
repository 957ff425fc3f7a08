import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDocuments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.documents.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
