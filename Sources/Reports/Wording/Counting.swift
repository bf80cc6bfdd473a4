/// A number with its noun: "1 measure", "3 measures", "no measures".
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  switch number {
  case 0: "no \(plural ?? noun + "s")"
  case 1: "1 \(noun)"
  default: "\(number) \(plural ?? noun + "s")"
  }
}

extension Int {
  /// The number with a sign as readers know it: "−3", "0", "+2".
  var signed: String {
    self < 0 ? "−\(magnitude)" : self > 0 ? "+\(self)" : "0"
  }
}

extension Int {
  /// The number with the minus sign that readers know: "−1", "0", "2".
  var withMinus: String { self < 0 ? "−\(magnitude)" : String(self) }
}

extension String {
  /// The text with its first letter in upper case.
  package var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }
}
