/*
 * Stands between a program and the disk, for tests: counts the calls that touch one folder, lets one of them
 * (or all from one on) fail with an error, and writes down what was written and synced. Loaded with LD_PRELOAD;
 * test/faults/shim.ts compiles it, arms it through a shared page and reads what it wrote.
 *
 *   SHIM_ROOT     the folder, without links in its path; calls on anything else pass untouched
 *   SHIM_CONTROL  a file of one page, mapped here and written by the test: struct control below
 *   SHIM_LOG      where records are written while control.log is 1: see say()
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

struct control {
  uint64_t calls;   /* calls met since it was armed */
  uint64_t fail_at; /* the call that fails, from 1; 0 for none */
  uint64_t failed;  /* calls made to fail */
  int32_t error;    /* errno */
  int32_t ever;     /* 1: every later call fails too */
  int32_t armed;    /* 0: calls are not counted */
  int32_t log;      /* 1: what is written is written down */
  char first[64];   /* the name of the first call that failed, and its path */
  char path[512];
  int32_t kinds;   /* which kinds of calls are counted and may fail: 1 writes, 2 reads, 4 looks */
};

static struct control idle;
static volatile struct control *control = &idle;
static const char *root;
static size_t root_length;
static int log_fd = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define FDS 65536
static char *names[FDS]; /* the path of each descriptor in the folder; null for all others */

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) _exit(97);
  return found;
}

static long raw(long number, long a, long b, long c, long d) {
  static long (*call)(long, ...);
  if (!call) call = (long (*)(long, ...))real("syscall");
  return call(number, a, b, c, d, 0L, 0L);
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("SHIM_ROOT");
  const char *page = getenv("SHIM_CONTROL");
  const char *log = getenv("SHIM_LOG");
  if (!root || !page) return;
  root_length = strlen(root);
  int fd = (int)raw(SYS_openat, AT_FDCWD, (long)page, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) _exit(98);
  void *map = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  raw(SYS_close, fd, 0, 0, 0);
  if (map == MAP_FAILED) _exit(98);
  control = map;
  if (log) log_fd = (int)raw(SYS_openat, AT_FDCWD, (long)log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int inside(const char *path) {
  return path && root_length && strncmp(path, root, root_length) == 0 &&
         (path[root_length] == '/' || path[root_length] == 0);
}

static const char *named(int fd) { return fd >= 0 && fd < FDS ? names[fd] : 0; }

/* The path that a call with a folder's descriptor means; null where it is none of ours. */
static const char *at(int folder, const char *path, char *space) {
  if (!path) return 0;
  if (path[0] == '/') return inside(path) ? path : 0;
  const char *base = named(folder);
  if (!base) return 0;
  snprintf(space, PATH_MAX, "%s/%s", base, path);
  return space;
}

static void track(int fd, const char *path) {
  if (fd < 0 || fd >= FDS) return;
  pthread_mutex_lock(&lock);
  free(names[fd]);
  names[fd] = path ? strdup(path) : 0;
  pthread_mutex_unlock(&lock);
}

/* What kind of call it is says which errors it may end in. */
enum kind { WRITES, READS, LOOKS };

/* Whether this call is to fail; errno is set then. A read is never told that the disk is full, nor a file that
 * is open that it may not be read. */
static int fails(enum kind kind, const char *call, const char *path) {
  if (!control->armed || !(control->kinds & 1 << kind)) return 0;
  int error = control->error;
  if (error == ENOSPC && kind != WRITES) return 0;
  if (error == EACCES && kind == READS) return 0;
  pthread_mutex_lock(&lock);
  uint64_t now = ++control->calls;
  uint64_t from = control->fail_at;
  int hit = from && (now == from || (control->ever && now > from));
  if (hit && control->failed++ == 0) {
    snprintf((char *)control->first, sizeof control->first, "%s", call);
    snprintf((char *)control->path, sizeof control->path, "%s", path);
  }
  pthread_mutex_unlock(&lock);
  if (hit) errno = error;
  return hit;
}

static void put(const void *data, size_t length) {
  const char *from = data;
  while (length > 0) {
    long put = raw(SYS_write, log_fd, (long)from, (long)length, 0);
    if (put <= 0) _exit(96);
    from += put;
    length -= (size_t)put;
  }
}

/* One record: its letter, a descriptor, two numbers, two texts (length first), then so many bytes of data. */
static void say(char what, int fd, int64_t a, int64_t b, const char *one, const char *two, const struct iovec *v,
                int parts) {
  if (!control->log || log_fd < 0) return;
  int kept = errno;
  uint32_t ones = one ? (uint32_t)strlen(one) : 0, twos = two ? (uint32_t)strlen(two) : 0, bytes = 0;
  char head[40] = {0};
  int32_t number = fd;
  for (int i = 0; i < parts; i++) bytes += (uint32_t)v[i].iov_len;
  head[0] = what;
  memcpy(head + 4, &number, 4);
  memcpy(head + 8, &a, 8);
  memcpy(head + 16, &b, 8);
  memcpy(head + 24, &ones, 4);
  memcpy(head + 28, &twos, 4);
  memcpy(head + 32, &bytes, 4);
  pthread_mutex_lock(&lock);
  put(head, sizeof head);
  put(one, ones);
  put(two, twos);
  for (int i = 0; i < parts; i++) put(v[i].iov_base, v[i].iov_len);
  pthread_mutex_unlock(&lock);
  errno = kept;
}

/* Opening */

static int opened(int folder, const char *path, int flags, mode_t mode) {
  char space[PATH_MAX];
  const char *name = at(folder, path, space);
  static int (*next)(int, const char *, int, ...);
  if (!next) next = (int (*)(int, const char *, int, ...))real("openat");
  if (!name) {
    int other = next(folder, path, flags, mode);
    if (named(other)) track(other, 0);
    return other;
  }
  const char *mark = strstr(name, "/@mark/");
  if (mark) {
    say('M', -1, 0, 0, mark + 7, 0, 0, 0);
    errno = ENOENT;
    return -1;
  }
  int writes = (flags & O_CREAT) || (flags & O_TRUNC);
  if (fails(writes ? WRITES : LOOKS, "open", name)) return -1;
  int fd = next(folder, path, flags, mode);
  if (fd < 0) return fd;
  track(fd, name);
  say('O', fd, flags & O_CREAT ? 1 : 0, flags & O_TRUNC ? 1 : 0, name, 0, 0, 0);
  return fd;
}

#define OPEN(name)                                   \
  int name(const char *path, int flags, ...) {       \
    va_list rest;                                    \
    va_start(rest, flags);                           \
    mode_t mode = va_arg(rest, mode_t);              \
    va_end(rest);                                    \
    return opened(AT_FDCWD, path, flags, mode);      \
  }
OPEN(open)
OPEN(open64)
#define OPENAT(name)                                        \
  int name(int folder, const char *path, int flags, ...) {  \
    va_list rest;                                           \
    va_start(rest, flags);                                  \
    mode_t mode = va_arg(rest, mode_t);                     \
    va_end(rest);                                           \
    return opened(folder, path, flags, mode);               \
  }
OPENAT(openat)
OPENAT(openat64)
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

/* Never made to fail: Node ends itself where a file that it has read cannot be closed. */
int close(int fd) {
  if (named(fd)) {
    say('C', fd, 0, 0, 0, 0, 0, 0);
    track(fd, 0);
  }
  return (int)raw(SYS_close, fd, 0, 0, 0);
}

/* Closes its descriptor inside the C library. */
int closedir(DIR *folder) {
  track(dirfd(folder), 0);
  return REAL(closedir)(folder);
}

DIR *opendir(const char *path) {
  if (inside(path) && fails(LOOKS, "opendir", path)) return 0;
  return REAL(opendir)(path);
}
#define SCAN(name, entry)                                                                                       \
  int name(const char *path, struct entry ***list, int (*filter)(const struct entry *),                         \
           int (*order)(const struct entry **, const struct entry **)) {                                        \
    if (inside(path) && fails(LOOKS, "scandir", path)) return -1;                                               \
    return REAL(name)(path, list, filter, order);                                                               \
  }
SCAN(scandir, dirent)
SCAN(scandir64, dirent64)

/* Reading */

#define READ(name, list, call)                                   \
  ssize_t name list {                                            \
    const char *path = named(fd);                                \
    if (path && fails(READS, "read", path)) return -1;           \
    return call;                                                 \
  }
READ(read, (int fd, void *to, size_t n), raw(SYS_read, fd, (long)to, (long)n, 0))
READ(pread, (int fd, void *to, size_t n, off_t from), raw(SYS_pread64, fd, (long)to, (long)n, from))
READ(pread64, (int fd, void *to, size_t n, off64_t from), raw(SYS_pread64, fd, (long)to, (long)n, from))
READ(readv, (int fd, const struct iovec *v, int n), raw(SYS_readv, fd, (long)v, n, 0))
READ(preadv, (int fd, const struct iovec *v, int n, off_t from), raw(SYS_preadv, fd, (long)v, n, from))
READ(preadv64, (int fd, const struct iovec *v, int n, off64_t from), raw(SYS_preadv, fd, (long)v, n, from))

/* Writing */

static int64_t place_of(int fd, const char *name) {
  if (!name || !control->log) return 0;
  if (raw(SYS_fcntl, fd, F_GETFL, 0, 0) & O_APPEND) return raw(SYS_lseek, fd, 0, SEEK_END, 0);
  return raw(SYS_lseek, fd, 0, SEEK_CUR, 0);
}

/* What was written, which may be less than was asked for. */
static void wrote(int fd, int64_t from, const struct iovec *v, int parts, ssize_t done) {
  struct iovec kept[64];
  int n = 0;
  for (; n < parts && n < 64 && done > 0; n++) {
    kept[n] = v[n];
    if ((ssize_t)kept[n].iov_len > done) kept[n].iov_len = (size_t)done;
    done -= (ssize_t)kept[n].iov_len;
  }
  say('W', fd, from, 0, 0, 0, kept, n);
}

#define WRITE(name, list, place, parts, count, call)             \
  ssize_t name list {                                            \
    const char *path = named(fd);                                \
    if (path && fails(WRITES, "write", path)) return -1;         \
    int64_t start = place;                                       \
    ssize_t done = call;                                         \
    if (path && done > 0) {                                      \
      parts;                                                     \
      wrote(fd, start, vector, count, done);                     \
    }                                                            \
    return done;                                                 \
  }
#define ONE struct iovec vector[1] = {{(void *)data, n}}
#define MANY const struct iovec *vector = v
WRITE(write, (int fd, const void *data, size_t n), place_of(fd, path), ONE, 1, raw(SYS_write, fd, (long)data, (long)n, 0))
WRITE(pwrite, (int fd, const void *data, size_t n, off_t to), to, ONE, 1, raw(SYS_pwrite64, fd, (long)data, (long)n, to))
WRITE(pwrite64, (int fd, const void *data, size_t n, off64_t to), to, ONE, 1,
      raw(SYS_pwrite64, fd, (long)data, (long)n, to))
WRITE(writev, (int fd, const struct iovec *v, int n), place_of(fd, path), MANY, n, raw(SYS_writev, fd, (long)v, n, 0))
WRITE(pwritev, (int fd, const struct iovec *v, int n, off_t to), to, MANY, n, raw(SYS_pwritev, fd, (long)v, n, to))
WRITE(pwritev64, (int fd, const struct iovec *v, int n, off64_t to), to, MANY, n,
      raw(SYS_pwritev, fd, (long)v, n, to))

#define SYNC(name, number)                                    \
  int name(int fd) {                                          \
    const char *path = named(fd);                             \
    if (path && fails(WRITES, #name, path)) return -1;        \
    int done = (int)raw(number, fd, 0, 0, 0);                 \
    if (path && done == 0) say('S', fd, 0, 0, path, 0, 0, 0); \
    return done;                                              \
  }
SYNC(fsync, SYS_fsync)
SYNC(fdatasync, SYS_fdatasync)

#define CUT(name, size_type)                                      \
  int name(int fd, size_type size) {                              \
    const char *path = named(fd);                                 \
    if (path && fails(WRITES, "ftruncate", path)) return -1;      \
    int done = (int)raw(SYS_ftruncate, fd, (long)size, 0, 0);     \
    if (path && done == 0) say('T', fd, size, 0, 0, 0, 0, 0);     \
    return done;                                                  \
  }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

/* Names */

#define ONE_NAME(name, letter, list, path_at, call)                   \
  int name list {                                                     \
    char space[PATH_MAX];                                             \
    const char *known = at(path_at, path, space);                     \
    if (known && fails(WRITES, #name, known)) return -1;              \
    int done = call;                                                  \
    if (known && done == 0) say(letter, -1, 0, 0, known, 0, 0, 0);    \
    return done;                                                      \
  }
ONE_NAME(unlink, 'U', (const char *path), AT_FDCWD, REAL(unlink)(path))
ONE_NAME(remove, 'U', (const char *path), AT_FDCWD, REAL(remove)(path))
ONE_NAME(rmdir, 'U', (const char *path), AT_FDCWD, REAL(rmdir)(path))
ONE_NAME(unlinkat, 'U', (int folder, const char *path, int flags), folder, REAL(unlinkat)(folder, path, flags))
ONE_NAME(mkdir, 'D', (const char *path, mode_t mode), AT_FDCWD, REAL(mkdir)(path, mode))

#define TWO_NAMES(name, letter, list, from_at, to_at, call)                            \
  int name list {                                                                      \
    char one[PATH_MAX], two[PATH_MAX];                                                 \
    const char *source = at(from_at, from, one), *target = at(to_at, to, two);         \
    if ((source || target) && fails(WRITES, #name, target ? target : source)) return -1; \
    int done = call;                                                                   \
    if (source && target && done == 0) say(letter, -1, 0, 0, source, target, 0, 0);    \
    return done;                                                                       \
  }
TWO_NAMES(rename, 'R', (const char *from, const char *to), AT_FDCWD, AT_FDCWD, REAL(rename)(from, to))
TWO_NAMES(renameat, 'R', (int a, const char *from, int b, const char *to), a, b, REAL(renameat)(a, from, b, to))
TWO_NAMES(link, 'L', (const char *from, const char *to), AT_FDCWD, AT_FDCWD, REAL(link)(from, to))
TWO_NAMES(linkat, 'L', (int a, const char *from, int b, const char *to, int flags), a, b,
          REAL(linkat)(a, from, b, to, flags))

/* Looking: what a place that is gone or a dead device does not let a program do either. */

int access(const char *path, int mode) {
  if (inside(path) && fails(LOOKS, "access", path)) return -1;
  return REAL(access)(path, mode);
}
#define LOOK(name, type)                                                \
  int name(const char *path, struct type *to) {                         \
    if (inside(path) && fails(LOOKS, "stat", path)) return -1;          \
    return REAL(name)(path, to);                                        \
  }
LOOK(stat, stat)
LOOK(stat64, stat64)
LOOK(lstat, stat)
LOOK(lstat64, stat64)

/* Copies inside the kernel are taken apart, so that they are seen: a program then reads and writes by itself. */
ssize_t sendfile64(int to, int from, off64_t *at_byte, size_t n) {
  if (named(to) || named(from)) {
    errno = EINVAL;
    return -1;
  }
  return REAL(sendfile64)(to, from, at_byte, n);
}
ssize_t sendfile(int to, int from, off_t *at_byte, size_t n) { return sendfile64(to, from, (off64_t *)at_byte, n); }

long syscall(long number, ...) {
  static long (*next)(long, ...);
  if (!next) next = (long (*)(long, ...))real("syscall");
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && (named((int)a) || named((int)c))) {
    errno = ENOSYS;
    return -1;
  }
  /* Where libuv closes. */
  if (number == SYS_close && named((int)a)) return close((int)a);
  if (number == SYS_statx) {
    char space[PATH_MAX];
    const char *name = b && *(const char *)b ? at((int)a, (const char *)b, space) : named((int)a);
    if (name && fails(LOOKS, "stat", name)) return -1;
  }
  return next(number, a, b, c, d, e, f);
}
