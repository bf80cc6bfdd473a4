package import Errors
package import JSON
package import Stances

/// A value of a file of data that people write, such as tables of words or decisions: read strictly,
/// with the place of each mistake.
package struct DataReader {
  /// The value.
  package let node: JSONNode
  private let path: String

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file, of at most 1 MiB.
  ///   - path: its name, for refusals.
  /// - Throws: ``DataFileError`` if it is not JSON.
  package init(_ bytes: [UInt8], from path: String) throws(DataFileError) {
    do throws(JSONError) {
      let limits = JSONLimits(maximumBytes: 1 << 20, maximumDepth: 8)
      self.init(try JSONDocument(parsing: bytes, limits: limits).root, in: path)
    } catch {
      throw DataFileError(path: path, position: error.position, sentence: "\(error.reason)")
    }
  }

  private init(_ node: JSONNode, in path: String) { (self.node, self.path) = (node, path) }

  private func inside(_ node: JSONNode) -> DataReader { DataReader(node, in: path) }

  /// A refusal of this value.
  package func fault(_ sentence: String) -> DataFileError {
    DataFileError(path: path, position: node.position, sentence: sentence)
  }

  /// Refuses members of other names, for a slip would be passed over.
  package func allow(_ names: [String]) throws(DataFileError) {
    guard node.kind == .object else { throw fault("an object is needed here: {…}") }
    for member in node.members where !names.contains(member.name) {
      let near = didYouMean(nearestNames(to: member.name, among: names))
      throw inside(member.key).fault(
        "'\(member.name)' is not a member here; " + (near ?? "take it out"))
    }
  }

  /// A member that must be there.
  package func required(_ name: String) throws(DataFileError) -> DataReader {
    guard let found = member(name) else { throw fault("'\(name)' is missing here; add it") }
    return found
  }

  /// A member; nil if it is not there.
  package func member(_ name: String) -> DataReader? {
    node.members.first { $0.name == name }.map { inside($0.value) }
  }

  /// The text that it is.
  package func text() throws(DataFileError) -> String {
    guard let text = node.string, !text.isUnseen else {
      throw fault("a text is needed here: \"…\"")
    }
    return text
  }

  /// The text of a member; nil if it is not there.
  package func optionalText(_ name: String) throws(DataFileError) -> String? {
    guard let member = member(name) else { return nil }
    return try member.text()
  }

  /// The truth value of a member; nil if it is not there.
  package func optionalBoolean(_ name: String) throws(DataFileError) -> Bool? {
    guard let member = member(name) else { return nil }
    guard let value = member.node.bool else {
      throw member.fault("true or false is needed here")
    }
    return value
  }

  /// The number from 1 that it is.
  package func integer() throws(DataFileError) -> Int {
    guard let number = node.integer, number > 0 else {
      throw fault("a number from 1 is needed here")
    }
    return Int(number)
  }

  /// The word that it is of a closed set.
  package func word(among words: [String]) throws(DataFileError) -> String {
    let text = try text()
    guard words.contains(text) else {
      throw fault(
        "'\(text)' is not a word here; "
          + (didYouMean(nearestNames(to: text, among: words))
            ?? "the words are \(words.joined(separator: ", "))"))
    }
    return text
  }

  /// The items of a list; none where the list is missing.
  package func items(_ name: String) throws(DataFileError) -> [DataReader] {
    guard let list = member(name) else { return [] }
    guard list.node.kind == .array else { throw list.fault("a list is needed here: […]") }
    return list.node.elements.map(inside)
  }

  /// The texts of a list; none where the list is missing.
  package func texts(_ name: String) throws(DataFileError) -> [String] {
    var texts: [String] = []
    for item in try items(name) { texts.append(try item.text()) }
    return texts
  }

  /// The terms of a list; none where the list is missing.
  package func terms<Value: Term>(_ name: String) throws(DataFileError) -> [Value] {
    var terms: [Value] = []
    for item in try items(name) {
      let word = try item.word(among: Value.allCases.map(\.term))
      if let term = Value(term: word) { terms.append(term) }
    }
    return terms
  }

  /// The members of an object, by name.
  package func entries() throws(DataFileError) -> [(name: String, value: DataReader)] {
    guard node.kind == .object else { throw fault("an object is needed here: {…}") }
    return node.members.map { ($0.name, inside($0.value)) }
  }
}

/// Why a file of data cannot be used.
package struct DataFileError: StanceError, Hashable {
  let path: String
  let position: JSONPosition
  let sentence: String

  /// Bad data.
  package var kind: ErrorKind { .badData }
}

extension DataFileError: CustomStringConvertible {
  package var description: String {
    "\(printable(path)), line \(position.line), column \(position.column): \(printable(sentence))"
  }
}
