/// An error of this program: its description is one sentence that says what is wrong, where, and
/// what to do.
package protocol StanceError: Error, CustomStringConvertible {
  /// What it means to the person who runs the program.
  var kind: ErrorKind { get }
}

/// An error in what a caller asked or gave, whose words may be sent to any client.
///
/// The words of all other errors may name files on this machine and stay on it.
package protocol CallerError: StanceError {
  /// What programs know it by, the same for every request that meets it: `unknown_company`.
  var code: String { get }
  /// What is wrong and what to do, without the place if ``particulars`` give that.
  var sentence: String { get }
  /// What helps to find the fault, and what may have been meant.
  var particulars: [Particular] { get }
}

extension CallerError {
  /// The whole description, unless an error omits the place.
  package var sentence: String { description }
  /// None, unless an error has some.
  package var particulars: [Particular] { [] }
}

/// A detail of an error, for programs: `line` 3, `nearest` names.
package struct Particular: Sendable {
  /// What the detail is called.
  package let name: String
  /// The detail itself.
  package let value: Value

  /// A number, a text or several.
  package enum Value: Sendable {
    case integer(Int64)
    case text(String)
    case texts([String])
    /// Several, each with details of its own.
    case records([[Particular]])
  }

  /// A detail with its name.
  package init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}
