import JSON
package import Stances

/// The company states what it will do; published on the day it was made, grade A1.
package func announcement(
  _ company: String, _ level: Level?, on occurred: String, published: String? = nil,
  effective: String? = nil, in markets: [String] = ["RU"], grade: String = "A1", id: String? = nil
) -> TestEvent {
  TestEvent(
    .publicAnnouncement, id: id, subject: company, on: occurred, published: published,
    grade: grade,
    present([
      ("company", .string(company)), ("markets", strings(markets)),
      ("level", level.map { .string($0.term) }),
      ("effective", effective.map(JSONValue.string)),
    ]))
}

/// The company denies a report, or the events named.
package func denial(
  _ company: String, of denied: [String] = [], on occurred: String, published: String? = nil,
  in markets: [String] = ["RU"], grade: String = "A1", id: String? = nil
) -> TestEvent {
  TestEvent(
    .denial, id: id, subject: company, on: occurred, published: published, grade: grade,
    present([
      ("company", .string(company)), ("markets", strings(markets)),
      ("denies", denied.isEmpty ? nil : strings(denied)),
    ]))
}

/// The company was asked and did not answer.
package func declinedComment(
  _ company: String, on occurred: String, published: String? = nil,
  in markets: [String] = ["RU"], grade: String = "B2", id: String? = nil
) -> TestEvent {
  TestEvent(
    .declinedComment, id: id, subject: company, on: occurred, published: published, grade: grade,
    [("company", .string(company)), ("markets", strings(markets))])
}

/// The company opens or concludes a review.
package func complianceReview(
  _ company: String, _ phase: ComplianceReview.Phase, on occurred: String,
  published: String? = nil, outcome: String? = nil, in markets: [String] = ["RU"],
  grade: String = "A1", id: String? = nil
) -> TestEvent {
  TestEvent(
    .complianceReview, id: id, subject: company, on: occurred, published: published, grade: grade,
    present([
      ("company", .string(company)), ("markets", strings(markets)),
      ("phase", .string(phase.term)), ("outcome", outcome.map(JSONValue.string)),
    ]))
}

/// Others report that the company does less, unannounced; grade B2.
package func silentReduction(
  _ company: String, _ level: Level, on occurred: String, published: String? = nil,
  in markets: [String] = ["RU"], grade: String = "B2", id: String? = nil
) -> TestEvent {
  TestEvent(
    .silentReduction, id: id, subject: company, on: occurred, published: published, grade: grade,
    [
      ("company", .string(company)), ("markets", strings(markets)),
      ("level", .string(level.term)),
    ])
}

/// Others see the company carry on, hold back or grow; grade B2.
package func continuedBusiness(
  _ company: String, _ level: Level?, on occurred: String, published: String? = nil,
  in markets: [String] = ["RU"], grade: String = "B2", id: String? = nil
) -> TestEvent {
  TestEvent(
    .continuedBusiness, id: id, subject: company, on: occurred, published: published,
    grade: grade,
    present([
      ("company", .string(company)), ("markets", strings(markets)),
      ("level", level.map { .string($0.term) }),
    ]))
}

/// The company goes back after a cut.
package func resumption(
  _ company: String, disclosed: Bool, on occurred: String, published: String? = nil,
  in markets: [String] = ["RU"], grade: String = "B2", id: String? = nil
) -> TestEvent {
  TestEvent(
    .resumption, id: id, subject: company, on: occurred, published: published, grade: grade,
    [
      ("company", .string(company)), ("markets", strings(markets)),
      ("disclosed", .bool(disclosed)),
    ])
}

/// The company is out.
package func exit(
  _ company: String, _ mode: Exit.Mode, disclosed: Bool, on occurred: String,
  published: String? = nil, in markets: [String] = ["RU"], grade: String = "B2",
  id: String? = nil
) -> TestEvent {
  TestEvent(
    .exit, id: id, subject: company, on: occurred, published: published, grade: grade,
    [
      ("company", .string(company)), ("markets", strings(markets)), ("mode", .string(mode.term)),
      ("disclosed", .bool(disclosed)),
    ])
}
