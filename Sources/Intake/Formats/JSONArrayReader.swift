import JSON
import Stances

/// Reads one event over any number of lines, or an array of events: what programs send as JSON.
///
/// The whole text is held, which JSON Lines avoids.
struct JSONArrayReader: EventReader {
  private let file: InputFile
  private var nodes: [JSONNode]?
  private var count = 0

  /// The longest text that is read.
  private static let limits = JSONLimits(
    maximumBytes: 16 << 20, maximumDepth: JSONLimits.event.maximumDepth + 1)

  init(_ file: InputFile) {
    self.file = file
  }

  mutating func next() throws -> Proposal? {
    let nodes = try self.nodes ?? read()
    self.nodes = nodes
    guard count < nodes.count else { return nil }
    defer { count += 1 }
    return proposal(of: nodes[count])
  }

  private func read() throws -> [JSONNode] {
    var blocks = BlockReader(file)
    var bytes: [UInt8] = []
    while case let block = try blocks.next(), !block.isEmpty,
      bytes.count <= Self.limits.maximumBytes
    {
      bytes += block
    }
    do throws(JSONError) {
      let root = try JSONDocument(parsing: bytes, limits: Self.limits).root
      return root.kind == .array ? Array(root.elements) : [root]
    } catch {
      throw refusal(at: error.position, "\(error.reason)")
    }
  }

  /// An event of the text, in which its values have their places.
  private func proposal(of node: JSONNode) -> Proposal {
    do throws(JSONError) {
      let document = try JSONDocument(parsing: node.canonicalBytes())
      return Proposal(
        document, source: node, line: node.position.line, WrittenEvent(of: node, in: file.name))
    } catch {
      return Proposal(
        line: node.position.line,
        content: .refused(.init(faults: [refusal(at: node.position, "\(error.reason)")])))
    }
  }

  private func refusal(at position: JSONPosition, _ sentence: String) -> IntakeError {
    IntakeError(
      place: .character(file: file.name, line: position.line, column: position.column),
      sentence: sentence)
  }
}
