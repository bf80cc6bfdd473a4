import Projections
import Stances

extension TimePictureData.Entry {
  /// The attributes of an event's mark that tell from which day on it could be known, and that the
  /// query does not know it.
  func knowledge(_ fuzzy: Fuzziness) -> Markup {
    let classes: Markup = isKnown ? .empty : " class=\"later\""
    return "\(classes) data-known=\"\(fuzzy.day(reaching: entry.published).ordinal)\""
  }
}
