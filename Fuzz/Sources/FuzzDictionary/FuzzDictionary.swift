import Invariants

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDictionary(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.dictionary.crash(unlessHeldBy: UnsafeBufferPointer(start: start, count: count))
  return 0
}
