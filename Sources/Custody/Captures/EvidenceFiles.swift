package import Intake
package import Stances

/// The files that stand for sources among the flags of an event: `--evidence-file page.html`, of a
/// second source `--evidence-2-file`.
///
/// Each is kept in the same append, its digest becomes the source's `sha256`, and its address the
/// source's `url` if that is left out. `--evidence-captured` says when it was made.
package struct EvidenceFiles {
  /// The flags without those of the files.
  package let words: [String]
  /// The files by the sources that they are of: `evidence`, `evidence-2`.
  private let files: [(source: String, request: CaptureRequest)]

  /// Whether there are any.
  package var isEmpty: Bool { files.isEmpty }

  /// Takes the files out of the words after a type.
  ///
  /// - Throws: ``FlagError`` if a flag has no value or comes twice.
  package init(in words: [String]) throws(FlagError) {
    var others: [String] = []
    var given: [String: String] = [:]
    var sources: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(parts[0])
      guard let source = Self.source(of: flag) else {
        others.append(word)
        continue
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw .missingValue(flag: flag)
      }
      guard given.updateValue(value, forKey: flag) == nil else { throw .repeated(flag: flag) }
      if flag.hasSuffix("-file") { sources.append(source) }
    }
    for flag in given.keys.sorted() where flag.hasSuffix("-captured") {
      guard let source = Self.source(of: flag), !sources.contains(source) else { continue }
      throw .missingValue(flag: "--\(source)-file")
    }
    self.words = others
    files = sources.map { source in
      var request = CaptureRequest(file: given["--\(source)-file"] ?? "")
      request.captured = given["--\(source)-captured"]
      return (source, request)
    }
  }

  /// The source whose file, or time of capture, a flag gives; nil of any other flag.
  private static func source(of flag: String) -> String? {
    for ending in ["-file", "-captured"] {
      guard flag.hasPrefix("--evidence"), flag.hasSuffix(ending) else { continue }
      let source = flag.dropFirst(2).dropLast(ending.count)
      let number = source.dropFirst("evidence".count)
      if number.isEmpty || number.hasPrefix("-") && Int(number.dropFirst()).map({ $0 > 0 }) == true
      {
        return String(source)
      }
    }
    return nil
  }

  /// Keeps the files, with what the event's own flags say of their sources.
  ///
  /// - Parameters:
  ///   - words: the flags of the event.
  ///   - type: its type.
  ///   - store: where the files are to be kept.
  ///   - isDryRun: whether nothing is kept.
  /// - Returns: the files, not yet under their names; and the event's flags with their digests.
  /// - Throws: as ``CaptureBatch``; ``FlagError``.
  package func stage(
    for words: [String], of type: EventType, into store: CaptureStore, isDryRun: Bool
  ) throws -> (batch: CaptureBatch, event: FlagFields) {
    let given = try FlagFields(words, type: type).given
    func text(_ name: String) -> String? { given.first { $0.flag == "--\(name)" }?.texts.first }
    let requests = files.map { source, request in
      var request = request
      request.urls = [text("\(source)-url")].compactMap { $0 }
      request.title = text("\(source)-title")
      return request
    }
    let batch = try CaptureBatch(requests, into: store, isDryRun: isDryRun)
    var whole = words
    for (number, file) in files.enumerated() {
      let digest = batch.digests[number]
      if let said = text("\(file.source)-sha256") {
        guard said.lowercased() == digest else {
          throw CaptureError.otherDigest(path: file.request.file, given: said, found: digest)
        }
      } else {
        whole.append("--\(file.source)-sha256=\(digest)")
      }
      if text("\(file.source)-url") == nil, let url = batch.urls[number].first {
        whole.append("--\(file.source)-url=\(url)")
      }
    }
    return (batch, try FlagFields(whole, type: type))
  }
}
