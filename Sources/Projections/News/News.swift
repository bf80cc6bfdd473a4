package import Stances

/// What is new to a reader who saw an earlier answer: by what was recorded since, and by time alone.
package struct News: Sendable {
  /// The query that was seen.
  package let before: Clocks
  /// The query of now.
  package let after: Clocks
  /// What is new, by section.
  package let items: [NewsItem]
  /// How many registrations, captures and keys were recorded besides; of a watch list not counted.
  package let besides: Int
  /// What is watched; nil for everything.
  package let watch: WatchList?
}

/// One thing that is new.
package struct NewsItem: Sendable {
  /// What it is.
  package let content: Content
  /// What made it news last: something recorded, or a day.
  package let moment: Moment
  /// Since when it is news: when that was recorded, or the start of that day in UTC.
  package let updated: Timestamp
  /// The events that did it.
  package let causes: [EventID]
  /// The entries of the watch list for which it is shown.
  package let because: [WatchList.Entry]

  /// What is new.
  package enum Content: Sendable {
    case posture(PostureChange)
    case measure(MeasureNews)
    case firstUse(FirstUse)
    case promise(Promise)
    case amended(AmendedEvent)
    case event(TimelineEntry)
  }

  /// What made something news.
  package enum Moment: Hashable, Sendable {
    case recorded(Position)
    case day(Day)
  }

  /// The sections of news, in their order.
  package enum Section: String, Term {
    case postures, measures
    case firstUses = "first_uses"
    case promises, amended, events
  }

  /// The section that it is in.
  package var section: Section {
    switch content {
    case .posture: .postures
    case .measure: .measures
    case .firstUse: .firstUses
    case .promise: .promises
    case .amended: .amended
    case .event(let entry): entry.type == .governmentMeasure ? .measures : .events
    }
  }

  /// What it is about, the same whenever it is asked for: `posture:lenovo:RU`.
  package var subject: String {
    switch content {
    case .posture(let change): "posture:\(change.company):\(change.market.code)"
    case .measure(let news): "measure:\(news.measure)"
    case .firstUse(let use): "power:\(use.measure)"
    case .promise(let promise): "promise:\(promise.event):\(promise.market.code)"
    case .amended(let amended): "event:\(amended.event)"
    case .event(let entry): "event:\(entry.event)"
    }
  }

  /// Its name among all news, which never changes.
  package var name: String {
    switch moment {
    case .recorded(let position): "\(subject):\(position)"
    case .day(let day): "\(subject):\(day)"
    }
  }
}

/// How the status of a measure changed, for all whom it addresses or for some companies.
package struct MeasureNews: Sendable {
  /// The key of the measure.
  package let measure: MeasureKey
  /// The title of the measure.
  package let title: String
  /// The status that was seen; nil if the measure was not known.
  package let before: MeasureStatus?
  /// The status of now; nil if the measure is not known any more.
  package let after: MeasureStatus?
  /// The companies for which the status changed otherwise, by slug.
  package let companies: [CompanyStatus]

  /// The status of a measure for one company.
  package struct CompanyStatus: Sendable {
    /// The company.
    package let company: CompanyID
    /// The company's name for readers.
    package let name: String
    /// The status that was seen.
    package let before: MeasureStatus?
    /// The status of now.
    package let after: MeasureStatus?
  }
}

/// The first use of a power.
package struct FirstUse: Sendable {
  /// The key of the power.
  package let measure: MeasureKey
  /// The title of the power.
  package let title: String
  /// Whether it had been in force without a use when it was seen.
  package let wasDormant: Bool
  /// The measures that were issued under it.
  package let uses: [Measure]
}

/// An event that may have been seen and that was corrected, withdrawn or brought back.
package struct AmendedEvent: Sendable {
  /// The event.
  package let event: EventID
  /// Where it is in the log.
  package let position: Position
  /// What it says now, or said before it was withdrawn; nil for what reports nothing that happened.
  package let entry: TimelineEntry?
  /// What became of it.
  package let outcome: Outcome
  /// The amendment that did it last.
  package let by: EventID
  /// Why, as recorded with that.
  package let reason: String

  /// What became of an event.
  package enum Outcome: String, Term {
    case corrected, withdrawn, restored
  }
}
