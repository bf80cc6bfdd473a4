import Intake
import Stances

/// Whatever a captured file says of itself can be recorded or is left out; a first byte of 1 stands for
/// one that gzip packed, from which the rest comes out.
func acceptsCapture(_ bytes: [UInt8]) -> Bool {
  let isPacked = bytes.first == 1
  let content = isPacked ? Array(bytes.dropFirst()) : bytes
  let head = CaptureHead(isPacked ? [0x1F, 0x8B] : content, named: "page.html") { content }
  if let url = head.url {
    hold(url.hasPrefix("http"), "the address is none of the web: \(url)")
    hold(url.utf8.count <= 4_000, "the address is too long")
  }
  if let captured = head.captured {
    hold(CaptureTime(captured) != nil, "the time cannot be recorded: \(captured)")
  }
  hold(head.media.split(separator: "/").count == 2, "the media type is none: \(head.media)")
  return head.url != nil && head.captured != nil
}
