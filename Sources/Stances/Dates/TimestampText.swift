package import Errors

/// Why a text is refused as an instant.
package enum TimestampError: StanceError, Hashable, Sendable {
  /// The text is not of RFC 3339's form, or names a time that no day has.
  case notAnInstant(String)
  /// The calendar has no such day.
  case impossible(DayError)
  /// The text is more exact than a millisecond.
  case tooExact(String)

  package var kind: ErrorKind { .badData }
}

extension TimestampError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnInstant(let text):
      "'\(printable(text))' is not an instant; write date, time and offset, "
        + "as in 2022-05-06T12:34:56Z or 2022-05-06T12:34:56.789+03:00"
    case .impossible(let refusal):
      refusal.description
    case .tooExact(let text):
      "'\(text)' is more exact than a millisecond; write at most three digits after the seconds"
    }
  }
}

extension Timestamp {
  /// Reads RFC 3339: `2022-05-06T12:34:56Z`, with up to three fraction digits and `Z` or an offset.
  package init(rfc3339 text: String) throws(TimestampError) {
    var scanner = ASCIIScanner(text)
    guard let day = try Self.scanDay(&scanner), scanner.take("T"),
      let time = scanner.scanClockTime()
    else { throw .notAnInstant(text) }
    let isFractional = scanner.take(".")
    let fraction = isFractional ? scanner.takeDigitRun() : []
    guard isFractional != fraction.isEmpty, let offset = scanner.scanOffset(), scanner.isAtEnd
    else { throw .notAnInstant(text) }
    guard fraction.count <= 3 else { throw .tooExact(text) }

    let thousandths = (fraction + [0, 0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    let seconds = Int(day.ordinal) * 86_400 + time.seconds - offset * 60
    let exact = Int64(seconds * 1_000 + thousandths)
    self.init(milliseconds: exact)
    // Years before 0 are no RFC 3339, and near the calendar's ends an offset may lead out of it.
    guard milliseconds == exact else { throw .notAnInstant(text) }
  }

  private static func scanDay(_ scanner: inout ASCIIScanner) throws(TimestampError) -> Day? {
    do throws(DayError) {
      return try scanner.scanDay()
    } catch {
      throw .impossible(error)
    }
  }
}

extension Timestamp: CustomStringConvertible {
  /// The instant in UTC with exactly three fraction digits: `2022-05-06T12:34:56.789Z`.
  package var description: String {
    let day = self.day
    let rest = Int(milliseconds) - Int(day.ordinal) * Self.millisecondsInDay
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    let (second, thousandths) = (rest / 1_000 % 60, rest % 1_000)
    let clock = [hour, minute, second].map { zeroPadded($0, to: 2) }.joined(separator: ":")
    return "\(day)T\(clock).\(zeroPadded(thousandths, to: 3))Z"
  }
}
