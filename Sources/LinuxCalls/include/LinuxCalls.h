// The calls of Linux that Swift's module of the C library leaves out.

#ifndef LINUX_CALLS_H
#define LINUX_CALLS_H

// Gives a file another name in one step, unless there is one of that name: renameat2(2) with
// RENAME_NOREPLACE. Returns 0, or -1 and sets errno; EINVAL if the file system cannot do so.
int linux_rename_exclusively(const char *path, const char *name);

#endif
