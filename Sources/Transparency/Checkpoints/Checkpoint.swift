/// A log's claim about its whole content, to be signed (c2sp.org/tlog-checkpoint v1.0.0).
///
/// It holds no time: times belong to cosignatures and anchors, which others vouch for.
package struct Checkpoint: Hashable, Sendable {
  /// The log.
  package let origin: Origin

  /// Its size and root.
  package let head: TreeHead

  /// Lines of other logs after the three; ours have none.
  package let extensions: [[UInt8]]

  /// The checkpoint of a log in a state.
  package init(origin: Origin, head: TreeHead) {
    self.origin = origin
    self.head = head
    extensions = []
  }

  /// Reads a note's text, which should have been verified first.
  package init(text: some Collection<UInt8>) throws(CheckpointError) {
    var scanner = LineScanner(text)
    guard let originLine = scanner.next(), let sizeLine = scanner.next(),
      let rootLine = scanner.next()
    else { throw .tooFewLines }
    guard let origin = Origin(line: originLine) else { throw .badOrigin }
    guard let size = DecimalNumber.decode(sizeLine) else {
      throw .badSize(String(decoding: sizeLine, as: UTF8.self))
    }
    guard let root = MerkleHash(base64: rootLine) else {
      throw .badRoot(String(decoding: rootLine, as: UTF8.self))
    }
    do throws(TreeError) {
      head = try TreeHead(size: size, root: root)
    } catch {
      throw .badHead(error)
    }
    self.origin = origin
    var extensions: [[UInt8]] = []
    while let line = scanner.next() {
      guard !line.isEmpty, PlainText.isAllowed(line) else { throw .badExtension }
      extensions.append(Array(line))
    }
    guard scanner.rest.isEmpty else { throw .badExtension }
    self.extensions = extensions
  }

  /// The text to sign.
  package var text: [UInt8] {
    let lines = [origin.utf8, Array("\(head.size)".utf8), head.root.base64] + extensions
    return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
