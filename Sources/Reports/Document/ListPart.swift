import JSON
import Projections

extension ListCursors {
  /// Says how to get to the parts next to this one; nothing if there are none.
  func blocks(_ items: String) -> [Document.Block] {
    let ways =
      (before.map { [" Earlier \(items): before \($0)."] } ?? [])
      + (after.map { [" Later \(items): after \($0)."] } ?? [])
    return isWhole ? [] : [.paragraph(RichText("A part of the list." + ways.joined()))]
  }

  /// The member `more` beside the items, if there are others.
  var members: [(name: String, value: JSONValue)] {
    isWhole
      ? [] : [("more", ["before": JSONValue(before), "after": JSONValue(after)])]
  }
}
