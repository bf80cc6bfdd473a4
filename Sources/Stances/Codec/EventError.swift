package import Errors

/// Why an event was not accepted, with the place in the text that was read.
package struct EventError: StanceError, Equatable {
  /// Where in the text: line and column of the offending value.
  package let position: JSONPosition
  /// The way to the value inside the event: `evidence[0].grade`; empty for the event itself.
  package let path: String
  /// What is wrong there.
  package let reason: Reason

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
