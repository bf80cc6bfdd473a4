package import Projections
package import Stances

extension MailMessage {
  /// News as a message.
  ///
  /// - Parameters:
  ///   - answer: the news with its query.
  ///   - name: the part of the Message-ID that no other news has.
  ///   - recorded: when the last event of the query was recorded; nil for a log without events.
  package init(of answer: Answer<News>, name: String, recorded: Timestamp?) {
    let news = answer.content
    let log = answer.head.origin ?? "unnamed log"
    let moments = news.items.map(\.updated) + [recorded].compactMap(\.self)
    self.init(
      subject: "News of \(log): \(news.counts)",
      text: NewsReport.document(answer).text(TextStyle(width: 72, color: false)), name: name,
      date: moments.max() ?? news.after.to.firstMoment)
  }
}
