extension EventError.Reason: CustomStringConvertible {
  /// What is wrong and what to do about it.
  package var description: String {
    switch self {
    case .json(let reason):
      "\(reason)"
    case .notAnObject:
      "an event is a JSON object; write {\"id\": …, \"type\": …, \"v\": 1, …}"
    case .missing(let field, let owner):
      "\(owner) needs '\(field)'; add it"
    case .unknownField(let name, let owner, let nearest):
      "\(owner) has no field \(quoted(name)); \(didYouMean(nearest) ?? "remove it")"
    case .unknownType(let name, let nearest):
      "there is no event type \(quoted(name)); "
        + (didYouMean(nearest) ?? "see Events/README.md for the types")
    case .newerVersion(let type, let found, let known):
      "version \(found) of \(type) is newer than this program knows (\(known)); update stance"
    case .olderVersion(let type, let found, let oldest):
      "version \(found) of \(type) is older than any that can be read; write version \(oldest) or later"
    case .wrongShape(let expected):
      "expected \(expected)"
    case .empty:
      "is empty; fill it or leave the field out"
    case .tooLong(let limit):
      "is longer than \(limit) characters; shorten it"
    case .tooFew(let atLeast):
      "needs at least \(atLeast) item\(atLeast == 1 ? "" : "s"); add what is missing"
    case .repeated(let item):
      "\(item.map(quoted) ?? "the same item") appears here twice; remove one"
    case .notASlug(let text):
      "\(quoted(text)) is not a slug; write lower-case letters and digits with single hyphens "
        + "between, at most 128"
    case .notOneOf(let found, let allowed, let nearest):
      "\(quoted(found)) is not one of the words for this; "
        + (didYouMean(nearest) ?? "write \(enumerated(allowed, conjunction: "or"))")
    case .badDate(let refusal):
      "\(refusal)"
    case .badMarket(let refusal):
      "\(refusal)"
    case .notAnAddress(let text):
      "\(quoted(text)) is not a web address; write it in full, from http:// or https:// on"
    case .notADecimal(let text):
      "\(quoted(text)) is not a decimal number; write digits and a point, such as \"-7.7\""
    case .badShape(let found, let expected):
      "\(quoted(found)) is not a valid \(expected)"
    case .publisherMissing:
      "trade_statistic needs 'body' or 'publisher'; add who published the figure"
    case .publisherTwice:
      "trade_statistic has both 'body' and 'publisher'; keep the one who published the figure"
    case .noFigure:
      "trade_statistic needs 'value' or 'change'; add the figure"
    case .nobodyAddressed:
      "names no one; add 'all', 'companies', 'sectors' or 'countries'"
    case .replacementOfOther(let id, let corrects):
      "replaces \(quoted(corrects)), but has the id \(quoted(id)); give both the same"
    case .replacementIsAmendment:
      "cannot be a correction, a retraction or a log_key itself; "
        + "correct the first event again, or retract the amendment"
    }
  }
}

/// A text from outside in quotation marks, safe to print and not too long for a line.
private func quoted(_ text: String) -> String {
  "'\(printable(text).truncated(to: 80))'"
}
