import EventLog
package import Stances

/// What a search of texts found: what was asked for, by any name of whoever it names, and else what is
/// spelt almost so.
package struct FoundTexts: Hashable, Sendable {
  /// The events whose texts have the words, or the same company or body by another of its names.
  package let matches: TextMatches
  /// Where there is none, events with words that are one letter off; they are no matches.
  package let alike: [TextMatch]

  /// What a search found.
  package init(matches: TextMatches, alike: [TextMatch] = []) {
    (self.matches, self.alike) = (matches, alike)
  }
}

extension LogView {
  /// The events that a person may look for by a text.
  ///
  /// If the text is a name of a company or body, in any language, its other names are looked for too.
  /// If nothing is found, words that are one letter off are taken from the last events and looked for.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - before: only texts that were recorded before this position; nil for all.
  ///   - limit: at most so many.
  /// - Returns: what was found, the texts that were recorded last first.
  /// - Throws: ``EventLogError``.
  package func textMatches(
    of text: String, before: Position? = nil, atMost limit: Int
  ) throws -> FoundTexts {
    let query = TextQuery(text)
    let asWritten = try textMatches(of: query, before: before, atMost: limit)
    let byName = try otherNames(of: text).map { name in
      (name, found: try textMatches(of: TextQuery(name), before: before, atMost: limit))
    }
    var shown = asWritten.shown
    for (name, found) in byName {
      shown += found.shown.map { $0.matched(.name(name)) }
    }
    // What has several of the names is shown once, and as it was written rather than by another.
    let ordered = shown.enumerated()
      .sorted { ($1.element.source, $0.offset) < ($0.element.source, $1.offset) }
      .map(\.element).uniqued(by: \.source)
    let isCut =
      ordered.count > limit || ([asWritten] + byName.map(\.found)).contains { !$0.more.isWhole }
    let matches = TextMatches(
      shown: Array(ordered.prefix(limit)),
      more: ListCursors(
        before: isCut ? ordered.prefix(limit).last.map { "\($0.source)" } : nil))
    guard ordered.isEmpty, before == nil else { return FoundTexts(matches: matches) }
    return FoundTexts(matches: matches, alike: try nearMatches(of: query, atMost: limit))
  }

  /// The other names of the companies and bodies of which a text is one; in a script without blanks, where
  /// a name goes on with what sort of company it is, of which it is the beginning of one.
  private func otherNames(of text: String) throws -> [String] {
    let sought = looks(text)
    guard !sought.isEmpty else { return [] }
    let terms = TextQuery(text).terms
    let mayGoOn = terms.count == 1 && terms[0].isOfSigns && terms[0].words.count > 1
    let meant = try identities().filter { identity in
      identity.names.lazy.map(looks).contains { $0 == sought || mayGoOn && $0.hasBytes(sought) }
    }
    return meant.flatMap(\.names).filter { looks($0) != sought }
      .uniqued(by: looks)
  }

  /// Events that have words one letter off those of a query, which the log does not have.
  private func nearMatches(of query: TextQuery, atMost limit: Int) throws -> [TextMatch] {
    let known = try wordsOfLastEvents()
    var found: [TextMatch] = []
    for near in query.corrected(among: known) {
      let matches = try textMatches(of: near, atMost: limit).shown
      found += matches.map { $0.matched(.alike) }
    }
    let ordered = found.sorted { $1.source < $0.source }.uniqued(by: \.source)
    return Array(ordered.prefix(limit))
  }

  /// The words of the last events of the query, by which a misspelt one is put right.
  private func wordsOfLastEvents() throws -> Set<String> {
    let last = clocks.at.number
    guard last > 0 else { return [] }
    let first = max(1, last - LogView.mostEventsForSpelling + 1)
    var words: Set<String> = []
    for start in stride(from: first, through: last, by: 512) {
      try log.checkTime()
      for bytes in try log.leaves(Position(start)...Position(min(start + 511, last))) {
        let texts = RecordedTexts(bytes)
        for item in texts.content + texts.ofAmendment {
          forEachWord(in: item.text) { word in
            words.insert(word.word)
            return true
          }
        }
      }
    }
    return words
  }

  /// Of so many events the words are known by which a misspelt one is put right: reading them takes
  /// part of a second.
  package static let mostEventsForSpelling: Int64 = 20_000
}

extension TextMatch {
  /// The same, found in another manner.
  fileprivate func matched(_ manner: Manner) -> TextMatch {
    var match = self
    match.manner = manner
    return match
  }
}

extension Array {
  /// The first item of each key.
  fileprivate func uniqued<Key: Hashable>(by key: (Element) throws -> Key) rethrows -> [Element] {
    var seen: Set<Key> = []
    return try filter { seen.insert(try key($0)).inserted }
  }
}
