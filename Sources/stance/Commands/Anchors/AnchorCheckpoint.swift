import ArgumentParser

/// `stance anchor`: has a time-stamping authority say when a signed head existed.
struct AnchorCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Have an authority stamp the last signed head with the time (RFC 3161).",
    discussion: """
      EXAMPLES
        stance anchor query -o head.tsq              what to ask the authority
        curl -H 'Content-Type: application/timestamp-query' \\
          --data-binary @head.tsq URL > head.tsr
        stance anchor reply head.tsr                 keeps its answer in the log
        stance verify --tsa-ca ca.pem                checks it with openssl
        stance anchor export -o stamped.tsr          with what it stamps

      A stamp shows that every event up to the head existed by the time that the
      authority names. Only a hash leaves this machine, and only if you send it.
      """,
    subcommands: [AnchorQuery.self, AnchorReply.self, AnchorExport.self])
}
