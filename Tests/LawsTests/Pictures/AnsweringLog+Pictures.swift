import Projections
import Reports
import Stances

extension AnsweringLog {
  /// Every picture that the program draws for a query, those of some companies among them.
  func pictures(
    _ clocks: Clocks, of companies: [String], links: PictureLinks = .none, width: Double? = nil
  ) throws -> [Picture] {
    try read { log in
      let view = LogView(of: log, on: clocks)
      var pictures = [
        BoardPicture.picture(
          try view.answer(view.postures()), links: links, width: width),
        CountsPicture.picture(try view.answer(view.postureHistories()), width: width),
        TimelinePicture.picture(
          try view.answer(view.timePicture()), links: links, width: width),
      ]
      for company in companies.map(CompanyID.init(recorded:)) {
        guard let history = try view.history(of: company)
        else { continue }
        let picture = try view.narrowed(to: [company]).timePicture()
        pictures.append(
          CompanyPicture.picture(
            of: company, named: history.registration.identity.name, try view.answer(picture),
            links: links, width: width))
        pictures.append(
          PressurePicture.picture(try view.answer(history.pressure), links: links, width: width))
      }
      return pictures
    }
  }
}
