import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.csv.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
