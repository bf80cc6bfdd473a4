/// What an error means to the person who runs the program, whatever went wrong in detail.
///
/// A closed set: the exit status and the HTTP problem are tables over it, so that a new error only
/// has to say which of these it is.
package enum ErrorKind: CaseIterable, Hashable, Sendable {
  /// The question or the flags cannot be used.
  case usage
  /// What was given to be read, checked or recorded cannot be accepted.
  case badData
  /// The log itself cannot be used: it is damaged, too new, or not a log.
  case badLog
  /// The log has something other than what the caller expects.
  case conflict
  /// What was asked for does not exist.
  case notFound
  /// A file or an address cannot be made, for example because it exists.
  case cannotCreate
  /// Something is in use or does not answer; the same again may succeed.
  case busy
  /// A program that is needed is not installed.
  case unavailable
  /// This user may not do it.
  case noPermission
  /// Reading or writing failed.
  case inputOutput
  /// A check was made and found something wrong.
  case finding
  /// The user ended it.
  case interrupted
  /// Nothing reads the output any more.
  case readerGone
  /// A fault of this program.
  case bug
}
