/// A table of a log and the expression for the position of the event that wrote a row.
struct LogTable {
  let name: String
  let position: String

  /// Every table, each after those that it refers to; names are written with the first event.
  static let all = [
    LogTable(name: "name", position: "0"),
    LogTable(name: "event", position: "position"),
    LogTable(name: "move", position: "source"),
    LogTable(name: "subject", position: "position"),
    LogTable(name: "amendment", position: "position"),
    LogTable(name: "registration", position: "source"),
  ]
}
