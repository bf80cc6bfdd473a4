import Glibc

/// Which file it is, whatever its names are: a number on a device.
package struct FileIdentity: Hashable, Sendable {
  /// The device as the system numbers it.
  package let device: UInt64
  /// The inode on the device.
  package let inode: UInt64

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// What the system knows about a file without opening it.
package struct FileStatus: Hashable, Sendable {
  /// What it is.
  package enum Kind: Hashable, Sendable {
    case file, folder
    /// A device, a pipe or a socket.
    case stream
  }

  /// What it is.
  package let kind: Kind
  /// How long it is, in bytes.
  package let size: Int64
  /// Which file it is.
  package let identity: FileIdentity
  /// How many names it has.
  package let links: Int
  /// Whether it is this user's own, or the user is the superuser, to whom all are.
  package let isOwn: Bool
  /// The number of the user whose it is.
  package let owner: UInt32
  /// What its owner, its group and others may do with it.
  package let permissions: UInt32
  /// Whether only its owner may do anything with it.
  package var isPrivate: Bool { permissions & 0o077 == 0 }
  /// When it was last changed, in seconds and nanoseconds.
  private let changed: [Int64]
  /// A text that is another one after the file was written to.
  package var version: String { ([size] + changed).map(\.description).joined(separator: ".") }

  /// Looks at a file.
  package init(of path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(path) }
    self.init(status)
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .stream
      }
    size = Int64(status.st_size)
    identity = FileIdentity(status)
    links = Int(status.st_nlink)
    isOwn = geteuid() == 0 || status.st_uid == geteuid()
    owner = status.st_uid
    permissions = status.st_mode & 0o777
    changed = [Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
  }

  /// Looks at a file; nil if there is none.
  package static func ifThere(_ path: String) throws(FileError) -> FileStatus? {
    do {
      return try FileStatus(of: path)
    } catch  where error.cause == .notFound {
      return nil
    }
  }
}

/// Whether this user may read a file.
package func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

/// Whether this user may write a file, or make files in a folder.
package func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }
