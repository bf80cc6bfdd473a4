import ArgumentParser
import Reports

/// The pictures of one report, by the names that `--picture` takes.
protocol PictureKind: CaseIterable, RawRepresentable<String> {}

extension ReportOptions {
  /// Formats with the picture that was asked for, or the only one that the report has.
  func pictured<Kind: PictureKind>(
    _ makers: [Format: Maker] = [:], _ draw: @escaping (Kind) throws -> Picture
  ) -> [Format: Maker] {
    makers.merging([.svg: { try draw(chosen()).file }]) { first, _ in first }
  }

  private func chosen<Kind: PictureKind>() throws -> Kind {
    let kinds = Array(Kind.allCases)
    if picture == nil, kinds.count == 1, let only = kinds.first { return only }
    if let kind = picture.flatMap(Kind.init) { return kind }
    let names = kinds.map { "--picture \($0.rawValue)" }.joined(separator: " or ")
    let asked = picture.map { "There is no picture '\($0)' of this report" }
    throw ValidationError("\(asked ?? "This report has several pictures"); give \(names).")
  }
}
