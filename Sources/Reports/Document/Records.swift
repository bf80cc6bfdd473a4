/// An answer as plain rows for a spreadsheet, under the same names as in JSON.
///
/// Dates and numbers are written as given. Several names or codes in one cell are
/// separated by spaces; texts, which can hold spaces, by a semicolon and a space.
package struct Records: Sendable {
  /// The names of the fields.
  package let columns: [String]
  /// The records, each with a value for every field.
  package let rows: [[String]]

  /// One column: its name and its value for an item; nil is an empty cell.
  typealias Column<Item> = (name: String, value: (Item) -> String?)

  /// One row per item.
  init<Item>(of items: [Item], _ columns: [Column<Item>]) {
    self.columns = columns.map(\.name)
    rows = items.map { item in columns.map { $0.value(item) ?? "" } }
  }
}
