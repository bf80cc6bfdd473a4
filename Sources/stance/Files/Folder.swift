import EventLog
import Glibc

/// Makes a folder, and those above it that are missing; a new one is on the disk when this returns.
func makeFolder(_ path: String, mode: mode_t) throws(OutputError) {
  if mkdir(path, mode) == 0 { return try synchronizeDirectory(of: path) }
  if errno == EEXIST { return }
  guard errno == ENOENT, directory(of: path) != path else {
    throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }
  try makeFolder(directory(of: path), mode: mode)
  if mkdir(path, mode) == 0 { return try synchronizeDirectory(of: path) }
  guard errno == EEXIST else {
    throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
  }
}
