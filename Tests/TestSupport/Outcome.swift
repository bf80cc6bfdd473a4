/// How a run of a program ended.
package struct Outcome {
  /// The exit status, or 128 and the number of the signal that ended it, as shells say it.
  package let status: Int32
  /// What it wrote to its standard output.
  package let output: String
  /// What it wrote to its standard error.
  package let messages: String

  /// What was said first.
  package var firstMessage: String {
    String(messages.prefix { $0 != "\n" })
  }
}
