package import Errors
package import JSON

/// Why an event was not accepted, with the place in the text that was read.
package struct EventError: StanceError, Equatable {
  /// The place in the text: line and column of the offending value.
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
    /// An event of an older version is not acceptable JSON once it is lifted.
    case json(JSONError.Reason)
    /// The event is something other than an object.
    case notAnObject
    /// A required field is missing.
    case missing(field: String, of: String)
    /// A field that the object does not have in the vocabulary.
    case unknownField(name: String, of: String, nearest: [String])
    /// A type of event that the vocabulary does not have.
    case unknownType(name: String, nearest: [String])
    /// A version of the type that is newer than this program knows.
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
    /// A text that is not a slug.
    case notASlug(String)
    /// A word that the field's closed set does not have.
    case notOneOf(found: String, allowed: [String], nearest: [String])
    /// A text that is not a date.
    case badDate(FuzzyDateError)
    /// A text that is not a market.
    case badMarket(MarketError)
    /// A text that is not a web address.
    case notAnAddress(String)
    /// A text that is not a decimal number.
    case notADecimal(String)
    /// A text that lacks the fixed shape of its field.
    case badShape(found: String, expected: String)
    /// A trade statistic without a publisher.
    case publisherMissing
    /// A text that is not empty, and of which nothing shows.
    case unseen
    /// A text of a template that says what is to be put in its place.
    case unfilled
    /// A trade statistic with a registered body and a name as its publisher.
    case publisherTwice
    /// A trade statistic without a figure.
    case noFigure
    /// Addressees that name no one.
    case nobodyAddressed
    /// A claimant without a body or a name.
    case noClaimant
    /// A denial by neither a company nor a body.
    case noDenier
    /// A figure of trade that is neither with another market nor a company's own.
    case noPartner
    /// A field that a later version of the type added.
    case fieldOfLaterVersion(name: String, of: String, since: Int, written: Int)
    /// A word that a later version of the type added.
    case termOfLaterVersion(found: String, of: String, since: Int, written: Int)
    /// A level that only the whole business can have, beside `lines`.
    case tooDeepForLines(level: String)
    /// A time of day in a date that is compared with others.
    case hourGiven(String)
    /// Who used a power, without the power.
    case usedByWithoutPower
    /// A capture of more addresses than one has.
    case tooManyAddresses(limit: Int)
    /// A company that is merged into itself.
    case mergedIntoItself
    /// A correction whose replacement has another id than the event it corrects.
    case replacementOfOther(id: String, corrects: String)
    /// A correction whose replacement is a correction, retraction or capture, or the log's key.
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
      "is empty; fill it or omit the field"
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
      "\(quoted(text)) is not a web address; write it in full, beginning with http:// or https://"
    case .notADecimal(let text):
      "\(quoted(text)) is not a decimal number; "
        + (didYouMean(Decimal.suggestions(for: text))
          ?? "write digits and a point, such as \"-7.7\"")
    case .badShape(let found, let expected):
      "\(quoted(found)) is not a valid \(expected)"
    case .unseen:
      "has only characters that do not show, such as U+200B; write what can be read, or omit the field"
    case .unfilled: "it still says what to put there; fill in the row, or take it out"
    case .publisherMissing:
      "trade_statistic needs 'body' or 'publisher'; add who published the figure"
    case .publisherTwice:
      "trade_statistic has both 'body' and 'publisher'; keep the one who published the figure"
    case .noFigure:
      "trade_statistic needs 'value' or 'change'; add the figure"
    case .nobodyAddressed:
      "names no one; add 'all', 'companies', 'sectors' or 'countries'"
    case .noClaimant:
      "names no one; add 'body' or 'name'"
    case .noDenier:
      "denial needs 'company' or 'body'; add who denies"
    case .noPartner:
      "trade_statistic needs 'partner' or 'company'; add the market on the other side, or the "
        + "company whose own figure it is"
    case .fieldOfLaterVersion(let name, let type, let since, let written):
      "version \(written) of \(type) has no field \(quoted(name)), version \(since) has; "
        + "write \"v\": \(since)"
    case .termOfLaterVersion(let found, let type, let since, let written):
      "version \(written) of \(type) has no word \(quoted(found)) for this, version \(since) has; "
        + "write \"v\": \(since)"
    case .tooDeepForLines(let level):
      "\(quoted(level)) is a level of the whole business, and a stop of some lines is 'reducing'; "
        + "leave out 'lines' if it is the whole business, or give the level 'reducing'"
    case .hourGiven(let text):
      "\(quoted(text)) has a time of day; give the day at the place where it was said; the hour "
        + "belongs in the note"
    case .usedByWithoutPower:
      "says who used a power, but 'under' names none; add 'under', or leave this out"
    case .tooManyAddresses(let limit):
      "has more than \(limit) addresses; record the others in a second capture of the same file"
    case .mergedIntoItself:
      "is the company itself; name the company that it became one with, or leave this out"
    case .replacementOfOther(let id, let corrects):
      "replaces \(quoted(corrects)), but has the id \(quoted(id)); give both the same"
    case .replacementIsAmendment:
      "cannot be a correction, a retraction, a capture or a log_key itself; "
        + "correct the first event again, or retract the amendment"
    }
  }
}

/// A text from outside in quotation marks, safe to print and not too long for a line.
private func quoted(_ text: String) -> String {
  "'\(printable(text).truncated(to: 80))'"
}
