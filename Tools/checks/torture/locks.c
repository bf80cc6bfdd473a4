// Looks at each write into a log's own file, which in WAL mode is a page moved there: which lock does
// the program hold at that instant?
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run. Set by the environment:
//
//   TORTURE_FOLDER  the folder of the log
//   TORTURE_LOG     the whole path of the log's file
//   TORTURE_NOTE    a file that a letter is written to for each write:
//                   w  under the write lock of the write-ahead log: no one else commits
//                   x  under the exclusive lock on the file: no one else has it open
//                   -  under neither
//                   and one if a file is closed beside the one on which the program holds locks,
//                   for that gives them up (POSIX):
//                   c  the log's file or its index
//
// The locks are bytes that SQLite locks by fcntl (sqlite.org/walformat.html 2.3, os_unix.c).
#include "interpose.h"

#include <stdatomic.h>
#include <sys/syscall.h>

#define WRITE_LOCK 120
#define OPEN_LOCK 128
#define SHARED_FIRST 0x40000002

static atomic_int holds_write_lock, holds_file;
// The open files on which the locks are, or -1.
static atomic_int locked_log = -1, locked_index = -1;

static int covers(const struct flock *lock, off_t byte) {
  return lock->l_start <= byte && (lock->l_len == 0 || byte < lock->l_start + lock->l_len);
}

static int is_log(const char *path) { return path[0] && strcmp(path, setting("TORTURE_LOG")) == 0; }

static int is_index(const char *path) {
  size_t length = strlen(setting("TORTURE_LOG"));
  return strncmp(path, setting("TORTURE_LOG"), length) == 0 && strcmp(path + length, "-shm") == 0;
}

static void take(int file, const struct flock *lock) {
  char buffer[PATH_MAX + 1];
  const char *path = path_of(file, buffer);
  if (is_index(path) && covers(lock, WRITE_LOCK)) holds_write_lock = lock->l_type == F_WRLCK;
  if (is_log(path) && covers(lock, SHARED_FIRST)) holds_file = lock->l_type == F_WRLCK;
  if (is_log(path) && covers(lock, SHARED_FIRST))
    locked_log = lock->l_type == F_UNLCK ? -1 : file;
  // From its opening to its closing, a connection holds a lock on the last of these bytes.
  if (is_index(path) && covers(lock, OPEN_LOCK)) locked_index = lock->l_type == F_UNLCK ? -1 : file;
}

static void tell(const char *letter) {
  long note =
      syscall(SYS_openat, AT_FDCWD, setting("TORTURE_NOTE"), O_CREAT | O_WRONLY | O_APPEND, 0600);
  if (note < 0 || syscall(SYS_write, note, letter, 1) != 1) abort();
  syscall(SYS_close, note);
}

static void note_write(int file) {
  char buffer[PATH_MAX + 1];
  if (is_log(path_of(file, buffer))) tell(holds_write_lock ? "w" : holds_file ? "x" : "-");
}

int close(int file) {
  char buffer[PATH_MAX + 1];
  const char *path = path_of(file, buffer);
  atomic_int *locked = is_log(path) ? &locked_log : is_index(path) ? &locked_index : NULL;
  if (locked && *locked >= 0 && *locked != file) tell("c");
  if (locked && *locked == file) *locked = -1;
  return NEXT(close)(file);
}

static int locked(int file, int command, void *argument, int result) {
  if (result == 0 && (command == F_SETLK || command == F_SETLKW)) take(file, argument);
  return result;
}

// Every third argument, be it a number or an address, passes through one register.
static void *third(va_list arguments) { return va_arg(arguments, void *); }

int fcntl(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void *argument = third(arguments);
  va_end(arguments);
  return locked(file, command, argument, NEXT(fcntl)(file, command, argument));
}

int fcntl64(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void *argument = third(arguments);
  va_end(arguments);
  return locked(file, command, argument, NEXT(fcntl64)(file, command, argument));
}

ssize_t write(int file, const void *bytes, size_t count) {
  note_write(file);
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  note_write(file);
  return NEXT(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  note_write(file);
  return NEXT(pwrite64)(file, bytes, count, offset);
}
