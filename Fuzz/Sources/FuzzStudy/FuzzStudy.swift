import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStudy(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.study.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
