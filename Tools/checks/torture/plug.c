// Writes down what a program does to the files of one folder, call by call, so that the disk can be
// reconstructed as of any moment: what had been made durable, and any part of the rest.
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run. Set by the environment:
//
//   TORTURE_FOLDER  the folder; also taken down is what goes to standard output
//   TORTURE_TRACE   the file to write to: records of a letter, three numbers of eight bytes (the
//                   lengths of two names or of a name and of data, and an offset), and the two
#include "interpose.h"

#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

// One record, in one call, so that those of several programs do not mix.
static void note(char what, const char *name, const void *more, uint64_t length, uint64_t offset) {
  uint64_t numbers[3] = {strlen(name), length, offset};
  struct iovec parts[4] = {
      {&what, 1}, {numbers, sizeof numbers}, {(void *)name, numbers[0]}, {(void *)more, length}};
  long trace =
      syscall(SYS_openat, AT_FDCWD, setting("TORTURE_TRACE"), O_CREAT | O_WRONLY | O_APPEND, 0600);
  if (trace < 0) abort();
  if (syscall(SYS_writev, trace, parts, 4) < 0) abort();
  syscall(SYS_close, trace);
}

static void note_file(char what, int file, const void *bytes, ssize_t count, uint64_t offset) {
  char buffer[PATH_MAX + 1];
  const char *path = path_of(file, buffer);
  if (count >= 0 && path[0]) note(what, path, bytes, count, offset);
}

static void note_path(char what, const char *path) {
  char buffer[PATH_MAX * 2];
  const char *absolute = inside(path, buffer);
  if (absolute[0]) note(what, absolute, NULL, 0, 0);
}

static void note_paths(char what, const char *from, const char *to) {
  char first[PATH_MAX * 2], second[PATH_MAX * 2];
  const char *old = inside(from, first), *new = inside(to, second);
  if (old[0] && new[0]) note(what, old, new, strlen(new), 0);
}

ssize_t write(int file, const void *bytes, size_t count) {
  ssize_t written = NEXT(write)(file, bytes, count);
  if (file == STDOUT_FILENO && written > 0) note('a', "", NULL, 0, 0);
  off_t end = lseek(file, 0, SEEK_CUR);
  if (end >= 0) note_file('w', file, bytes, written, end - written);
  return written;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  ssize_t written = NEXT(pwrite)(file, bytes, count, offset);
  note_file('w', file, bytes, written, offset);
  return written;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  ssize_t written = NEXT(pwrite64)(file, bytes, count, offset);
  note_file('w', file, bytes, written, offset);
  return written;
}

int ftruncate(int file, off_t length) {
  int result = NEXT(ftruncate)(file, length);
  if (result == 0) note_file('t', file, NULL, 0, length);
  return result;
}

int ftruncate64(int file, off64_t length) {
  int result = NEXT(ftruncate64)(file, length);
  if (result == 0) note_file('t', file, NULL, 0, length);
  return result;
}

int fsync(int file) {
  int result = NEXT(fsync)(file);
  if (result == 0) note_file('s', file, NULL, 0, 0);
  return result;
}

int fdatasync(int file) {
  int result = NEXT(fdatasync)(file);
  if (result == 0) note_file('s', file, NULL, 0, 0);
  return result;
}

static int opened(int file, const char *path, int flags, int was_there) {
  if (file >= 0 && flags & O_CREAT && !was_there) note_path('c', path);
  if (file >= 0 && flags & O_TRUNC) note_file('t', file, NULL, 0, 0);
  return file;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  int was_there = access(path, F_OK) == 0;
  return opened(NEXT(open)(path, flags, mode), path, flags, was_there);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  int was_there = access(path, F_OK) == 0;
  return opened(NEXT(open64)(path, flags, mode), path, flags, was_there);
}

int mkdir(const char *path, mode_t mode) {
  int result = NEXT(mkdir)(path, mode);
  if (result == 0) note_path('m', path);
  return result;
}

int unlink(const char *path) {
  int result = NEXT(unlink)(path);
  if (result == 0) note_path('u', path);
  return result;
}

int rename(const char *from, const char *to) {
  int result = NEXT(rename)(from, to);
  if (result == 0) note_paths('r', from, to);
  return result;
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
              unsigned int flags) {
  int result = NEXT(renameat2)(from_folder, from, to_folder, to, flags);
  if (result == 0) note_paths('r', from, to);
  return result;
}

int link(const char *from, const char *to) {
  int result = NEXT(link)(from, to);
  if (result == 0) note_paths('l', from, to);
  return result;
}
