// Makes one call of a program fail, so that what the program does about it can be seen.
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run; counts the calls of one kind on files of one folder and
// fails the k-th, or all from the k-th on. Set by the environment:
//
//   TORTURE_FOLDER  the folder; calls on other files and on pipes are neither counted nor failed
//   TORTURE_CALL    write, sync, open, rename, read, stat, unlink, map, close, or memory: allocations,
//                   wherever they are made
//   TORTURE_AT      which call, from 1
//   TORTURE_ERROR   the number of the error, 0 to write half of what was asked for, or -1 to kill
//                   the program before the call
//   TORTURE_LASTS   1 if all later calls of the kind fail as well
//   TORTURE_NOTE    a file that is made when a call has been failed
//   TORTURE_COUNT   a file to which the number of calls is written at the end, or none
#include "interpose.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>

enum outcome { PASS, FAIL, HALF };

static atomic_int calls;

__attribute__((destructor)) static void tell(void) {
  if (!setting("TORTURE_COUNT")[0]) return;
  char text[16];
  int length = snprintf(text, sizeof text, "%d", atomic_load(&calls));
  long file =
      syscall(SYS_openat, AT_FDCWD, setting("TORTURE_COUNT"), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file < 0 || syscall(SYS_write, file, text, length) != length) abort();
  syscall(SYS_close, file);
}

static int is_inside(const char *path) {
  char absolute[PATH_MAX * 2];
  return inside(path, absolute)[0] != 0;
}

static int is_open_inside(int file) {
  char path[PATH_MAX + 1];
  return path_of(file, path)[0] != 0;
}

static int is_asked(const char *call) { return strcmp(call, setting("TORTURE_CALL")) == 0; }

// Counts one call and says what becomes of it; `errno` is set if it fails.
static enum outcome judge(const char *call) {
  if (!is_asked(call)) return PASS;
  int number = atomic_fetch_add(&calls, 1) + 1, at = atoi(setting("TORTURE_AT"));
  int lasts = atoi(setting("TORTURE_LASTS"));
  if (number < at || (number > at && !lasts)) return PASS;
  long note = syscall(SYS_openat, AT_FDCWD, setting("TORTURE_NOTE"), O_CREAT | O_WRONLY, 0600);
  if (note >= 0) syscall(SYS_close, note);
  int error = atoi(setting("TORTURE_ERROR"));
  if (error < 0) kill(getpid(), SIGKILL);
  errno = error;
  return error == 0 ? HALF : FAIL;
}

static enum outcome judge_file(const char *call, int file) {
  return is_asked(call) && is_open_inside(file) ? judge(call) : PASS;
}

static enum outcome judge_path(const char *call, const char *path) {
  return is_asked(call) && is_inside(path) ? judge(call) : PASS;
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
  return judge_path("open", path) == FAIL ? -1 : NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return judge_path("open", path) == FAIL ? -1 : NEXT(open64)(path, flags, mode);
}

int rename(const char *from, const char *to) {
  return judge_path("rename", to) == FAIL ? -1 : NEXT(rename)(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to,
              unsigned int flags) {
  return judge_path("rename", to) == FAIL
             ? -1
             : NEXT(renameat2)(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to) {
  return judge_path("rename", to) == FAIL ? -1 : NEXT(link)(from, to);
}

ssize_t read(int file, void *bytes, size_t count) {
  return judge_file("read", file) == FAIL ? -1 : NEXT(read)(file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  return judge_file("read", file) == FAIL ? -1 : NEXT(pread)(file, bytes, count, offset);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
  return judge_file("read", file) == FAIL ? -1 : NEXT(pread64)(file, bytes, count, offset);
}

#define LOOK(name, subject, judgement, buffer)          \
  int name(subject, struct buffer *found) {             \
    return judgement == FAIL ? -1 : NEXT(name)(of, found); \
  }

LOOK(stat, const char *of, judge_path("stat", of), stat)
LOOK(stat64, const char *of, judge_path("stat", of), stat64)
LOOK(lstat, const char *of, judge_path("stat", of), stat)
LOOK(lstat64, const char *of, judge_path("stat", of), stat64)
LOOK(fstat, int of, judge_file("stat", of), stat)
LOOK(fstat64, int of, judge_file("stat", of), stat64)

int access(const char *path, int mode) {
  return judge_path("stat", path) == FAIL ? -1 : NEXT(access)(path, mode);
}

int unlink(const char *path) {
  return judge_path("unlink", path) == FAIL ? -1 : NEXT(unlink)(path);
}

int remove(const char *path) {
  return judge_path("unlink", path) == FAIL ? -1 : NEXT(remove)(path);
}

void *mmap(void *at, size_t length, int protection, int flags, int file, off_t offset) {
  if (file >= 0 && judge_file("map", file) == FAIL) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, at, length, protection, flags, file, offset);
}

void *mmap64(void *at, size_t length, int protection, int flags, int file, off64_t offset) {
  return mmap(at, length, protection, flags, file, offset);
}

// The file is closed, as it is after a real failure.
int close(int file) {
  enum outcome outcome = judge_file("close", file);
  int error = errno, result = NEXT(close)(file);
  if (outcome != FAIL) return result;
  errno = error;
  return -1;
}

// The library's own allocator by its other names: finding the next one (dlsym) allocates.
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

static int is_refused(void) { return judge("memory") == FAIL; }

void *malloc(size_t size) { return is_refused() ? NULL : __libc_malloc(size); }

void *calloc(size_t count, size_t size) {
  return is_refused() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
  return is_refused() ? NULL : __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  return is_refused() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (is_refused()) return ENOMEM;
  *memory = __libc_memalign(alignment, size);
  return *memory ? 0 : ENOMEM;
}

// libdispatch waits a second for memory and asks again, for ever where none comes back: it is told
// that there is none, and the program ends as it does wherever Swift gets none.
unsigned int sleep(unsigned int seconds) {
  if (is_asked("memory") && atoi(setting("TORTURE_LASTS")) &&
      atomic_load(&calls) >= atoi(setting("TORTURE_AT")))
    abort();
  return NEXT(sleep)(seconds);
}
