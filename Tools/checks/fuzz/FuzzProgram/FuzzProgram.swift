import Glibc
import Synchronization

/// What libFuzzer calls with each input; the input is fine unless the program ends here.
///
/// `Tools/checks/fuzz/run` builds this program and says by the environment which target to feed.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  Feeding.total.add(1, ordering: .relaxed)
  if Feeding.target.accepts(bytes) { Feeding.accepted.add(1, ordering: .relaxed) }
  return 0
}

/// One run: which target is fed, and how many inputs it took for well-formed.
enum Feeding {
  static let total = Atomic(0)
  static let accepted = Atomic(0)

  /// The target that the environment names.
  static let target: FuzzTarget = {
    if let folder = getenv("STANCE_FUZZ_SEEDS") {
      KnownSeeds.write(to: String(cString: folder))
      _exit(0)
    }
    let name = getenv("STANCE_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
      print("set STANCE_FUZZ_TARGET to one of: \(names)")
      exit(64)
    }
    // A target that accepts nothing tests nothing: `Tools/checks/fuzz/run` reads this line.
    atexit {
      let total = Feeding.total.load(ordering: .relaxed)
      let accepted = Feeding.accepted.load(ordering: .relaxed)
      print("accepted \(accepted) of \(total)")
    }
    return target
  }()
}
