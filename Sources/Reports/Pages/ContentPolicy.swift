/// The content-security policies of pages in files of their own: what a browser may load and run in them.
///
/// A page in a file of its own admits its style and its script by their hashes (CSP Level 3 §8.1),
/// so that nothing recorded can bring in another. The hashes are constants, because this target
/// has no hash function; a test computes them anew and names the new one when a text has changed.
package enum ContentPolicy {
  /// The policy of a file with a style and no script.
  package static let file = nothing + "; style-src 'sha256-\(styleHash)'"
  /// The policy of a file with a style and the script of the replay.
  package static let replayedFile = file + "; script-src 'sha256-\(scriptHash)'"

  /// SHA-256 of ``StyleSheet/text`` in base64.
  static let styleHash = "dajlJjX+NX2hC+jzc13UuqRXWvgwDC868lfWQ7gcSO8="
  /// SHA-256 of ``ReplayScript/text`` in base64.
  static let scriptHash = "uXIWkSeVSIiCasjXFFv/Rx0nbMIXWf/BSyhfBwhVqy8="

  private static let nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
}
