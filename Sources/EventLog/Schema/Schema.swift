import GRDB

/// The layout of a log file: what marks a file as a log, and every object in it.
enum Schema {
  /// Marks the file in SQLite's header as a stance log: "STNC".
  static let applicationID: Int32 = 0x5354_4E43

  /// The number of this layout, kept in SQLite's `user_version`: ``LayoutVersion``.
  static let format = 1

  /// The tables, each after those that it refers to.
  static let tables: [Table] = [
    .event, .name, .move, .subject, .amendment, .registration, .checkpoint, .cosignature, .anchor,
  ]

  /// Every object of the layout, each after those that it refers to.
  static var objects: [SchemaObject] { tables.flatMap(\.objects) }

  /// Writes the layout into an empty file.
  static func create(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    for object in objects { try database.execute(sql: object.sql) }
    try LayoutVersion(format: format, generation: .random()).write(to: database)
  }
}
