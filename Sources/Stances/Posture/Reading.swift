/// What the gap between voice and conduct reads as; never a verdict on a company.
package enum Reading: String, Term {
  /// It says what it does.
  case inLine = "in_line"
  /// It does more than it says.
  case quietRetreat = "quiet_retreat"
  /// It says more than it does, and the day it named is still ahead.
  case pledged
  /// It announced its exit and is on the way.
  case underWay = "under_way"
  /// It says more than it does.
  case unkeptWord = "unkept_word"
  /// What it does is not known.
  case unknown
  /// Its business was seized, so neither word nor deed is its own.
  case notApplicable = "not_applicable"
}
