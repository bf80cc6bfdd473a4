import JSON
import Stances

@testable import Intake

/// A form that is read gives flags or is refused in a sentence; the form of an event that they make is
/// read as that event, byte for byte.
func acceptsForm(_ bytes: [UInt8]) -> Bool {
  guard let text = String(validating: bytes, as: UTF8.self),
    let filled = attempt({ try EventForm.flags(in: text) }),
    let flags = attempt({ try FlagFields(filled.words, type: filled.type) })
  else { return false }
  guard case .event(let event, _) = flags.proposal().content, !event.event.content.type.isAmendment
  else { return true }
  holdRecordable(event)
  let root = read("an event") { try JSONDocument(parsing: event.canonicalBytes) }.root
  let again = read("the form of an event") {
    let form = EventForm.text(of: event.event.content.type, holding: root)
    let filled = try EventForm.flags(in: form)
    return try FlagFields(filled.words, type: filled.type).proposal()
  }
  guard case .event(let same, _) = again.content else {
    hold(false, "the form of an event is refused")
    return true
  }
  hold(same.canonicalBytes == event.canonicalBytes, "the form of an event is another event")
  return true
}
