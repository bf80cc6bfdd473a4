/// Appending a whole file, against inserting the same rows.
enum BulkAppend {
  /// `ours` is how long `stance append --from` took, from start to end of the process.
  static func measure(
    _ log: RawDatabase, copy: RawCopy, events: Int, ours: Duration
  ) throws -> Measurement {
    let floor = try copy.insertAll(upTo: Int64(events))
    return Measurement(
      name: "append --from, whole file", ours: rate(events, in: ours),
      floor: rate(events, in: floor), ratio: floor / ours, target: .atLeast(0.5))
  }
}
