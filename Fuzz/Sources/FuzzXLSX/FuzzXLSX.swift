import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXLSX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.xlsx.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
