import JSON
import Stances

/// A change in per cent, or an amount of money, as a sentence gives it.
struct Figure {
  /// The words that it is made of.
  let words: Range<Int>
  /// The digits, with a decimal point.
  let number: String
  let isPercent: Bool
  /// The unit of an amount: "US$ billion".
  let unit: String?

  /// Whether a number that ends with a word, or goes on behind its point, is one of per cent.
  static func isPercent(behind index: Int, in sentence: Sentence) -> Bool {
    var last = index
    while last + 1 < sentence.words.count, isDigits(sentence.words[last + 1].text),
      [".", ","].contains(sentence.mark(behind: last))
    {
      last += 1
    }
    if sentence.mark(behind: last).first == "%" { return true }
    let next = last + 1 < sentence.words.count ? sentence.words[last + 1].text : ""
    return next == "percent"
      || next == "per" && last + 2 < sentence.words.count && sentence.words[last + 2].text == "cent"
  }

  /// The figures of a sentence, in order.
  static func all(in sentence: Sentence, isMoney: (Int) -> Bool) -> [Figure] {
    let words = sentence.words
    var (figures, index) = ([Figure](), 0)
    while index < words.count {
      guard isDigits(words[index].text) else {
        index += 1
        continue
      }
      let start = index
      var number = words[index].text
      while index + 1 < words.count, isDigits(words[index + 1].text) {
        let mark = sentence.mark(behind: index)
        guard mark == "." || mark == "," && words[index + 1].text.count == 3 else { break }
        number += mark == "." ? ".\(words[index + 1].text)" : words[index + 1].text
        index += 1
        if mark == "." { break }
      }
      index += 1
      // "000 %" is what is left of a number, and no one counts as far as the others.
      guard !number.hasPrefix("0") || number.hasPrefix("0."), number.count <= 15 else { continue }
      if isPercent(behind: index - 1, in: sentence) {
        figures.append(Figure(words: start..<index, number: number, isPercent: true, unit: nil))
      } else if index < words.count, isMoney(index) {
        let unit = currency(before: start, in: sentence) + words[index].text
        figures.append(
          Figure(words: start..<index + 1, number: number, isPercent: false, unit: unit))
      }
    }
    return figures
  }

  private static func currency(before word: Int, in sentence: Sentence) -> String {
    let before = sentence.text[..<sentence.words[word].range.lowerBound]
    let sign = before.suffix(while: { "$€£¥₽".contains($0) })
    guard !sign.isEmpty else { return "" }
    let letters = before.dropLast(sign.count).suffix(while: \.isUppercase)
    return "\(letters)\(sign) "
  }

  private static func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  }
}

extension StringProtocol {
  /// The longest end of which every character is such.
  fileprivate func suffix(while isIncluded: (Character) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isIncluded(self[index(before: start)]) {
      start = index(before: start)
    }
    return self[start...]
  }
}
