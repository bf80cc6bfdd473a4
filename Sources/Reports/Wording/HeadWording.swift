import Projections

extension Answer {
  /// What the answer rests on, on one line under a report.
  var proofLine: String { head.line(rules: rules) }
}

extension LogHead {
  /// The log, its size and root, and the rules by which it was read.
  fileprivate func line(rules: String) -> String {
    let log = origin.map { "Log \($0)" } ?? "Unnamed log"
    return [log, "size \(size)", "root \(root)", "rules \(rules)"].joined(separator: " · ")
  }
}
