import Glibc

/// A new file that is complete and on the disk before it has the name by which others find it.
///
/// It grows under a name of its own and can then only be read; it is removed if it gets no other.
package final class StagedFile {
  private let path: String
  private var file: OpenFile?
  private var isNamed = false

  /// Begins a file in a folder that exists.
  ///
  /// - Parameters:
  ///   - folder: the folder, on the file system where the file is to stay.
  ///   - number: tells the files that this program stages at once from each other.
  /// - Throws: ``OutputError``.
  package init(in folder: String, number: Int) throws(OutputError) {
    path = growingPath(for: "\(folder)/\(number)")
    // Left by a program of the same number that was killed.
    removeFile(path)
    do {
      file = try OpenFile(path, for: .creating(.ownersOnly))
    } catch {
      throw .uncreated(error)
    }
  }

  deinit {
    if !isNamed { removeFile(path) }
  }

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try file?.write(bytes)
    } catch {
      throw .unwritten(error)
    }
  }

  /// Waits until the bytes are on the disk, after which nobody writes to them.
  package func finish() throws(OutputError) {
    guard let file else { return }
    // Of some file systems no file has permissions of its own.
    fchmod(file.descriptor, 0o444)
    do {
      try file.synchronize()
    } catch {
      throw .unwritten(error)
    }
    self.file = nil
  }

  /// Gives it its name and waits until that is on the disk; `replacing` says whether a file that has
  /// the name gives way.
  ///
  /// - Returns: false if another has the name and stays.
  /// - Throws: ``OutputError``.
  package func name(_ name: String, replacing: Bool) throws(OutputError) -> Bool {
    do {
      if replacing { try move(path, to: name) } else { try moveExclusively(path, to: name) }
    } catch  where error.cause == .alreadyThere {
      return false
    } catch {
      throw .uncreated(error)
    }
    isNamed = true
    try synchronizeFolder(directory(of: name))
    // A file that moves from one folder to another changes both.
    try synchronizeFolder(directory(of: path))
    return true
  }
}

/// Removes a folder that has nothing in it; it is not an error if it has, or is not there.
package func removeEmptyFolder(_ path: String) { rmdir(path) }
