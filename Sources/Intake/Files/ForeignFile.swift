/// What a file is that holds no text as events are written, told from its first bytes.
package enum ForeignFile: Hashable, Sendable {
  /// A workbook of a spreadsheet program, `.xlsx` or `.ods`.
  case workbook
  /// A workbook or document in the format of before 2007, `.xls`.
  case oldWorkbook
  /// Files packed as one.
  case zip
  /// Text that gzip packed.
  case gzip
  /// Text in two bytes a character, and no mark at its start that says in which order.
  case unmarkedUTF16

  /// Nil for what may be text.
  init?(_ start: [UInt8], named name: String) {
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      let names = [".xlsx", ".xlsm", ".ods"]
      let members = ["[Content_Types].xml", "opendocument.spreadsheet"]
      let isWorkbook =
        names.contains(where: name.lowercased().hasSuffix)
        || members.contains { Self.has($0, in: start.prefix(4_096)) }
      self = isWorkbook ? .workbook : .zip
    } else if start.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if Self.isUnmarkedUTF16(start.prefix(64)) {
      self = .unmarkedUTF16
    } else {
      return nil
    }
  }

  private static func has(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let sought = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: sought) }
  }

  /// Whether every second byte is 0, as in the letters of a header.
  private static func isUnmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes.prefix(bytes.count & ~1))
    guard bytes.count >= 4, !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF])
    else { return false }
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    return zeros.count == bytes.count / 2 && Set(zeros.map { $0 % 2 }).count == 1
  }
}

extension ForeignFile: CustomStringConvertible {
  /// What it is, and what to do about it.
  package var description: String {
    switch self {
    case .workbook:
      "a workbook (.xlsx or .ods), not a text; save the sheet as 'CSV UTF-8' and append that"
    case .oldWorkbook:
      "a workbook or document of before 2007 (.xls), not a text; save the sheet as 'CSV UTF-8'"
    case .zip: "a zip archive; unpack it and append the file in it"
    case .gzip: "packed by gzip; unpack it first: 'zcat FILE | stance append --from -'"
    case .unmarkedUTF16:
      "UTF-16 without a byte order mark; save it as UTF-8"
    }
  }
}
