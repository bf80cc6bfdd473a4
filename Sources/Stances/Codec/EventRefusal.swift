/// Why an event was not accepted, with the place in the text that was read.
package struct EventRefusal: Error, Equatable {
  /// Where in the text: line and column of the offending value.
  package let position: JSONPosition
  /// The way to the value inside the event: `evidence[0].grade`; empty for the event itself.
  package let path: String
  package let reason: Reason

  /// What is wrong, one case for each sentence that can be said.
  package enum Reason: Equatable, Sendable {
    case json(JSONRefusal.Reason)
    case notAnObject
    case missing(field: String, of: String)
    case unknownField(name: String, of: String, nearest: [String])
    case unknownType(name: String, nearest: [String])
    case newerVersion(type: String, found: Int, known: Int)
    case olderVersion(type: String, found: Int, oldest: Int)
    case wrongShape(expected: String)
    case empty
    case tooLong(limit: Int)
    case tooFew(atLeast: Int)
    case repeated(String)
    case notASlug(String)
    case notOneOf(found: String, allowed: [String], nearest: [String])
    case badDate(FuzzyDateRefusal)
    case badMarket(MarketRefusal)
    case notAnAddress(String)
    case notADecimal(String)
    case badShape(found: String, expected: String)
    case bothOrNeither(String, String)
    case noFigure
    case nobodyAddressed
    case correctionOfOther(id: String)
    case replacementIsAmendment
  }
}

extension EventRefusal: CustomStringConvertible {
  package var description: String {
    let place = path.isEmpty ? "" : "\(path): "
    return "line \(position.line), column \(position.column): \(place)\(reason)"
  }
}

extension EventRefusal.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .json(let reason): "\(reason)"
    case .notAnObject: "an event is a JSON object; write {\"id\": …, \"type\": …}"
    case .missing(let field, let owner): "\(owner) needs '\(field)'; add it"
    case .unknownField(let name, let owner, let nearest):
      "\(owner) has no field '\(name)'; \(hint(nearest) ?? "remove it")"
    case .unknownType(let name, let nearest):
      "there is no event type '\(name)'; \(hint(nearest) ?? "see Events/README.md for the types")"
    case .newerVersion(let type, let found, let known):
      "\(type) version \(found) is newer than this program knows (\(known)); update stance"
    case .olderVersion(let type, let found, let oldest):
      "\(type) version \(found) is older than the oldest that can be read (\(oldest))"
    case .wrongShape(let expected): "expected \(expected)"
    case .empty: "is empty; leave the field out or fill it"
    case .tooLong(let limit): "is longer than \(limit) characters; shorten it"
    case .tooFew(let atLeast): "needs at least \(atLeast) item\(atLeast == 1 ? "" : "s")"
    case .repeated(let item): "'\(item)' stands here twice; remove one"
    case .notASlug(let text):
      "'\(text)' is not a slug; use lower-case letters, digits and single hyphens, at most 128"
    case .notOneOf(let found, let allowed, let nearest):
      "'\(found)' is not one of \(allowed.joined(separator: ", "))"
        + (hint(nearest).map { "; \($0)" } ?? "")
    case .badDate(let refusal): "\(refusal)"
    case .badMarket(let refusal): "\(refusal)"
    case .notAnAddress(let text): "'\(text)' is not an http or https address"
    case .notADecimal(let text):
      "'\(text)' is not a decimal number; write it as a string such as \"-7.7\""
    case .badShape(let found, let expected): "'\(found)' is not a valid \(expected)"
    case .bothOrNeither(let one, let other): "needs exactly one of '\(one)' and '\(other)'"
    case .noFigure: "needs 'value' or 'change'; without either it states no figure"
    case .nobodyAddressed:
      "names nobody; give 'all', 'companies', 'sectors' or 'countries', or leave addressees out"
    case .correctionOfOther(let id):
      "the replacement must keep the id of the event that is corrected, '\(id)'"
    case .replacementIsAmendment:
      "a correction replaces content, not another correction or retraction; correct the first event"
    }
  }

  private func hint(_ nearest: [String]) -> String? {
    nearest.isEmpty ? nil : didYouMean(nearest)
  }
}
