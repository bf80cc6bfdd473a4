import GRDB
import Transparency

/// Holds the kept time stamps against the checkpoints that they are over.
///
/// Whether an authority's signature holds is not asked here.
struct AnchorCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func run(_ verification: inout Verification) throws {
    let rows = try RawStatement(
      "SELECT size, note, reply FROM anchor LEFT JOIN checkpoint USING (size) ORDER BY number",
      in: database)
    while try rows.step() {
      let imprint = TimestampQuery.imprint(of: Array(rows.bytes(1)))
      if (try? TimestampReply(Array(rows.bytes(2))))?.imprint != imprint {
        verification.note(.foreignAnchor(size: rows.integer(0)))
      }
    }
  }
}
