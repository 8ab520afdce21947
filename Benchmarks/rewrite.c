// The floor of an edit that changes every page: the least work that puts other bytes into every file of an output.
//
//   rewrite --out DIR --list FILE [--threads N]
//
// Looks at every path of the list (one a line, relative to DIR, sorted), then reads each file, writes as many bytes under a
// temporary name beside it, and renames that over the file. Nothing is parsed, hashed, compared or put in: a program
// that must leave every file whole, old or new, cannot do less. A failure ends the program.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE_LIMIT = 4 << 20, BATCH = 8, THREAD_LIMIT = 64, PATH_LIMIT = 4096 };

static char **paths;
static size_t path_count, path_capacity;
static atomic_size_t next_look, next_write, bytes_out;
static int out = -1, threads = 2;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void read_list(const char *name) {
  FILE *list = fopen(name, "r");
  if (!list) fail(name);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  while ((length = getline(&line, &capacity, list)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    if (path_count == path_capacity) {
      path_capacity = path_capacity ? 2 * path_capacity : 1024;
      paths = realloc(paths, path_capacity * sizeof *paths);
      if (!paths) fail("memory");
    }
    paths[path_count++] = strdup(line);
  }
  free(line);
  fclose(list);
}

static void look(const char *path) {
  struct stat status;
  if (fstatat(out, path, &status, AT_SYMLINK_NOFOLLOW) != 0) fail(path);
}

static void rewrite(const char *path, char *page) {
  int file = openat(out, path, O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  ssize_t size = read(file, page, PAGE_LIMIT);
  if (size < 0) fail(path);
  close(file);

  char temporary[PATH_LIMIT];
  const char *slash = strrchr(path, '/');
  snprintf(temporary, sizeof temporary, "%.*s.new", slash ? (int)(slash - path) + 1 : 0, path);
  file = openat(out, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) fail(temporary);
  if (write(file, page, size) != size) fail(temporary);
  close(file);
  if (renameat(out, temporary, out, path) != 0) fail(path);
  bytes_out += size;
}

static void *work(void *unused) {
  size_t start;
  while ((start = atomic_fetch_add(&next_look, BATCH)) < path_count)
    for (size_t i = start; i < start + BATCH && i < path_count; i++) look(paths[i]);
  char *page = malloc(PAGE_LIMIT);
  if (!page) fail("memory");
  while ((start = atomic_fetch_add(&next_write, BATCH)) < path_count)
    for (size_t i = start; i < start + BATCH && i < path_count; i++) rewrite(paths[i], page);
  free(page);
  return unused;
}

int main(int count, char **values) {
  for (int i = 1; i + 1 < count; i += 2) {
    if (!strcmp(values[i], "--out")) out = open(values[i + 1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    else if (!strcmp(values[i], "--list")) read_list(values[i + 1]);
    else if (!strcmp(values[i], "--threads")) threads = atoi(values[i + 1]);
  }
  if (out < 0 || !paths || threads < 1 || threads > THREAD_LIMIT) {
    fprintf(stderr, "rewrite: needs --out DIR, --list FILE and 1 to %d --threads\n", THREAD_LIMIT);
    return 2;
  }
  pthread_t workers[THREAD_LIMIT];
  for (int i = 1; i < threads; i++) pthread_create(&workers[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(workers[i], NULL);
  printf("%zu files, %zu bytes\n", path_count, (size_t)bytes_out);
  return 0;
}
