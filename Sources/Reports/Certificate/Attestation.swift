package import Stances

/// What others can hold a log to: its key, a head that it signed, and the time stamps on it.
package struct Attestation: Sendable {
  /// A head that the log signed.
  package struct SignedHead: Sendable {
    /// How many events it covers.
    package let size: Int64
    /// Its root, in base 64.
    package let root: String
    /// The signed checkpoint, as published.
    package let note: String
    /// The hashes that lead from the head of the answer to this one (RFC 6962 §2.1.2), in base 64.
    package let growth: [String]

    /// A signed head, and how the head of the answer leads to it.
    package init(size: Int64, root: String, note: String, growth: [String]) {
      self.size = size
      self.root = root
      self.note = note
      self.growth = growth
    }
  }

  /// A time stamp on a signed head; its signature was not checked.
  package struct Stamp: Sendable {
    /// How many events that head covers.
    package let size: Int64
    /// The time that the authority claims.
    package let time: String
    /// The authority, if the stamp names it.
    package let authority: String?

    /// What a stamp claims.
    package init(size: Int64, time: String, authority: String?) {
      self.size = size
      self.time = time
      self.authority = authority
    }
  }

  /// A name that was asked about and that the log does not have.
  package struct UnknownName: Sendable {
    /// The name as it was given.
    package let given: String
    /// The nearest slugs that the log has.
    package let nearest: [String]

    /// A name without a company.
    package init(given: String, nearest: [String]) {
      (self.given, self.nearest) = (given, nearest)
    }
  }

  /// The companies that were asked about; with no unknown name, none if all were.
  package let companies: [CompanyID]
  /// The names that were asked about and that the log does not have.
  package let unknown: [UnknownName]
  /// When this was issued, by this machine's clock.
  package let issued: Timestamp
  /// The public key that signed the head; nil if the log names none.
  package let key: String?
  /// The first signed head that covers the answer; nil if none does yet.
  package let signed: SignedHead?
  /// The time stamps on that head and on later ones.
  package let stamps: [Stamp]

  /// What was found when a certificate was asked for.
  package init(
    companies: [CompanyID], unknown: [UnknownName] = [], issued: Timestamp, key: String?,
    signed: SignedHead?, stamps: [Stamp]
  ) {
    self.companies = companies
    self.unknown = unknown
    self.issued = issued
    self.key = key
    self.signed = signed
    self.stamps = stamps
  }
}
