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

  mutating func next() throws -> LocatedEvent? {
    let nodes = try self.nodes ?? read()
    self.nodes = nodes
    guard count < nodes.count else { return nil }
    defer { count += 1 }
    let node = nodes[count]
    return LocatedEvent(event: try event(of: node), line: node.position.line)
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

  /// An event of the text, which is told by its first character and the way within it.
  private func event(of node: JSONNode) throws(IntakeError) -> ProposedEvent {
    do {
      return try ProposedEvent(JSONDocument(parsing: node.canonicalBytes()))
    } catch let error as EventError {
      throw refusal(at: node.position, path: error.path, "\(error.reason)")
    } catch let error as JSONError {
      throw refusal(at: node.position, "\(error.reason)")
    } catch {
      throw refusal(at: node.position, "\(error)")
    }
  }

  private func refusal(
    at position: JSONPosition, path: String = "", _ sentence: String
  ) -> IntakeError {
    IntakeError(
      place: .character(file: file.name, line: position.line, column: position.column),
      path: path, sentence: sentence)
  }
}
