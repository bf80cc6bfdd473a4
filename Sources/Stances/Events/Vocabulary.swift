/// The vocabulary, version 2: what its types say and which fields they have, as they declare it.
package enum Vocabulary {
  /// The version in which events of a type are written today.
  package static func version(of type: EventType) -> Int {
    switch type {
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .governmentMeasure, .pressure,
      .tradeStatistic, .companyRegistered, .bodyRegistered:
      2
    case .logRegistered, .capture, .logKey, .correction, .retraction: 1
    }
  }

  /// What a type says, as one sentence.
  package static func sentence(of type: EventType) -> String { type.body.sentence }

  /// The fields of a type, in the order in which people read them.
  package static func fields(of type: EventType) -> [FieldDescription] { table[type] ?? [] }

  private static let table: [EventType: [FieldDescription]] = Dictionary(
    uniqueKeysWithValues: EventType.allCases.map { type in
      let common = (
        head: [FieldDescription](declaredIn: Event.head),
        tail: [FieldDescription](declaredIn: type.tail)
      )
      return (type, common.head + ownFields(of: type) + common.tail)
    })

  /// The fields that only this type has.
  package static func ownFields(of type: EventType) -> [FieldDescription] { own(type.body) }

  private static func own(_ body: (some EventBody).Type) -> [FieldDescription] {
    [FieldDescription](declaredIn: body.fields)
  }

  /// What holds between the fields of a type.
  package static func rules(of type: EventType) -> [FieldRule] { type.body.rules }

  /// The objects inside events that have fields of their own, in reading order.
  package static let parts: [Part] = [
    Evidence.part, Claimant.part, Addressees.part, Pressers.part, TradeStatistic.Product.part,
    TradeStatistic.Change.part, Identifiers.part,
  ]
}
