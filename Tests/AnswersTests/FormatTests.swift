import Answers
import Testing

@Suite("Formats")
struct FormatTests {
  @Test("no two have the same name or the same ending")
  func namesAreTold() {
    #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    #expect(Set(Format.all.map(\.ending)).count == Format.all.count)
  }
}
