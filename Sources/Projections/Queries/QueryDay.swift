package import Stances

/// Reads a day of a query: `2022-05-06`, `today` or `yesterday`.
///
/// A query asks for one day; a month or a year would leave open which.
package func queryDay(_ text: String, today: Day) throws(DayError) -> Day {
  switch text {
  case "today": today
  case "yesterday": today.adding(days: -1)
  default: try Day(iso: text)
  }
}
