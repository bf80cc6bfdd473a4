import JSON

/// The answer to a message, as one line.
enum AnswerLine {
  /// A request's result.
  static func result(_ result: JSONValue, to id: RequestID) -> JSONValue {
    ["jsonrpc": "2.0", "id": id.json, "result": result]
  }

  /// What a message gets instead; without an id if the message has none that can be read.
  static func error(_ error: MessageError, to id: RequestID?) -> JSONValue {
    .object(
      [("jsonrpc", "2.0")] + (id.map { [("id", $0.json)] } ?? []) + [("error", error.json)])
  }

  /// The bytes of an answer, with the end of the line.
  ///
  /// U+0085, U+2028 and U+2029 are escaped: some readers of lines take them for the end of one.
  static func bytes(of answer: JSONValue) -> [UInt8] {
    let bytes = answer.compactBytes()
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count + 1)
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      // These bytes occur only inside strings.
      switch (bytes[index], rest.dropFirst().first, rest.dropFirst(2).first) {
      case (0xC2, 0x85, _):
        line += "\\u0085".utf8
        index += 2
      case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
        line += bytes[index + 2] == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8
        index += 3
      default:
        line.append(bytes[index])
        index += 1
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }
}
