import Glibc
import LinuxCalls

/// The folder that holds a path.
package func directory(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path that does not depend on the working folder, and that no program takes for an address: it
/// begins with a slash.
package func absolutePath(_ path: String) -> String {
  guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
  defer { free(folder) }
  return "\(String(cString: folder))/\(path)"
}

/// The absolute path of a file without any symbolic link in it, beside which other programs find what
/// belongs to it.
package func realPath(_ path: String) throws(FileError) -> String {
  guard let resolved = realpath(path, nil) else { throw FileError(path) }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The path of what belongs to a file and is beside it, by whichever name the file is called: its real
/// path with an ending; the path as given while there is no such file.
package func companionPath(of path: String, _ ending: String) -> String {
  ((try? realPath(path)) ?? path) + ending
}

/// The path of a file beside another one, under its name with another ending.
package func siblingPath(of path: String, ending: String, as other: String) -> String {
  (path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path) + other
}

/// The name under which a file grows beside its place.
package func growingPath(for path: String) -> String { "\(path).\(getpid()).part" }

/// Whether a path with an ending still has a length that the file system and SQLite can have.
///
/// SQLite takes no path of more than 512 bytes (`MAX_PATHNAME` in its `os_unix.c`).
package func hasRoom(forEnding ending: String, after path: String) -> Bool {
  let name = path.split(separator: "/").last ?? ""
  let limit = pathconf(directory(of: path), Int32(_PC_NAME_MAX))
  let whole = path.hasPrefix("/") ? path.utf8.count : workingFolder.utf8.count + 1 + path.utf8.count
  return name.utf8.count + ending.utf8.count <= (limit > 0 ? limit : 255)
    && whole + ending.utf8.count < 512
}

/// The folder in which the program runs.
private var workingFolder: String {
  guard let path = getcwd(nil, 0) else { return "" }
  defer { free(path) }
  return String(cString: path)
}

/// Gives a file another name, unless there is a file of that name already.
///
/// In one step, so that a program that ends meanwhile never leaves it under both: a log is refused
/// then. Only a file system that cannot do so (`renameat2(2)`, `EINVAL`) takes two.
package func moveExclusively(_ path: String, to name: String) throws(FileError) {
  guard linux_rename_exclusively(path, name) != 0 else { return }
  guard errno == EINVAL || errno == ENOSYS else { throw FileError(name) }
  if link(path, name) == 0 {
    removeFile(path)
    return
  }
  let error = FileError(name)
  // A file system without links.
  guard [.noPermission, .noLinks].contains(error.cause) else { throw error }
  guard try FileStatus.ifThere(name) == nil else {
    errno = EEXIST
    throw FileError(name)
  }
  try move(path, to: name)
}

/// Gives a file another name; a file that has it is replaced at once.
package func move(_ path: String, to name: String) throws(FileError) {
  guard rename(path, name) == 0 else { throw FileError(name) }
}

/// Removes a file; it is not an error if there is none.
///
/// - Returns: whether it was there and is gone now.
@discardableResult
package func removeFile(_ path: String) -> Bool { unlink(path) == 0 }

/// Waits until a file, or the names in a folder, are on the disk.
package func synchronize(_ path: String) throws(FileError) {
  try OpenFile(path, for: .reading).synchronize()
}
