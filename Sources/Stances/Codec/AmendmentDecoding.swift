extension Correction {
  init(_ reader: inout FieldReader) throws(EventError) {
    corrects = try reader.required("corrects").slug()
    let member = try reader.required("replacement")
    let type = try EventType(of: member)
    guard !type.isAmendment, !type.isOfLog else {
      throw member.refusal(.replacementIsAmendment)
    }
    replacement = try Event(member)
    guard replacement.id == corrects else {
      throw member.refusal(.replacementOfOther(id: replacement.id.text, corrects: corrects.text))
    }
    reason = try reader.required("reason").text(limit: TextLimit.paragraph)
  }
}

extension Retraction {
  init(_ reader: inout FieldReader) throws(EventError) {
    retracts = try reader.required("retracts").slug()
    reason = try reader.required("reason").text(limit: TextLimit.paragraph)
  }
}
