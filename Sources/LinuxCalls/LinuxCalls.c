#define _GNU_SOURCE
#include "LinuxCalls.h"

#include <fcntl.h>
#include <stdio.h>

int linux_rename_exclusively(const char *path, const char *name) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, name, RENAME_NOREPLACE);
}
