import Glibc
import Reports

/// What is known about the terminal, if there is one.
enum Terminal {
  /// Whether an open file is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How results are written: colours only on a terminal that has them, for people who want them.
  static func style(isPlain: Bool) -> TextStyle {
    let isWanted = !isPlain && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    return TextStyle(
      width: width, color: isWanted && isTerminal(STDOUT_FILENO), ascii: isPlain || !isUnicode)
  }

  /// Whether the locale writes UTF-8; if none is named, as in a pipe, it does.
  private static var isUnicode: Bool {
    let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG")
    guard let locale = locale?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  private static var width: Int {
    var size = winsize()
    guard isTerminal(STDOUT_FILENO), ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return 100 }
    return Int(size.ws_col)
  }
}

/// A variable of the environment; an empty one counts as not set.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
