/// The English month names, January first.
let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// The English name of a month, 1 to 12.
func monthName(_ month: Int) -> String {
  monthNames[month - 1]
}

/// A year in four digits, with a minus before 0.
func isoYear(_ year: Int) -> String {
  (year < 0 ? "-" : "") + zeroPadded(abs(year), to: 4)
}

/// A number with leading zeros up to a width.
package func zeroPadded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
