/// What a statement, measure or pressure moves companies to do.
package enum Push: String, Term {
  /// To leave the market or do less there.
  case withdraw
  /// To stay in the market.
  case stay
  /// Neither.
  case none
}
