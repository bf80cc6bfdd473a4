/// An event that somebody proposes to record: its meaning and the JSON it was read from.
package struct ProposedEvent: Sendable {
  /// What the event means.
  package let event: Event
  /// The text as proposed; what is stored is its canonical form.
  package let document: JSONDocument

  /// Reads an event from a document.
  package init(_ document: JSONDocument) throws(EventRefusal) {
    event = try Event(document)
    self.document = document
  }
}
