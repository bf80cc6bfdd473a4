/// One value of a clock, or two to be compared: `2022-05-05..2022-05-06`.
struct Span<Value> {
  let first: Value
  /// The second value; nil where only one is given.
  let second: Value?

  /// The value for the later of two queries.
  var last: Value { second ?? first }

  /// Reads one value, or two with two dots between them.
  init(_ text: String, read: (String) throws -> Value) throws {
    guard let dots = text.firstRange(of: "..") else {
      first = try read(text)
      second = nil
      return
    }
    first = try read(String(text[..<dots.lowerBound]))
    second = try read(String(text[dots.upperBound...]))
  }
}
