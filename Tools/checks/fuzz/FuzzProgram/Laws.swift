import Errors
import Stances

/// Ends the program if a law is broken, so that libFuzzer keeps the input.
func hold(_ law: Bool, _ words: @autoclosure () -> String) {
  if !law { fatalError("broken: \(words())") }
}

/// What a reader of well-formed input answers; it must not throw.
func read<Result>(_ words: String, _ body: () throws -> Result) -> Result {
  do {
    return try body()
  } catch {
    fatalError("broken: \(words): \(error)")
  }
}

/// What a reader of any input answers; nil if it refuses, in a sentence fit for a terminal.
func attempt<Result>(_ body: () throws -> Result) -> Result? {
  do {
    return try body()
  } catch {
    holdSafe("\(error)")
    return nil
  }
}

/// A text on its way to a terminal is one line without control characters.
func holdSafe(_ text: String) {
  hold(!text.isEmpty, "a text says nothing")
  hold(text.unicodeScalars.elementsEqual(printable(text).unicodeScalars), "a raw text: \(text)")
}
