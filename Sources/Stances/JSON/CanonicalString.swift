/// Writes UTF-8 text as a JSON string with the escapes of RFC 8785 §3.2.2.2 and no others.
func appendCanonicalString(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [0x5C, byte])
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    case 0x00..<0x20:
      output.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
      output.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
    default: output.append(byte)
    }
  }
  output.append(UInt8(ascii: "\""))
}
