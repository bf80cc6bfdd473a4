package import Stances

/// Where a measure applies and whom it addresses, gathered from its steps.
package struct MeasureScope: Hashable, Sendable {
  /// The markets in which the act applies.
  package private(set) var markets: [Market] = []
  /// Whom the act addresses.
  package private(set) var addressees: Addressees = .nobody
  /// The steps that made it so, in order.
  private var steps: [MeasureStep] = []

  /// Takes in what a step says, given how far the act had come before it.
  ///
  /// A step that brings the act to a new stage speaks for the whole act; a further one at the same
  /// stage adds to it.
  mutating func take(_ turn: MeasureTurn, after progress: MeasureProgress) {
    let step = turn.step
    if progress.comesToNewStage(by: turn) {
      markets = step.measure.markets
      // A step that names nobody leaves them as they are, unless the act had ended and begins anew.
      if step.measure.addressees != .nobody || progress.isOver(on: turn.day.earliest) {
        addressees = step.measure.addressees
        steps = []
      }
    } else {
      markets += step.measure.markets.filter { !markets.contains($0) }
      addressees = addressees.joined(by: step.measure.addressees)
    }
    steps.append(step)
  }

  /// The narrowest way in which a company is addressed, and the first step that does it.
  package func addressing(
    _ company: CompanyID, sector: String?, country: Market?
  ) -> (way: Addressees.Way, step: MeasureStep)? {
    func way(_ addressees: Addressees) -> Addressees.Way? {
      addressees.way(to: company, sector: sector, country: country)
    }
    guard let narrowest = way(addressees),
      let step = steps.first(where: { way($0.measure.addressees) == narrowest })
    else { return nil }
    return (narrowest, step)
  }
}
