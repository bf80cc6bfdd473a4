/// How a run of a program ended.
struct Outcome {
  /// The exit status, or 128 and the number of the signal that ended it, as shells say it.
  let status: Int32
  let output: String
  let messages: String

  /// What was said first.
  var firstMessage: String {
    String(messages.prefix { $0 != "\n" })
  }
}
