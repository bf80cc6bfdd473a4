/// A legal act moves one step in its life.
package struct GovernmentMeasure: Hashable, Sendable {
  /// The legal form.
  package enum Instrument: String, Term {
    case sanctions
    case exportControl = "export_control"
    case entityListing = "entity_listing"
    case blockingRule = "blocking_rule"
    case countermeasure, order, licence, investigation, other
  }

  /// The step that the act takes.
  package enum Phase: String, Term {
    case threatened, proposed, adopted
    case inForce = "in_force"
    case amended, suspended, extended, lifted, expired
  }

  /// Who made use of a power.
  package enum User: String, Term {
    case state
    /// A court, for a private party.
    case court
  }

  /// The body whose act it is.
  package let body: BodyID
  /// The markets in which the step applies.
  package let markets: [Market]
  /// The key that all steps of this act share.
  package let measure: MeasureKey
  /// What the step calls the act.
  package let title: String
  /// The legal form of the act.
  package let instrument: Instrument
  /// The step that the act takes.
  package let phase: Phase
  /// The day from which the step counts, if it is not `occurred`.
  package let effective: FuzzyDate?
  /// The last day of the step: of the act in force, of its suspension, or the new end.
  package let until: FuzzyDate?
  /// What it moves companies to do.
  package let push: Push
  /// Whom it addresses.
  package let addressees: Addressees
  /// Whether the act enables others, which are then issued `under` it.
  package let power: Bool
  /// The powers under which this act was issued.
  package let under: [MeasureKey]
  /// Who made use of those powers.
  package let usedBy: User?
}

extension GovernmentMeasure: EventBody {
  static let type = EventType.governmentMeasure
  static let sentence = "A legal act moves one step in its life."
  static let rules: [FieldRule] = [.needs("used_by", other: "under")]

  struct Fields: Sendable {
    let body = OutsideAct.body
    let markets = OutsideAct.markets
    let measure = Field.required(
      "measure", .slug(of: MeasureKind.self), "the key that all steps of the act share")
    let title = Field.required("title", .line, "what the step is called")
    let instrument = Field.required(
      "instrument", .term(among: Instrument.allCases), "the legal form")
    let phase = Field.required(
      "phase", .term(among: Phase.allCases), "the step that the act takes")
    let effective = Field.optional(
      "effective", .date, "the day from which the step counts; default: `occurred`")
    let until = Field.optional(
      "until", .date, "the last day: of the act, of its suspension, or the new end")
    let push = OutsideAct.push
    let addressees = OutsideAct.addressees
    let power = Field.optional(
      "power", .boolean, default: false,
      "whether the act enables others, which are issued `under` it; default: false")
    let under = Field.optional(
      "under", .list(.slug(of: MeasureKind.self)), default: [],
      "the powers under which the act was issued")
    let usedBy = Field.optional(
      "used_by", .term(among: User.allCases), since: 2,
      "who used those powers: the state, or a court for a private party")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.read(Self.fields.body)
    markets = try reader.read(Self.fields.markets)
    measure = try reader.read(Self.fields.measure)
    title = try reader.read(Self.fields.title)
    instrument = try reader.read(Self.fields.instrument)
    phase = try reader.read(Self.fields.phase)
    effective = try reader.read(Self.fields.effective)
    until = try reader.read(Self.fields.until)
    push = try reader.read(Self.fields.push)
    addressees = try reader.read(Self.fields.addressees)
    power = try reader.read(Self.fields.power)
    under = try reader.read(Self.fields.under)
    usedBy = try reader.read(Self.fields.usedBy)
  }
}
