import Projections
import Reports
import Stances

extension AnsweringLog {
  /// Every picture that the program draws for a query, those of some companies among them.
  func pictures(
    _ clocks: Clocks, of companies: [String], links: PictureLinks = .none
  ) throws -> [Picture] {
    try read { log in
      func answer<Content>(_ content: Content) throws -> Answer<Content> {
        try Answer(in: log, clocks: clocks, content: content)
      }
      var pictures = [
        BoardPicture.picture(
          try answer(PostureProjection.postures(in: log, clocks: clocks)), links: links),
        CountsPicture.picture(try answer(CourseProjection.courses(in: log, clocks: clocks))),
        TimelinePicture.picture(
          try answer(LogView(of: log, on: clocks).timePicture()), links: links),
      ]
      for company in companies.map(CompanyID.init(recorded:)) {
        guard let history = try HistoryProjection.history(of: company, in: log, clocks: clocks)
        else { continue }
        let picture = try LogView(of: log, on: clocks, companies: [company]).timePicture()
        pictures.append(
          CompanyPicture.picture(
            of: company, named: history.registration.identity.name, try answer(picture),
            links: links))
        pictures.append(PressurePicture.picture(try answer(history.pressure), links: links))
      }
      return pictures
    }
  }
}
