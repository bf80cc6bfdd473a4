import Foundation
import TestSupport
import Testing

@Suite(
  "Time stamps on a log's signed heads",
  .enabled(if: Authority.openssl != nil, "openssl is not there: no authority can be played"))
struct AnchorTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint", "-o", "head.checkpoint").status == 0)
    try Authority.make(at: desk)
    #expect(try desk.run("anchor", "query", "-o", "head.tsq").status == 0)
    try Authority.answer("head.tsq", as: "head.tsr", at: desk)
  }

  @Test("A query is one that openssl reads: over the checkpoint's bytes, with certificates")
  func query() throws {
    let shown = try desk.bash("openssl ts -query -in head.tsq -text")
    #expect(shown.output.contains("Hash Algorithm: sha256"))
    #expect(shown.output.contains("Certificate required: yes"))
    let ours = try desk.bash("openssl ts -query -in head.tsq -text | grep ' 00[01]0 - '").output
    let theirs = try desk.bash(
      "openssl ts -query -data head.checkpoint -sha256 -text | grep ' 00[01]0 - '"
    ).output
    #expect(ours == theirs && !ours.isEmpty)
  }

  @Test("A reply is kept once, shown by status, and by verify as unchecked until it is checked")
  func kept() throws {
    let says = "the first 2 events stamped 20"
    for _ in 0..<2 {
      let kept = try desk.run("anchor", "reply", "head.tsr", "--tsa-ca", "ca.pem")
      #expect(kept.status == 0, "\(kept.messages)")
      #expect(kept.output.hasPrefix("kept: \(says)"))
      #expect(kept.output.contains("by Example Time Stamps, Example Trust"))
    }
    #expect(try desk.bash("sqlite3 stance.sqlite 'SELECT count(*) FROM anchor'").output == "1\n")
    try desk.appendCompany("later")
    #expect(try desk.run("status").output.contains(says))

    let unchecked = try desk.run("verify")
    #expect(unchecked.output.contains("DATED         not shown: \(says)"))
    #expect(unchecked.output.contains("its signature was not checked"))
    let checked = try desk.run("verify", "--tsa-ca", "ca.pem")
    #expect(checked.status == 0)
    #expect(checked.output.contains("DATED         shown: \(says)"))
    #expect(checked.output.contains("undated: the last 1"))
    let missed = try desk.run("verify", "--tsa-ca", "other.pem")
    #expect(missed.status == 1)
    #expect(missed.output.contains("DATED         MISSED: openssl verifies no time stamp"))
  }

  @Test(
    "Of the stamps of two authorities, that counts which is signed under the certificates given")
  func twoAuthorities() throws {
    #expect(try desk.run("anchor", "reply", "head.tsr").status == 0)
    try desk.appendCompany("later")
    #expect(try desk.bash("mv ca.pem first.pem").status == 0)
    try Authority.make(at: desk)
    #expect(try desk.run("anchor", "query", "-o", "second.tsq").status == 0)
    try Authority.answer("second.tsq", as: "second.tsr", at: desk)
    #expect(try desk.run("anchor", "reply", "second.tsr").status == 0)
    for (certificates, size) in [("first.pem", 2), ("ca.pem", 3)] {
      let checked = try desk.run("verify", "--tsa-ca", certificates)
      #expect(checked.status == 0, "\(certificates): \(checked.output)")
      #expect(checked.output.contains("DATED         shown: the first \(size) events stamped 20"))
    }
  }

  @Test("A stamp on something else, to another query, or under another authority is not taken in")
  func refused() throws {
    #expect(try desk.run("anchor", "query", "-o", "again.tsq").status == 0)
    let other = try desk.run("anchor", "reply", "head.tsr", "--query", "again.tsq")
    #expect(other.status == 65 && other.messages.contains("it answers a query other than"))
    #expect(try desk.run("anchor", "reply", "head.tsr", "--tsa-ca", "other.pem").status == 1)
    #expect(try desk.run("anchor", "reply", "head.tsr", "--tsa-ca", "none.pem").status == 66)
    #expect(try desk.run("anchor", "reply", "head.checkpoint").status == 65)
    #expect(
      try desk.bash("openssl ts -query -data head.tsq -sha256 -cert -out foreign.tsq").status == 0)
    try Authority.answer("foreign.tsq", as: "foreign.tsr", at: desk)
    let foreign = try desk.run("anchor", "reply", "foreign.tsr")
    #expect(
      foreign.status == 65 && foreign.messages.contains("does not cover a checkpoint of this log"))
    #expect(try desk.bash("sqlite3 stance.sqlite 'SELECT count(*) FROM anchor'").output == "0\n")
  }

  @Test("A kept stamp comes out with the very bytes that it stamps, which openssl takes")
  func exported() throws {
    let never = try desk.run("anchor", "export", "-o", "out.tsr")
    #expect(never.status == 66 && never.messages.contains("this log has no time stamp"))
    #expect(try desk.run("anchor", "reply", "head.tsr").status == 0)
    try desk.appendCompany("later")
    let uncovered = try desk.run("anchor", "export", "3", "-o", "out.tsr")
    #expect(uncovered.status == 66 && uncovered.messages.contains("covers position 3 yet"))

    #expect(try desk.run("checkpoint", "-o", "later.checkpoint").status == 0)
    #expect(try desk.run("anchor", "query", "-o", "later.tsq").status == 0)
    try Authority.answer("later.tsq", as: "later.tsr", at: desk)
    #expect(try desk.run("anchor", "reply", "later.tsr").status == 0)
    for (event, stamped) in [([], "later"), (["3"], "later"), (["1"], "head")] {
      #expect(try desk.run(["anchor", "export"] + event + ["-o", "out.tsr"]).status == 0)
      let same = "cmp out.tsr \(stamped).tsr && cmp out.note \(stamped).checkpoint"
      #expect(try desk.bash(same).status == 0)
      let verified = "openssl ts -verify -data out.note -in out.tsr -CAfile ca.pem"
      #expect(try desk.bash(verified).status == 0)
    }
  }

  @Test("A kept stamp that was moved to another checkpoint is found")
  func moved() throws {
    #expect(try desk.run("anchor", "reply", "head.tsr").status == 0)
    try desk.appendCompany("later")
    let sql = """
      CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'anchor_no_update';
      DROP TRIGGER anchor_no_update; UPDATE anchor SET size = 3;
      """
    #expect(try desk.bash("sqlite3 stance.sqlite \"\(sql)\"").status == 0)
    let restore = "sqlite3 stance.sqlite \"$(sqlite3 stance.sqlite 'SELECT sql FROM kept');\""
    #expect(try desk.bash("\(restore) && sqlite3 stance.sqlite 'DROP TABLE kept'").status == 0)
    let verified = try desk.run("verify")
    #expect(verified.status == 1)
    #expect(verified.output.contains("a time stamp for the checkpoint at 3 does not cover it"))
    #expect(verified.output.contains("DATED         REFUTED"))
  }
}

/// A time-stamping authority that `openssl` plays.
enum Authority {
  static let openssl = ["/usr/bin/openssl", "/bin/openssl"].first(
    where: FileManager.default.isExecutableFile)

  /// Makes the authority's keys and certificates, and those of another one.
  static func make(at desk: Desk) throws {
    let script = """
      cat > tsa.cnf <<'END'
      [tsa]
      serial = serial
      digests = sha256
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      ess_cert_id_alg = sha256
      tsa_name = yes
      [stamps]
      extendedKeyUsage = critical,timeStamping
      END
      echo 01 > serial
      new="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
      openssl req -x509 $new -keyout ca.key -out ca.pem -subj '/CN=Example Root' -days 2
      openssl req -x509 $new -keyout other.key -out other.pem -subj '/CN=Other' -days 2
      openssl req $new -keyout tsa.key -out tsa.csr -subj '/O=Example Trust/CN=Example Time Stamps'
      openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
        -extfile tsa.cnf -extensions stamps -out tsa.pem
      """
    let made = try desk.bash(script)
    #expect(made.status == 0, "\(made.messages)")
  }

  /// Answers a query.
  static func answer(_ query: String, as reply: String, at desk: Desk) throws {
    let answered = try desk.bash(
      """
      openssl ts -reply -config tsa.cnf -section tsa -queryfile \(query) -signer tsa.pem \
        -inkey tsa.key -out \(reply)
      """)
    #expect(answered.status == 0, "\(answered.messages)")
  }
}
