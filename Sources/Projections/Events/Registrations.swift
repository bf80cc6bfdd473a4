package import Stances

/// Who is who in one query: of several registrations the one recorded last wins.
package struct Registrations: Sendable {
  private var companies: [CompanyID: CompanyRegistration] = [:]
  private var bodies: [BodyID: BodyRegistration] = [:]

  /// Nothing is registered yet.
  package init() {}

  /// Takes in a registration recorded after all those before; any other content changes nothing.
  package mutating func register(_ content: EventContent) {
    if case .companyRegistered(let registration) = content {
      companies[registration.company] = registration
    } else if case .bodyRegistered(let registration) = content {
      bodies[registration.body] = registration
    }
  }

  /// The company's registration; nil if none counts.
  package func registration(of company: CompanyID) -> CompanyRegistration? { companies[company] }

  /// The body's registration; nil if none counts.
  package func registration(of body: BodyID) -> BodyRegistration? { bodies[body] }

  /// The company's name for readers; its key if no registration counts.
  package func name(of company: CompanyID) -> String {
    companies[company]?.identity.name ?? company.text
  }

  /// The body's name for readers; its key if no registration counts.
  package func name(of body: BodyID) -> String { bodies[body]?.identity.name ?? body.text }
}
