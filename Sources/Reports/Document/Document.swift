/// A report before it has a format: what it says, in the order in which a reader wants it.
///
/// A document is made once from an answer and written as text, Markdown or CSV. Its texts are
/// raw, as recorded: each renderer makes them safe for its own format.
package struct Document: Sendable {
  /// The title, without markup.
  package let title: String
  /// What the query was, a line or two under the title.
  package let query: [String]
  /// What follows, in order.
  package let blocks: [Block]
  /// What the answer rests on: the log's head and the rules, on a line at the end.
  package let proof: String
  /// The same answer for a spreadsheet.
  package let records: Records

  /// One part of a document.
  package enum Block: Sendable {
    /// The start of a section.
    case heading(String)
    /// The start of a part of a section.
    case subheading(String)
    case paragraph(RichText)
    /// Labels with their values.
    case facts([Fact])
    case table(Table)
    case list([RichText])
    /// Texts, each with a command that goes on from there.
    case actions([Action])
    /// Strips of a company, one market below the other; pages have them as a picture.
    case strips([TextStrip])
    /// Numbered notes, from 1, to which `RichText.Run.notes` refers.
    case notes([RichText])

    /// What a report says if it found nothing.
    static let nothingFound = Block.paragraph("Nothing on record matches this query.")
  }

  /// A text with a command.
  package struct Action: Sendable {
    /// What the command is about.
    package let text: RichText
    /// The command, as a shell takes it.
    package let command: String

    init(_ text: RichText, command: String) {
      self.text = text
      self.command = command
    }
  }

  /// A label with its value.
  package struct Fact: Sendable {
    /// What the fact is about.
    package let label: String
    /// The fact.
    package let value: RichText

    init(_ label: String, _ value: RichText) {
      self.label = label
      self.value = value
    }

    /// A fact if there is a value, otherwise nil.
    init?(_ label: String, optional value: String?) {
      guard let value, !value.isEmpty else { return nil }
      self.init(label, RichText(value))
    }
  }
}
