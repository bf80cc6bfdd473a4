@testable import Projections
@testable import Stances
import TestSupport

/// A small set of answers, shaped like spring 2022: Lenovo, DJI and Xiaomi in Russia.
///
/// Every free text in them goes through `text`, so that a test can put hostile or very long texts
/// in all places at once.
struct Samples: Sendable {
  let text: @Sendable (String) -> String

  /// The answers as written below.
  static let plain = Samples { $0 }

  let clocks = Clocks(to: .on("2022-05-06"), at: 395)

  /// A log that a key binds to its name.
  var head: LogHead {
    LogHead(
      origin: text("stance.example.org/log/2026"), size: clocks.at.number,
      root: "2b6n1SKwQoJ0EovPNaOqea54ziQQPJcsSzxlbdeXs7Q=")
  }

  func answer<Content>(_ content: Content) -> Answer<Content> {
    Answer(clocks: clocks, head: head, content: content)
  }

  let lenovo = CompanyID(recorded: "lenovo")
  let dji = CompanyID(recorded: "dji")
  let xiaomi = CompanyID(recorded: "xiaomi")

  func evidence(
    _ publisher: String, _ title: String, on published: String, _ grade: String,
    quote: String? = nil, path: String = "articles/1"
  ) -> Evidence {
    Evidence(
      publisher: text(publisher), origin: nil, title: text(title),
      url: "https://news.example/\(path)",
      archived: nil, published: .given(published), language: "en", quote: quote.map(text),
      sha256: nil, grade: .graded(grade))
  }
}

extension Day {
  /// A day known to be one.
  static func on(_ iso: String) -> Day {
    do { return try Day(iso: iso) } catch { preconditionFailure("\(error)") }
  }
}

extension FuzzyDate {
  /// A date known to be one.
  static func given(_ text: String) -> FuzzyDate {
    do { return try FuzzyDate(text) } catch { preconditionFailure("\(error)") }
  }
}

extension AdmiraltyGrade {
  /// A grade known to be one; otherwise the grade of what was not judged.
  static func graded(_ code: String) -> AdmiraltyGrade { AdmiraltyGrade(code: code) ?? .notJudged }
}

extension Market {
  /// A market known to be one.
  static func at(_ code: String) -> Market {
    do { return try Market(code: code) } catch { preconditionFailure("\(error)") }
  }
}

extension EventID {
  /// Event names that are known to be slugs.
  static func named(_ names: String...) -> [EventID] { names.map(EventID.init(recorded:)) }
}
