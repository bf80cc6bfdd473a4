import Glibc

/// Makes a folder, and those above it that are missing; a new one is on the disk when this returns.
///
/// - Parameters:
///   - path: the folder.
///   - isPrivate: whether only its owner may look into a new one.
/// - Throws: ``OutputError``.
package func makeFolder(_ path: String, isPrivate: Bool = false) throws(OutputError) {
  if try madeFolder(path, isPrivate: isPrivate) { return }
  try makeFolder(directory(of: path), isPrivate: isPrivate)
  guard try madeFolder(path, isPrivate: isPrivate) else { throw .uncreated(FileError(path)) }
}

/// Whether the folder exists now; false if one above it is missing.
private func madeFolder(_ path: String, isPrivate: Bool) throws(OutputError) -> Bool {
  if mkdir(path, isPrivate ? 0o700 : 0o755) == 0 {
    try synchronizeFolder(directory(of: path))
    return true
  }
  let error = FileError(path)
  switch error.cause {
  case .alreadyThere: return true
  case .notFound where directory(of: path) != path: return false
  default: throw .uncreated(error)
  }
}

/// The names in a folder, sorted; none if there is no such folder.
///
/// - Throws: ``FileError`` if it cannot be read.
package func fileNames(in folder: String) throws(FileError) -> [String] {
  guard let stream = opendir(folder) else {
    if errno == ENOENT { return [] }
    throw FileError(folder)
  }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        String(cString: $0)
      }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Waits until the names in a folder are on the disk.
package func synchronizeFolder(_ path: String) throws(OutputError) {
  do {
    try synchronize(path)
  } catch {
    throw .unwritten(error)
  }
}

/// Removes a folder with all that is in it, and follows no link; it is not an error if there is none.
package func removeFolder(_ path: String) {
  for name in (try? fileNames(in: path)) ?? [] {
    var status = stat()
    let inner = "\(path)/\(name)"
    guard lstat(inner, &status) == 0 else { continue }
    if status.st_mode & S_IFMT == S_IFDIR { removeFolder(inner) } else { removeFile(inner) }
  }
  rmdir(path)
}

/// The folder for temporary files, which the environment names (TMPDIR).
func temporaryPlace() -> String {
  let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
  return given.isEmpty ? "/tmp" : given
}

/// A temporary folder, which is removed with its last user.
package final class TemporaryFolder {
  private let path: String
  private var files: [String] = []
  private var isKept = false

  /// Makes a folder that only its owner may look into, in the place for temporary files.
  package init() throws(OutputError) {
    var template = Array("\(temporaryPlace())/stance-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .uncreated(FileError("a temporary folder")) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file into it; answers its path.
  package func write(_ bytes: [UInt8], to name: String) throws(OutputError) -> String {
    let file = "\(path)/\(name)"
    files.append(file)
    try OutputFile.write(bytes, to: file)
    return file
  }

  /// Leaves the folder and its files where they are.
  package func keep() { isKept = true }

  deinit {
    if isKept { return }
    for file in files { removeFile(file) }
    rmdir(path)
  }
}
