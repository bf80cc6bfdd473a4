import GRDB
import Transparency

/// Checks that the stored cosignatures are all there and are lines of witnesses.
///
/// Whether they hold is for those to ask who have the witnesses' keys.
struct CosignatureCheck {
  private let stored: RawStatement

  init(_ database: Database) throws {
    stored = try RawStatement(
      "SELECT number, size, line FROM cosignature ORDER BY number", in: database)
  }

  func run(_ verification: inout Verification) throws {
    var next: Int64 = 1
    while try stored.step() {
      let number = stored.integer(0)
      if number != next { verification.note(.missingCosignature(number: next)) }
      next = number + 1
      let lines = try? NoteSignature.lines(stored.bytes(2))
      guard let lines, lines.count == 1, Cosignature(lines[0].bytes) != nil else {
        verification.note(.unreadableCosignature(size: stored.integer(1)))
        continue
      }
    }
  }
}
