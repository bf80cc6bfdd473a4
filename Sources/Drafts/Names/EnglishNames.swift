import Stances

/// The forms in which English texts write a registered name.
enum EnglishNames {
  /// The name, without what says only which legal form a company has, and what is in its brackets.
  static func forms(of name: String) -> [String] {
    var forms = [name]
    if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
      forms.append(String(name[..<open].trimmed()))
      // "Asian Infrastructure Investment Bank (AIIB)", but not "Nikkei (Russian customs data)".
      let inner = name[name.index(after: open)..<close]
      if inner.contains(where: \.isUppercase), !inner.contains(" ") { forms.append(String(inner)) }
    }
    // "US Department of Commerce BIS".
    if let last = name.split(separator: " ").last, last.count < name.count, last.count > 2,
      last.allSatisfy(\.isUppercase), name.contains(where: \.isLowercase)
    {
      forms.append(String(last))
    }
    return forms + forms.compactMap(withoutLegalForm)
  }

  private static func withoutLegalForm(_ name: String) -> String? {
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last,
      legalForms.contains(last.lowercased().filter { $0 != "." && $0 != "," })
    {
      words.removeLast()
    }
    let core = words.joined(separator: " ").trimmed { $0 == "," }
    // One short word without its form is as good as none.
    return core.count < name.count && core.count > 3 ? String(core) : nil
  }

  private static let legalForms: Set<String> = [
    "ab", "ag", "asa", "co", "corp", "corporation", "gmbh", "inc", "incorporated", "limited", "llc",
    "ltd", "nv", "oyj", "plc", "pjsc", "sa", "se", "spa",
  ]

  /// What a country's office is called with the country's name: "foreign ministry" and "foreign
  /// minister" for "Ministry of Foreign Affairs of China"; nothing for other names.
  static func offices(of name: String) -> [String] {
    var words = name.split { $0 == " " || $0 == "," }.map(String.init)
    if words.first == "US" || words.first == "UK" { words.removeFirst() }
    guard words.count >= 3, words[0] == "Ministry" || words[0] == "Department", words[1] == "of"
    else { return [] }
    let rest = words.dropFirst(2).filter { $0 != "the" }
    // The country stands behind the last "of".
    let field = rest.prefix { $0 != "of" }
    guard !field.isEmpty else { return [] }
    let short = field.joined(separator: " ") == "Foreign Affairs" ? ["Foreign"] : Array(field)
    let topic = short.joined(separator: " ")
    let office = words[0]
    return office == "Ministry"
      ? ["\(office) of \(field.joined(separator: " "))", "\(topic) Ministry", "\(topic) Minister"]
      : [
        "\(office) of \(field.joined(separator: " "))", "\(topic) Department", "\(topic) Secretary",
      ]
  }
}
