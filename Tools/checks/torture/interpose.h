// What the preloaded libraries share: the call that is being replaced, what the
// environment says, and which files are in the folder that is looked at.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static inline const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

// Whether a whole path is the folder's or that of something in it.
static inline int is_in_folder(const char *path) {
  const char *folder = setting("TORTURE_FOLDER");
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 &&
         (path[length] == '/' || path[length] == 0);
}

// The whole path, or an empty one if it is not in the folder.
static inline const char *inside(const char *path, char *absolute) {
  char here[PATH_MAX] = "";
  if (path[0] != '/' && !getcwd(here, sizeof here)) return "";
  snprintf(absolute, PATH_MAX * 2, path[0] == '/' ? "%s%s" : "%s/%s", here, path);
  return is_in_folder(absolute) ? absolute : "";
}

// The path of an open file, or an empty one; a pipe's is not a path: "pipe:[8]".
static inline const char *path_of(int file, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX);
  if (length < 0) return "";
  path[length] = 0;
  return is_in_folder(path) ? path : "";
}

// The mode of a file that a call makes; 0 if it makes none.
static inline mode_t mode_of(int flags, va_list arguments) {
  int creates = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
  return creates ? va_arg(arguments, mode_t) : 0;
}
