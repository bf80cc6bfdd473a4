import Stances

/// The names, codes and days that synthetic events are made of.
enum SyntheticNames {
  static let bodies = ["cn-ministry", "us-department", "eu-commission", "ru-government"]
  static let markets = ["RU", "RU", "RU", "UA", "BY", "KZ"]
  static let levels = [
    "expanding", "operating", "holding", "reducing", "suspended", "exiting", "exited",
  ]
  static let publishers = ["A daily", "A wire service", "A trade journal", "The company"]
  static let grades = ["A1", "A2", "B2", "B2", "B3", "C2", "C3", "F6"]

  /// The slug of a company.
  static func company(_ index: Int) -> String { "company-\(index)" }

  /// The sector of a company.
  static func sector(_ index: Int) -> String { "sector \(index % 20)" }

  /// The day that is a number of days after 1 January 2022.
  static func day(_ offset: Int) -> String { Day(ordinal: 18_993 + offset).description }

  /// A type's name as part of an id.
  static func hyphenated(_ type: String) -> String {
    String(type.map { $0 == "_" ? "-" : $0 })
  }
}
