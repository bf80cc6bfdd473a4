import JSON
import Stances

/// Room for canonical bytes, which spell numbers out and can be longer than the source.
let roomyLimits = JSONLimits(maximumBytes: .max, maximumDepth: JSONLimits.event.maximumDepth)

/// JSON that is read has one canonical form: reading and writing that again changes nothing.
func acceptsJSON(_ bytes: [UInt8]) -> Bool {
  guard let document = attempt({ try JSONDocument(parsing: bytes) }) else { return false }
  let canonical = document.root.canonicalBytes()
  let again = read("canonical JSON") { try JSONDocument(parsing: canonical, limits: roomyLimits) }
  hold(again.root.canonicalBytes() == canonical, "canonical JSON has another canonical form")

  let value = JSONValue(document.root)
  let pretty = read("pretty JSON") {
    try JSONDocument(parsing: value.prettyBytes(), limits: roomyLimits)
  }
  hold(pretty.root.canonicalBytes() == value.compactBytes(), "pretty JSON says something else")
  return true
}
