/// The own fields of corrections and retractions.
enum AmendmentFields {
  static let correction: [Field] = [
    .required("corrects", .slug(of: "event"), "the event whose content is replaced"),
    .required("replacement", .event, "what it should have said: a whole event with the same id"),
    .required("reason", .paragraph, "why"),
  ]

  static let retraction: [Field] = [
    .required("retracts", .slug(of: "event"), "the event that is withdrawn"),
    .required("reason", .paragraph, "why"),
  ]
}
