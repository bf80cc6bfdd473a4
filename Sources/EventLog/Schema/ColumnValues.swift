import Stances

extension Day {
  /// The day as a column holds it: days since 1970-01-01.
  var column: Int64 { Int64(ordinal) }
}

extension Market {
  /// The market whose code a column holds, also one that this program does not name.
  init?(recorded code: UnsafeRawBufferPointer) {
    self.init(packing: String(decoding: code, as: UTF8.self))
  }

  /// Whether a column holds this market's code.
  func isCoded(_ code: UnsafeRawBufferPointer) -> Bool {
    var packed: UInt32 = 0
    for byte in code { packed = packed << 8 | UInt32(byte) }
    return (code.count == 2 ? packed << 8 : packed) == rawValue
  }
}

/// Positions in one column, as a JSON array: `[12,40]`.
enum PositionList {
  /// The column's text; null if there are none.
  static func text(_ positions: [Int64]) -> String? {
    positions.isEmpty ? nil : "[" + positions.map(String.init).joined(separator: ",") + "]"
  }

  /// Reads the column's bytes.
  static func positions(in bytes: UnsafeRawBufferPointer) -> [Int64] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
      .compactMap { Int64(String(decoding: $0, as: UTF8.self)) }
  }
}
