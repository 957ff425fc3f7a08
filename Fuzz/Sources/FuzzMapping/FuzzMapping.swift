import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMapping(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.mapping.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
