import Stances

/// Dates are shown as given, and their bounds are the right way round.
func acceptsDate(_ bytes: [UInt8]) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  holdDayAndInstant(text)
  // A refusal's advice takes milliseconds to word: most are only counted.
  let isWorded = bytes.reduce(0, &+) % 64 == 0
  let reading = { try FuzzyDate(text) }
  guard let date = isWorded ? attempt(reading) : try? reading() else { return false }
  hold(date.text.utf8.elementsEqual(text.utf8), "the date is shown otherwise than given")
  hold(date.earliest <= date.latest, "the date ends before it begins")
  hold(read("a date's own text") { try FuzzyDate(date.text) } == date, "it reads back as another")
  holdSafe(date.spoken)
  for day in [date.earliest, date.latest] where !day.isOpenEnd {
    hold(read("a bound") { try Day(iso: day.description) } == day, "a bound reads back as another")
  }
  return true
}

/// A day and an instant in one spelling are that spelling; an instant in any is the same in UTC.
private func holdDayAndInstant(_ text: String) {
  if let day = attempt({ try Day(iso: text) }) {
    hold(day.description.utf8.elementsEqual(text.utf8), "the day \(text) is written \(day)")
  }
  if let instant = attempt({ try Timestamp(rfc3339: text) }) {
    let again = read("an instant") { try Timestamp(rfc3339: instant.description) }
    hold(again == instant, "the instant \(text) is written \(instant)")
  }
}
