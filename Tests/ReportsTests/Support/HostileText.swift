/// Texts that try to break out of a format.
enum HostileText {
  static let all = [
    "=HYPERLINK(\"http://evil.example\",\"click\")", "+1+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)",
    "\t=1+1", "\r=1+1", "＝1+1", "a\"b,c\r\nd", "\"", "\"\u{301},=1",
    "\u{1B}[31mred\u{1B}[0m", "\u{9B}31m", "\u{202E}drow\u{2066}", "bell\u{7}",
    "| a | b |\n|---|---|", "` ```js", "[x](javascript:alert(1))",
    "![x](http://evil.example/p.png)",
    "<script>alert(1)</script>", "<!-- x", "# heading", "- item", "1. item", "---", "===",
    "    code", "*a* _b_ ~~c~~", "&copy; &lt;", "http://evil.example www.evil.example a@b.example",
    "\\| \\` \\", "$x$", "> quoted", "[1]: http://evil.example",
  ]
}
