// Makes one call of a program fail, so that what the program does about it can be seen.
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run; counts the calls of one kind on files of one folder and
// fails the k-th, or all from the k-th on. Set by the environment:
//
//   TORTURE_FOLDER  the folder; calls on other files and on pipes are neither counted nor failed
//   TORTURE_CALL    write, sync, open or rename
//   TORTURE_AT      which call, from 1
//   TORTURE_ERROR   the number of the error, or 0 to write half of what was asked for
//   TORTURE_LASTS   1 if all later calls of the kind fail as well
//   TORTURE_NOTE    a file that is made when a call has been failed
#include "interpose.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/syscall.h>

enum outcome { PASS, FAIL, HALF };

static atomic_int calls;

static int is_inside(const char *path) {
  char absolute[PATH_MAX * 2];
  return inside(path, absolute)[0] != 0;
}

static int is_open_inside(int file) {
  char path[PATH_MAX + 1];
  return path_of(file, path)[0] != 0;
}

// Counts one call and says what becomes of it; `errno` is set if it fails.
static enum outcome judge(const char *call) {
  if (strcmp(call, setting("TORTURE_CALL")) != 0) return PASS;
  int number = atomic_fetch_add(&calls, 1) + 1, at = atoi(setting("TORTURE_AT"));
  int lasts = atoi(setting("TORTURE_LASTS"));
  if (number < at || (number > at && !lasts)) return PASS;
  long note = syscall(SYS_openat, AT_FDCWD, setting("TORTURE_NOTE"), O_CREAT | O_WRONLY, 0600);
  if (note >= 0) syscall(SYS_close, note);
  int error = atoi(setting("TORTURE_ERROR"));
  errno = error;
  return error == 0 ? HALF : FAIL;
}

static enum outcome judge_file(const char *call, int file) {
  return is_open_inside(file) ? judge(call) : PASS;
}

ssize_t write(int file, const void *bytes, size_t count) {
  enum outcome outcome = judge_file("write", file);
  if (outcome == FAIL) return -1;
  return NEXT(write)(file, bytes, outcome == HALF && count > 1 ? count / 2 : count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  enum outcome outcome = judge_file("write", file);
  if (outcome == FAIL) return -1;
  return NEXT(pwrite)(file, bytes, outcome == HALF && count > 1 ? count / 2 : count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  enum outcome outcome = judge_file("write", file);
  if (outcome == FAIL) return -1;
  return NEXT(pwrite64)(file, bytes, outcome == HALF && count > 1 ? count / 2 : count, offset);
}

int ftruncate(int file, off_t length) {
  return judge_file("write", file) == FAIL ? -1 : NEXT(ftruncate)(file, length);
}

int ftruncate64(int file, off64_t length) {
  return judge_file("write", file) == FAIL ? -1 : NEXT(ftruncate64)(file, length);
}

int fsync(int file) { return judge_file("sync", file) == FAIL ? -1 : NEXT(fsync)(file); }

int fdatasync(int file) { return judge_file("sync", file) == FAIL ? -1 : NEXT(fdatasync)(file); }

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return is_inside(path) && judge("open") == FAIL ? -1 : NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return is_inside(path) && judge("open") == FAIL ? -1 : NEXT(open64)(path, flags, mode);
}

int rename(const char *from, const char *to) {
  return is_inside(to) && judge("rename") == FAIL ? -1 : NEXT(rename)(from, to);
}

int link(const char *from, const char *to) {
  return is_inside(to) && judge("rename") == FAIL ? -1 : NEXT(link)(from, to);
}
