// Grants every lock and takes none, as a file system without locks does.
//
// Preloaded (LD_PRELOAD) by Tools/checks/torture/run, so that a check that has to notice what
// comes of it can be tested.
#include "interpose.h"

static int is_lock(int command) { return command == F_SETLK || command == F_SETLKW; }

int fcntl(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  // Every third argument, be it a number or an address, passes through one register.
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return is_lock(command) ? 0 : NEXT(fcntl)(file, command, argument);
}

int fcntl64(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return is_lock(command) ? 0 : NEXT(fcntl64)(file, command, argument);
}
