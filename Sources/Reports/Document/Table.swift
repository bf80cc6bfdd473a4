package import Stances

/// Rows of cells under a line of titles.
package struct Table: Sendable {
  /// The columns from left to right.
  package let columns: [Column]
  /// The rows, each with a cell for every column.
  package let rows: [[RichText]]

  /// One column: its title and the side to which its texts are aligned.
  package struct Column: Sendable {
    /// The heading of the column.
    package let title: String
    /// The side to which its cells are aligned.
    package let alignment: ColumnAlignment

    init(_ title: String, _ alignment: ColumnAlignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// One column with the cell that it makes of an item.
  typealias ColumnOf<Item> = (column: Column, cell: (Item) -> RichText)

  /// A table of one row per item.
  init<Item>(of items: [Item], _ columns: [ColumnOf<Item>]) {
    self.columns = columns.map(\.column)
    rows = items.map { item in columns.map { $0.cell(item) } }
  }
}
