import Stances

/// Sentences about what governments and others do to move companies, and about trade.
extension EventSentence {
  func text(of statement: GovernmentStatement) -> String {
    let speaker = statement.speaker.map { "(\($0)) " } ?? ""
    let addressed = names(of: statement.addressees).map { " addressed to \($0)" } ?? ""
    let about = statement.measure.map { ", about \($0.text)" } ?? ""
    return speaker + "\(words(for: statement.act)) concerning \(places(statement.markets))"
      + addressed
      + aim(of: statement.push) + about
  }

  func text(of measure: GovernmentMeasure) -> String {
    let addressed = names(of: measure.addressees).map { ", addressed to \($0)" } ?? ""
    let from = measure.effective.map { ", effective \($0.spoken)" } ?? ""
    let until = measure.until.map { ", until \($0.spoken)" } ?? ""
    let form = words(for: measure.instrument)
    return
      "\(words(for: measure.phase)) \(form) concerning \(places(measure.markets)): \(measure.title)"
      + from + until + addressed + aim(of: measure.push)
  }

  func text(of pressure: Pressure) -> String {
    let pressed = names(of: pressure.addressees) ?? "companies"
    let role = pressure.names.isEmpty ? "" : "(\(pressure.role.term)) "
    return role + "put pressure on \(pressed) over \(places(pressure.markets))"
      + aim(of: pressure.push)
  }

  func text(of figure: TradeStatistic) -> String {
    let value = figure.value.map { amount in
      "\(amount)" + (figure.unit.map { " \($0)" } ?? "")
    }
    let change = figure.change?.text(in: figure.period)
    let numbers = [value, change ?? figure.period.text].compactMap(\.self)
    let company = figure.company.map(registrations.name(of:))
    let places = [place(figure.reporter), figure.partner.map(place)].compactMap(\.self)
    let counted = [company, places.joined(separator: " – ")].compactMap(\.self)
    return "publishes a figure on \(figure.product.name) (\(counted.joined(separator: ", "))): "
      + numbers.joined(separator: "; ")
  }

  private func aim(of push: Push) -> String {
    switch push {
    case .withdraw: ", towards withdrawal"
    case .stay: ", towards staying"
    case .permit: ", permitting business"
    case .none: ""
    }
  }

  private func words(for act: GovernmentStatement.Act) -> String {
    switch act {
    case .urge: "makes an appeal"
    case .threaten: "makes a threat"
    case .warn: "gives a warning"
    case .acknowledge: "makes an acknowledgement"
    case .condemn: "issues a condemnation"
    case .support: "declares support"
    case .clarify: "gives a clarification"
    case .deny: "issues a denial"
    case .request: "makes a request"
    case .grant: "grants a request"
    case .refuse: "refuses a request"
    }
  }

  private func words(for phase: GovernmentMeasure.Phase) -> String {
    switch phase {
    case .threatened: "threatens"
    case .proposed: "proposes"
    case .adopted: "adopts"
    case .inForce: "puts into force"
    case .amended: "amends"
    case .suspended: "suspends"
    case .extended: "extends"
    case .lifted: "lifts"
    case .expired: "lets expire"
    }
  }

  private func words(for instrument: GovernmentMeasure.Instrument) -> String {
    switch instrument {
    case .sanctions: "sanctions"
    case .exportControl: "an export control"
    case .entityListing: "an entity listing"
    case .blockingRule: "a blocking rule"
    case .countermeasure: "a countermeasure"
    case .order: "an order"
    case .licence: "a licence"
    case .investigation: "an investigation"
    case .other: "a measure"
    }
  }
}
