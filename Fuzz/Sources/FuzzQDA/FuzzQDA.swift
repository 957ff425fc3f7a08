import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQDA(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.qda.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
