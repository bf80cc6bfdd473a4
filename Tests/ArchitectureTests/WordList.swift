/// Words that have no good use in what the program prints or in a page: the right-hand column of the
/// word list in `CONTRIBUTING.md`, as far as patterns can find it.
enum WordList {
  /// One sentence for each use of such a word in what readers see of a file.
  static func breaches(in file: SourceTree.File) -> [String] {
    shown(in: file).flatMap { number, text in
      words.compactMap { word, instead in
        text.firstMatch(of: word.ignoresCase()).map {
          "\(file.path):\(number): write \(instead), not '\($0.output)'"
        }
      }
    }
  }

  /// The lines that readers see, by number: the string literals of Swift, and pages except for the
  /// word list itself.
  private static func shown(in file: SourceTree.File) -> [(Int, String)] {
    let lines =
      file.path.hasSuffix(".swift")
      ? CodeLines(file.text).lines.map(\.literals)
      : file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isWordList = file.path == "CONTRIBUTING.md"
    return zip(1..., lines).filter { !(isWordList && $1.hasPrefix("| ")) }
  }

  private static var words: [(word: Regex<Substring>, instead: String)] {
    [
      (/\bwhom?ever\b/, "'anyone who'"),
      (/\bnobody\b/, "'no one', or the passive"),
      (/\banew\b/, "'again'"),
      (/\bso many\b/, "the number"),
      (/\bleft out,/, "'default:'"),
      (/\bfor ever\b/, "'always'"),
      (/\bwhole or not at all\b/, "'atomically'"),
      (/\bby the word of\b/, "'according to'"),
      (/\bmend(?:s|ed|ing)?\b/, "'fix'"),
      (/\bwhat was so\b/, "'as of', or what was true"),
      (/\bput together\b/, "'issued' or 'made'"),
      (
        /\b(?:that|which|it|this|what) (?:is|are) no (?!longer|more|such|one|other)\w+/,
        "'is not a'"
      ),
      (/\b(?:hold|holds|held) (?:\w+ ){1,4}against\b/, "'checks … against'"),
      (/\bstands? (?:at|before|after|behind|between|above|below)\b/, "'is' or 'appears'"),
      (
        /\bbehind (?:the|an?|its?) (?:\w+ )?(?:name|head|event|position|text|number|comma|last)\b/,
        "'after'"
      ),
      (/\btells? (?:of|what|how|when|which|who|that)\b/, "'says' or 'shows'"),
    ]
  }
}
