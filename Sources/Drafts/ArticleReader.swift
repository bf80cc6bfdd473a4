import Stances

/// Reads a text by rules and marks the sentences that may be events.
///
/// It is a marker pen and no coder: it knows words and not what they mean. What a sentence gives no
/// ground for is left open.
package struct ArticleReader: Sendable {
  /// How many bytes a text may have.
  package static let limit = 4 << 20
  /// How many bytes a sentence may have; the longest are lists that lost their full stops.
  static let longestSentence = 8192

  private let index: NameIndex
  private let cues: Cues

  /// A reader that knows some names and cues.
  package init(_ index: NameIndex, _ cues: Cues) {
    (self.index, self.cues) = (index, cues)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: the text, in English.
  ///   - source: where it was published.
  /// - Returns: the drafts, in the order of the text; the same for the same text.
  package func drafts(of text: String, from source: ArticleSource) -> ArticleDrafts {
    var article = ArticleDrafts()
    var choices: [String: [Int]] = [:]
    var former: [SentenceReader] = []
    let splitter = SentenceSplitter(abbreviations: cues.abbreviations)
    var remarks: [String] = []
    let sentences = splitter.sentences(of: text, limit: Self.longestSentence) { line, bytes in
      remarks.append(
        "line \(line): \(bytes) bytes without the end of a sentence were passed over; are full stops "
          + "or line breaks lost there?")
    }
    article.remarks = remarks
    article.sentences = sentences.count
    var unknown: Set<String> = []
    for sentence in sentences {
      let context = SentenceContext(
        sentence, index, cues.patterns, published: source.published, cache: &choices)
      var reader = SentenceReader(context, cues, source)
      reader.read()
      if reader.drafts.isEmpty { reader.goOn(from: former, in: text) }
      article.drafts += reader.drafts
      article.remarks += reader.remarks
      for name in reader.unknownNames where unknown.insert(name).inserted {
        article.unknownNames.append(.init(name: name, line: sentence.line))
      }
      former = former.suffix(1) + [reader]
    }
    return article
  }
}
