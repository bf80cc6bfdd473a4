package import JSON
package import Stances

/// What is known of a text before it is read: where it was published, and what it is about.
package struct ArticleSource: Sendable {
  /// Where it was seen.
  package var url: String?
  /// Who published it.
  package var publisher: String?
  /// When it was published; a date such as "last month" is one only with it.
  package var published: FuzzyDate?
  /// Its title.
  package var title: String?
  /// The market of sentences that name none.
  package var market: Market?

  /// A text of which nothing is known.
  package init() {}
}

/// An event as one sentence of a text suggests it: a mark at the sentence for someone who reads it.
package struct DraftedEvent: Sendable {
  /// What it may be.
  package let type: EventType
  /// The fields for which the sentence has a ground; never a grade.
  package let event: JSONValue
  /// The rule that found it.
  package let rule: String
  /// The words by which the rule found it, as they were written.
  package let cue: String
  /// The sentence, or as much of it around the cue as a quotation may have, with single blanks.
  package let quote: String
  /// The line of the text in which the sentence begins, from 1.
  package let line: Int
  /// What else it may be, or what a value of it may be instead, a sentence each.
  package let alternatives: [String]
}

/// What was found in a text.
package struct ArticleDrafts: Sendable {
  /// A capitalised name near a cue that the register does not have.
  package struct UnknownName: Hashable, Sendable {
    /// The name as it was written.
    package let name: String
    /// The line where it is met first.
    package let line: Int
  }

  /// The drafts, in the order of the text.
  package var drafts: [DraftedEvent] = []
  /// How many sentences were read.
  package var sentences = 0
  /// What may be companies that are not registered.
  package var unknownNames: [UnknownName] = []
  /// What was seen and not drafted, and why, a sentence each.
  package var remarks: [String] = []
}
