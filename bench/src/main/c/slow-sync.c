/* Loaded before the C library: each sync of a file takes so much longer, for every store in the process alike.
   SLOW_SYNC_MICROS  how much */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <time.h>

static void wait_as_a_disk_does(void) {
  const char *text = getenv("SLOW_SYNC_MICROS");
  long micros = text == NULL ? 0 : strtol(text, NULL, 10);
  struct timespec left = {micros / 1000000, micros % 1000000 * 1000};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) {
  }
}

static int slowly(const char *name, int fd) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = sync(fd);
  int error = errno;
  wait_as_a_disk_does();
  errno = error;
  return result;
}

int fsync(int fd) { return slowly("fsync", fd); }

int fdatasync(int fd) { return slowly("fdatasync", fd); }
