// Writes down what a program does to the files of one folder, call by call, so that the disk can be
// put together as it was at any moment: what had been made durable, and any part of the rest.
//
// Preloaded (LD_PRELOAD) by Tools/torture. Told by the environment:
//
//   TORTURE_FOLDER  the folder; also taken down is what goes to standard output
//   TORTURE_TRACE   the file to write to: records of a letter, three numbers of eight bytes (the
//                   lengths of two names or of a name and of data, and an offset), and the two
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

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

// Whether a whole path is the folder's or that of something in it.
static int is_in_folder(const char *path) {
  const char *folder = setting("TORTURE_FOLDER");
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 &&
         (path[length] == '/' || path[length] == 0);
}

// The whole path, or an empty one where it does not lie in the folder.
static const char *inside(const char *path, char *absolute) {
  char here[PATH_MAX] = "";
  if (path[0] != '/' && !getcwd(here, sizeof here)) return "";
  snprintf(absolute, PATH_MAX * 2, path[0] == '/' ? "%s%s" : "%s/%s", here, path);
  return is_in_folder(absolute) ? absolute : "";
}

static const char *path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX);
  if (length < 0) return "";
  path[length] = 0;
  return is_in_folder(path) ? path : "";
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

static mode_t mode_of(int flags, va_list arguments) {
  int creates = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
  return creates ? va_arg(arguments, mode_t) : 0;
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

int link(const char *from, const char *to) {
  int result = NEXT(link)(from, to);
  if (result == 0) note_paths('l', from, to);
  return result;
}
