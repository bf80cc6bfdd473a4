import Transparency

/// A query for a time stamp, or an authority's reply: what is read of it is whole, and a query that
/// is written again asks for the same.
func acceptsStamp(_ bytes: [UInt8]) -> Bool {
  if let query = attempt({ try TimestampQuery(bytes) }) {
    holdHash(query.imprint)
    hold(query.nonce.first != 0, "a nonce begins with zeros")
    let again = read("a query written again") { try TimestampQuery(query.bytes) }
    hold(again == query, "a query written again asks for something else")
    return true
  }
  guard let reply = attempt({ try TimestampReply(bytes) }) else { return false }
  holdHash(reply.imprint)
  hold(reply.nonce?.first != 0, "a nonce begins with zeros")
  // As RFC 3339 writes it, to the second or finer; whether there is such a day is not read here.
  let form = Array(reply.time.utf8)
  hold(form.count >= 20 && form.last == UInt8(ascii: "Z"), "a time is not one: \(reply.time)")
  for (place, sign) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")] {
    hold(form[place] == Array(sign.utf8)[0], "a time is not one: \(reply.time)")
  }
  hold(reply.authority != "", "an authority is named without a name")
  // A reply is read in one way, and no byte after it is let pass.
  hold(attempt { try TimestampReply(bytes + [0]) } == nil, "a reply is read with more after it")
  return true
}

private func holdHash(_ hash: [UInt8]) {
  hold(hash.count == MerkleHash.byteCount, "a hash has \(hash.count) bytes")
}
