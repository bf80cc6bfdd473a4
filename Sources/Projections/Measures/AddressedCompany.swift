import Stances

/// A company as measures address it: under each of its slugs, and by its sector and country.
struct AddressedCompany {
  /// The company with all those that are part of it.
  let companies: [CompanyID]
  /// The registration that counts.
  let registration: CompanyRegistration?

  /// The status of a measure for the company.
  func standing(in life: MeasureLife) -> MeasureLife.Standing {
    companies.lazy.compactMap { life.deviations[$0] }.first ?? life.standing
  }

  /// The narrowest way in which the company is addressed.
  func way(in addressees: Addressees) -> Addressees.Way? {
    companies.compactMap {
      addressees.way(to: $0, sector: registration?.identity.sector, country: registration?.country)
    }.min()
  }

  /// How a measure addresses the company, and the step that does; nil if it does not, or the
  /// measure has ended.
  func addressing(by life: MeasureLife) -> (way: Addressees.Way, step: MeasureStep)? {
    standing(in: life).status.isOver ? nil : life.scope.addressing(way)
  }
}

extension MeasureStatus {
  /// Whether the act has ended.
  var isOver: Bool {
    switch self {
    case .threatened, .proposed, .adopted, .inForce, .suspended: false
    case .lifted, .expired: true
    }
  }
}
