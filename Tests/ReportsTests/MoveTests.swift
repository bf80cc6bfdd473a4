import JSON
import Reports
import Stances
import Testing

@Suite("Promises and moves appear in every format of a report")
struct MoveTests {
  private let samples = Samples.plain

  @Test("the promise that is overdue longest comes first, then the others by due day")
  func overdueFirst() {
    let answer = samples.answer(samples.board)
    let order = ["2022-03-20", "2022-03-04", "2022-04-01", "2022-06-01"]
    let text = PosturesReport.document(answer).text(TextStyle(color: false))
    let page = PosturesReport.document(answer).markdown()
    for report in [text, page] {
      let dues = report.matches(of: /Russia.*exited, 2022-03-01 *\|? *(2022-..-..)/).map { $0.1 }
      #expect(dues.map(String.init) == order)
      #expect(report.contains("47 days overdue"))
      #expect(report.contains("Who moved first"))
    }
    let data = String(decoding: PosturesReport.json(answer).prettyBytes(), as: UTF8.self)
    let dues = data.matches(of: /"due": "(2022-..-..)",\s+"outcome"/).map { String($0.1) }
    #expect(dues == order)
    #expect(data.contains("\"outcome\": \"overdue\",\n        \"days\": 47"))
  }

  @Test("a company's report and the timeline have them as well")
  func otherReports() {
    let board = samples.board
    let company = CompanyReport.document(samples.answer(samples.company), board: board)
    #expect(company.markdown().contains("## Promises"))
    #expect(company.markdown().contains("## Who moved first"))
    let timeline = TimelineReport.document(samples.answer(samples.timeline), board: board)
    #expect(timeline.markdown().contains("## Who moved first"))
    let data = [
      CompanyReport.json(samples.answer(samples.company), board: board),
      TimelineReport.json(samples.answer(samples.timeline), board: board),
    ]
    for value in data.map({ String(decoding: $0.prettyBytes(), as: UTF8.self) }) {
      #expect(value.contains(/"promises": \[\s+\{\s+"company": "xiaomi"/))
      #expect(value.contains(/"days": \{\s+"least": 5,\s+"most": 35/))
    }
  }
}
