import Intake
import Testing

@Suite("What captured files say of themselves")
struct CaptureHeadTests {
  private func head(
    _ text: String, named name: String = "page", unpacked: String = ""
  ) -> CaptureHead {
    CaptureHead(Array(text.utf8), named: name) { Array(unpacked.utf8) }
  }

  @Test("MHTML as Chrome saves it: address, time and title, with folded lines")
  func mail() {
    let found = head(
      """
      From: <Saved by Blink>\r
      Snapshot-Content-Location: https://example.org/a?b=c\r
      Subject: Lenovo\r
       stops\r
      Date: Fri, 6 May 2022 09:00:05 -0000\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \ttype="text/html";\r
      \tboundary="----x"\r
      \r
      Snapshot-Content-Location: https://other.example\r

      """)
    #expect(found.url == "https://example.org/a?b=c")
    #expect(found.captured == "2022-05-06T09:00:05Z")
    #expect(found.title == "Lenovo stops")
    #expect(found.media == "multipart/related")
  }

  @Test("a page saved by SingleFile: address and time of its comment")
  func savedPage() {
    let found = head(
      """
      <!DOCTYPE html> <html lang=en><!--
       Page saved with SingleFile\u{20}
       url: https://example.org/news\u{20}
       saved date: Fri May 06 2022 11:00:00 GMT+0200 (Central European Summer Time)
      --><meta charset=utf-8>
      """)
    #expect(found.url == "https://example.org/news")
    #expect(found.captured == "2022-05-06T11:00:00+02:00")
    #expect(found.program == "SingleFile")
    #expect(found.media == "text/html")
  }

  private static let archive = [
    "WARC/1.0", "WARC-Type: warcinfo", "WARC-Date: 2022-05-06T08:00:00Z", "Content-Length: 22", "",
    "software: Wget/1.21.3\n", "", "WARC/1.0", "WARC-Type: request",
    "WARC-Target-URI: <https://example.org/r>", "Content-Length: 3", "", "GET", "", "WARC/1.0",
    "WARC-Type: response", "WARC-Target-URI: <https://example.org/a>",
    "WARC-Date: 2022-05-06T09:00:00Z", "Content-Length: 0", "", "", "", "",
  ].joined(separator: "\r\n")

  @Test("the first response of an archive, also of one that gzip packed")
  func archives() {
    let plain = head(Self.archive)
    #expect(plain.url == "https://example.org/a")
    #expect(plain.captured == "2022-05-06T09:00:00Z")
    #expect(plain.program == "Wget/1.21.3")
    #expect(plain.media == "application/warc")
    let packed = CaptureHead([0x1F, 0x8B, 0x08], named: "a.warc.gz") { Array(Self.archive.utf8) }
    #expect(packed.url == "https://example.org/a")
    #expect(packed.media == "application/gzip")
  }

  @Test(
    "of what is cut off, contradicts itself or is something else, nothing is said",
    arguments: [
      "", "\u{0}", "<!doctype html><p>url: https://example.org",
      "<!-- url: https://example.org -->",
      "WARC/1.0\r\nWARC-Type: response", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
      "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 9223372036854775807\r\n\r\nx",
      "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: -5\r\n\r\n",
      "Subject: x\r\nDate: Fri, 6 May 2022 09:00:05 +0000\r\n\r\n",
    ])
  func others(text: String) {
    let found = head(text)
    #expect(found.url == nil)
    #expect(found.captured == nil)
  }

  @Test("no beginning of a file makes the reading fail", arguments: [Self.archive])
  func everyPrefix(text: String) {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      var cut = Array(bytes[..<count])
      let found = CaptureHead(cut, named: "a") { [] }
      #expect(found.url == nil || found.url == "https://example.org/a")
      if count > 0 { cut[count - 1] ^= 0xFF }
      _ = CaptureHead(cut, named: "a") { [] }
    }
  }

  @Test(
    "media types by the first bytes, else by the name",
    arguments: [
      ("%PDF-1.7", "x", "application/pdf"), ("GIF89a", "x", "image/gif"),
      ("plain", "notes.TXT", "text/plain"), ("plain", "x", "application/octet-stream"),
      ("\n <HTML>", "x", "text/html"), ("PK\u{3}\u{4}", "a.wacz", "application/zip"),
    ])
  func media(text: String, name: String, type: String) {
    #expect(head(text, named: name).media == type)
  }
}
