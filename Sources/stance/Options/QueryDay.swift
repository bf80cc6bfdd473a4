import Projections
import Stances

/// Reads a day of a query as of the user's present day.
func queryDay(_ text: String) throws(DayError) -> Day {
  try queryDay(text, today: SystemClock.today())
}
