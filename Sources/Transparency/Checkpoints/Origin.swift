/// The name of a log, the first line of its checkpoints.
///
/// Logs should use a URL without its schema, as in `example.org/log/2026`, but readers must take
/// any line that is not empty. Compared byte by byte.
package struct Origin: Hashable, Sendable {
  /// The name's bytes.
  package let utf8: [UInt8]

  /// The origin of the log whose key has this name.
  package init(_ name: KeyName) {
    utf8 = name.utf8
  }

  /// The origin of a line, or nil if the line is empty or not plain text.
  package init?(line: some Collection<UInt8>) {
    guard !line.isEmpty, !line.contains(UInt8(ascii: "\n")), PlainText.isAllowed(line) else {
      return nil
    }
    utf8 = Array(line)
  }
}

extension Origin: CustomStringConvertible {
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }
}
