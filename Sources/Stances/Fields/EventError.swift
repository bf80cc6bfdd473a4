package import Errors
package import JSON

/// Why an event was not accepted, with the place in the text that was read.
package struct EventError: StanceError, Equatable {
  /// Where in the text: line and column of the offending value.
  package let position: JSONPosition
  /// The way to the value inside the event: `evidence[0].grade`; empty for the event itself.
  package let path: String
  /// What is wrong there.
  package let reason: Reason

  /// A refusal of a value at a place.
  package init(position: JSONPosition, path: String, reason: Reason) {
    (self.position, self.path, self.reason) = (position, path, reason)
  }

  /// What is wrong, one case for each sentence that can be said.
  package enum Reason: Equatable, Sendable {
    /// An event of an older version is no acceptable JSON once it is lifted.
    case json(JSONError.Reason)
    /// The event is something else than an object.
    case notAnObject
    /// A required field is not there.
    case missing(field: String, of: String)
    /// A field that the object does not have in the vocabulary.
    case unknownField(name: String, of: String, nearest: [String])
    /// A type of event that the vocabulary does not have.
    case unknownType(name: String, nearest: [String])
    /// A version of the type that is still to come.
    case newerVersion(type: String, found: Int, known: Int)
    /// A version of the type that no upcaster lifts.
    case olderVersion(type: String, found: Int, oldest: Int)
    /// Another kind of JSON value than the field has.
    case wrongShape(expected: String)
    /// A text of nothing but blanks.
    case empty
    /// A text of more characters than the field takes.
    case tooLong(limit: Int)
    /// A list of fewer items than the field needs.
    case tooFew(atLeast: Int)
    /// The same item twice in a list; its text, if it is one.
    case repeated(String?)
    /// A text that is no slug.
    case notASlug(String)
    /// A word that the field's closed set does not have.
    case notOneOf(found: String, allowed: [String], nearest: [String])
    /// A text that is no date.
    case badDate(FuzzyDateError)
    /// A text that is no market.
    case badMarket(MarketError)
    /// A text that is no web address.
    case notAnAddress(String)
    /// A text that is no decimal number.
    case notADecimal(String)
    /// A text that lacks the fixed shape of its field.
    case badShape(found: String, expected: String)
    /// A trade statistic that nobody published.
    case publisherMissing
    /// A trade statistic with a registered body and a name as its publisher.
    case publisherTwice
    /// A trade statistic without a figure.
    case noFigure
    /// Addressees that name nobody.
    case nobodyAddressed
    /// A correction whose replacement has another id than the event it corrects.
    case replacementOfOther(id: String, corrects: String)
    /// A correction whose replacement is itself a correction or retraction, or the log's key.
    case replacementIsAmendment
  }

  package var kind: ErrorKind { .badData }
}

extension EventError: CustomStringConvertible {
  /// The place, what is wrong there and what to do, on one line.
  package var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    return "line \(position.line), column \(position.column): \(place)\(reason)"
  }
}

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
      "\(quoted(text)) is not a decimal number; "
        + (didYouMean(Decimal.suggestions(for: text))
          ?? "write digits and a point, such as \"-7.7\"")
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
