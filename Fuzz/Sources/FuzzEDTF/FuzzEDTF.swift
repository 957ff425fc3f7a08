import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEDTF(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.edtf.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
