import Custody
import HTTPTypes
import JSON
import Stances
import Transparency

/// A token as given in the `Authorization` field (RFC 6750 §2.1).
struct BearerToken {
  let text: String

  /// Nil if the field is missing or has something else.
  init?(_ field: String?) {
    guard let words = field?.split(separator: " "), words.count == 2,
      words[0].lowercased() == "bearer"
    else { return nil }
    text = String(words[1])
  }

  /// The password of a program that knows no other way, such as a feed reader (RFC 7617).
  init?(passwordIn field: String?) {
    guard let words = field?.split(separator: " "), words.count == 2,
      words[0].lowercased() == "basic", let bytes = Base64.decode(words[1].utf8),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    text = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
  }
}

/// Who asks for something that not everyone may do.
extension Call {
  /// What records events, and the bearer of the token that the request shows.
  ///
  /// - Parameter takesPassword: whether the token may be given as a password too.
  /// - Returns: both.
  /// - Throws: ``RequestError`` if nothing is recorded here, or the token is missing or not valid.
  func bearer(
    takesPassword: Bool = false
  ) async throws -> (recorder: NetworkRecorder, bearer: TokenBearer) {
    guard let recorder = site.recorder else { throw RequestError.recordingOff }
    let field = request.fields[.authorization]
    guard
      let token = BearerToken(field) ?? (takesPassword ? BearerToken(passwordIn: field) : nil)
    else {
      throw RequestError.notAuthorized(
        sentence: takesPassword
          ? "this needs a token, as a bearer's or as the password of any user"
          : "this needs a token; send 'Authorization: Bearer TOKEN'", takesPassword: takesPassword)
    }
    let accessLog = site.accessLog
    let standing = try await site.log.lookUp {
      try recorder.standing(of: token.text, warn: accessLog.write)
    }
    switch standing {
    case .valid(let bearer): return (recorder, bearer)
    case .expired(let day):
      throw RequestError.notAuthorized(
        sentence: "this token expired at the end of \(day); make a new one with 'stance token new'",
        takesPassword: takesPassword)
    case .unknown:
      throw RequestError.notAuthorized(
        sentence: "this token is unknown; make one with 'stance token new'",
        takesPassword: takesPassword)
    }
  }

  /// The body, with room for it until it is not used any more.
  func body() async throws -> (content: [UInt8], room: TakenRoom) {
    let most = site.limits.bodyBytes
    let length = request.fields[.contentLength].flatMap(Int.init) ?? most
    let room = try site.hold(max(0, min(length, most)))
    return (try await request.body(most), room)
  }
}

extension AccessLog {
  /// Logs what the log's operator has to deal with.
  func write(_ warning: NetworkRecorder.Warning) {
    switch warning {
    case .tokenLine(let line): write(.warning, "token_line", [("says", .string("\(line)"))])
    case .unsigned(let head): write(.warning, "unsigned", [("says", .string("\(head)"))])
    case .signingFailed(let error): write(.error, "unsigned", [("error", .string("\(error)"))])
    case .clockBehind(let clock): write(.warning, "clock_behind", [("says", .string("\(clock)"))])
    }
  }
}
