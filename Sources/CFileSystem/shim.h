// Calls of Linux that glibc shows only to programs that ask for GNU extensions, as Swift does not.
#ifndef TONGHOP_FILE_SYSTEM_H
#define TONGHOP_FILE_SYSTEM_H

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Two names change places in one step, so that neither is ever missing; 0, or -1 with errno.
static inline int file_system_exchange(const char *one, const char *other) {
  const unsigned int exchange = 1u << 1;  // RENAME_EXCHANGE
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
}

// A new file in a folder that has no name, gone with whoever has it open; -1 with errno, also where the
// file system knows no such files.
static inline int file_system_unnamed(const char *folder, mode_t mode) {
  return open(folder, __O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

// A regular file, opened to be read; -1 with errno, EINVAL where something else stands. To open a pipe
// would be to wait until somebody writes to it.
static inline int file_system_open_regular(const char *path) {
  const int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || (fstat(file, &status) == 0 && S_ISREG(status.st_mode))) return file;
  close(file);
  errno = EINVAL;
  return -1;
}

// Everything that waits for the disk of an open file is brought there; 0, or -1 with errno.
static inline int file_system_sync(int file) { return (int)syscall(SYS_syncfs, file); }

#endif
