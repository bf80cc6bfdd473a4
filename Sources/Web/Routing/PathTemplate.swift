import Answers

/// The shape of an address: literal segments, and some that name what is asked for.
struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
  /// As documented: `/company/{company}`.
  let description: String
  private let segments: [Segment]

  private enum Segment: Hashable, Sendable {
    case literal(String)
    case value(name: String)
  }

  init(_ text: String) {
    description = text
    segments = text.split(separator: "/").map { segment in
      segment.hasPrefix("{") && segment.hasSuffix("}")
        ? .value(name: String(segment.dropFirst().dropLast())) : .literal(String(segment))
    }
  }

  /// The names of the segments that vary, in order.
  var names: [String] {
    segments.compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  /// The values of the varying segments if a path has this shape; otherwise nil.
  func values(in path: [String]) -> [String]? {
    guard path.count == segments.count else { return nil }
    var values: [String] = []
    for (segment, part) in zip(segments, path) {
      switch segment {
      case .literal(let text):
        // By bytes: `String` takes different spellings of a letter for equal.
        guard part.utf8.elementsEqual(text.utf8) else { return nil }
      case .value:
        guard !part.isEmpty else { return nil }
        values.append(part)
      }
    }
    return values
  }
}

extension Question {
  /// What the varying segments of its address are.
  static var pathParameters: [Parameter] {
    let names = PathTemplate(template).names
    return parameters.filter { names.contains($0.name) }
  }

  /// What may follow the path of its address.
  static var queryParameters: [Parameter] {
    let names = PathTemplate(template).names
    return parameters.filter { !names.contains($0.name) }
  }
}
