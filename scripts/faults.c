// Lets one call of the C library that changes files fail, as a full or a broken disk would: the FAULT_AT-th,
// counted from 1, with the error FAULT_ERRNO; with FAULT_STAYS=1 all later ones as well.
// cc -shared -fPIC -o faults.so faults.c -ldl; LD_PRELOAD=faults.so FAULT_AT=7 FAULT_ERRNO=28 program
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int fails(void) {
  const char *at = getenv("FAULT_AT"), *number = getenv("FAULT_ERRNO");
  if (!at || !number) return 0;
  long place = atol(at), call = atomic_fetch_add(&calls, 1) + 1;
  if (call != place && !(call > place && getenv("FAULT_STAYS"))) return 0;
  errno = atoi(number);
  return 1;
}

#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

// what goes to the terminal is no file of ours
ssize_t write(int file, const void *bytes, size_t count) {
  return file > 2 && fails() ? -1 : NEXT(write)(file, bytes, count);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  return fails() ? -1 : NEXT(pwrite64)(file, bytes, count, offset);
}
int fsync(int file) { return fails() ? -1 : NEXT(fsync)(file); }
int fdatasync(int file) { return fails() ? -1 : NEXT(fdatasync)(file); }
int rename(const char *from, const char *to) { return fails() ? -1 : NEXT(rename)(from, to); }
int link(const char *from, const char *to) { return fails() ? -1 : NEXT(link)(from, to); }
int linkat(int from, const char *name, int to, const char *other, int flags) {
  return fails() ? -1 : NEXT(linkat)(from, name, to, other, flags);
}
int mkdir(const char *path, mode_t mode) { return fails() ? -1 : NEXT(mkdir)(path, mode); }
int unlink(const char *path) { return fails() ? -1 : NEXT(unlink)(path); }
