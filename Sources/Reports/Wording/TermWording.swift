import Stances

extension Term {
  /// The term with blanks for its underscores.
  var words: String { plainWords(term) }
}

/// A name of the vocabulary with blanks for its underscores.
func plainWords(_ name: String) -> String {
  name.split(separator: "_").joined(separator: " ")
}

extension Level {
  /// What a company at this level does, as an adjective.
  var phrase: String {
    switch self {
    case .holding: "holding (no new investment)"
    case .expanding, .operating, .reducing, .suspended, .exiting, .exited: term
    }
  }

  /// What a company says that announces this level.
  var announcement: String {
    switch self {
    case .expanding: "announced that it expands"
    case .operating: "said that it carries on"
    case .holding: "announced no new investment"
    case .reducing: "announced a reduction"
    case .suspended: "announced a suspension"
    case .exiting: "announced that it is leaving"
    case .exited: "announced its exit"
    }
  }
}

extension Push {
  /// What it moves companies to do, for a column "push".
  var direction: String {
    switch self {
    case .withdraw: "to withdraw"
    case .stay: "to stay"
    case .none: "neither way"
    }
  }
}

extension Addressees.Way {
  /// How a company is addressed.
  var phrase: String {
    switch self {
    case .name: "by name"
    case .sector: "by its sector"
    case .country: "by its country"
    case .all: "as every company"
    }
  }
}

extension [Market] {
  /// The markets by name.
  var names: String { map(\.englishName).joined(separator: ", ") }

  /// The markets by code.
  var codes: String { map(\.code).joined(separator: " ") }
}

extension [EventID] {
  /// The ids as a list for readers.
  var listed: String { map(\.text).joined(separator: ", ") }

  /// The ids for a cell of a spreadsheet.
  var spaced: String { map(\.text).joined(separator: " ") }
}
