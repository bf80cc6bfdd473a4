import Testing
import Transparency

@Suite("The keys of one log in order")
struct KeyChainTests {
  private let first = Self.key(1)
  private let second = Self.key(2)
  private let third = Self.key(3)

  @Test("A key signs from the size that covers its event until the next one does")
  func inForce() throws {
    let chain = try chain()
    #expect(chain.key(forSize: 2) == nil)
    #expect(chain.key(forSize: 3) == first)
    #expect(chain.key(forSize: 9) == first)
    #expect(chain.key(forSize: 10) == second)
    #expect(chain.key(forSize: 1_000) == third)
    #expect(chain.current == third)
    #expect(chain.origin == Origin(first.name))
  }

  @Test("The first head under a new key is signed by the key before it as well")
  func handover() throws {
    let chain = try chain()
    #expect(chain.signers(ofSize: 2, previous: nil) == [])
    #expect(chain.signers(ofSize: 5, previous: nil) == [first])
    #expect(chain.signers(ofSize: 8, previous: 5) == [first])
    #expect(chain.signers(ofSize: 12, previous: 8) == [first, second])
    #expect(chain.signers(ofSize: 13, previous: 12) == [second])
    #expect(chain.signers(ofSize: 25, previous: nil) == [second, third])
  }

  @Test("A key must replace the one in force, be of the same log, and never have been there")
  func refused() throws {
    var chain = try chain()
    let before = chain
    #expect(throws: KeyChainError.doesNotReplace(current: third.text)) {
      try chain.add(Self.key(4), replacing: first, from: 30)
    }
    #expect(throws: KeyChainError.doesNotReplace(current: third.text)) {
      try chain.add(Self.key(4), replacing: nil, from: 30)
    }
    #expect(throws: KeyChainError.usedBefore(first.text)) {
      try chain.add(first, replacing: third, from: 30)
    }
    let foreign = try SigningKey(name: KeyName("other.example.org"), seed: seed(4)).verifier
    #expect(
      throws: KeyChainError.otherOrigin(found: Origin(foreign.name), expected: Origin(first.name))
    ) { try chain.add(foreign, replacing: third, from: 30) }
    var empty = KeyChain()
    #expect(throws: KeyChainError.doesNotReplace(current: nil)) {
      try empty.add(first, replacing: second, from: 1)
    }
    #expect(chain == before)
  }

  private func chain() throws -> KeyChain {
    var chain = KeyChain()
    try chain.add(first, replacing: nil, from: 3)
    try chain.add(second, replacing: first, from: 10)
    try chain.add(third, replacing: second, from: 20)
    return chain
  }

  private static func key(_ number: UInt8) -> VerifierKey {
    do {
      return try SigningKey(name: KeyName("stance.example.org/log"), seed: seed(number)).verifier
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

private func seed(_ number: UInt8) -> [UInt8] { Array(repeating: number, count: 32) }
