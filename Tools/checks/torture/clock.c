// Steps the clock that says what day it is, while the one that measures spans of time continues.
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run. Set by the environment:
//
//   TORTURE_CLOCK  a file with a number: the milliseconds to add from now on
#include "interpose.h"

#include <sys/syscall.h>
#include <time.h>

static long long added(void) {
  char text[32] = "";
  long file = syscall(SYS_openat, AT_FDCWD, setting("TORTURE_CLOCK"), O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  long count = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  return count > 0 ? atoll(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = NEXT(clock_gettime)(clock, time);
  if (result != 0 || clock != CLOCK_REALTIME) return result;
  long long milliseconds = added() + time->tv_nsec / 1000000;
  long long seconds = milliseconds >= 0 ? milliseconds / 1000 : -((999 - milliseconds) / 1000);
  time->tv_sec += seconds;
  time->tv_nsec = time->tv_nsec % 1000000 + (milliseconds - seconds * 1000) * 1000000;
  return 0;
}
