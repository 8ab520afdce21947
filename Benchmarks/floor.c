// The floor: the least work that turns the articles into a generator's volume of output.
//
//   floor --content DIR --out DIR [--manifest FILE] [--tmpl BYTES] [--threads N] [--mode full|render] [--pretty 0|1]
//
// full    Reads every article, skips its front matter, renders the body with libcmark, puts a constant template of BYTES
//         bytes around it and writes it; then writes every file of the manifest (lines "size path": archives, tags, home,
//         feeds of a reference build) from a constant buffer.
// render  The same without writing anything.
// pretty  As a generator with clean URLs and whole-file writes does it: x.md becomes x/index.html, and a file is written
//         under a temporary name and renamed.
//
// No YAML, no order, no escaping, no lists: a real generator must do more. A failure ends the program.
#define _GNU_SOURCE
#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SOURCE_LIMIT = 1 << 20, PAGE_LIMIT = 4 << 20, BATCH = 8, THREAD_LIMIT = 64 };

/// A file to write: an article from `source`, or `size` constant bytes when there is no source.
typedef struct {
  char *source, *target;
  size_t size;
} Job;

static Job *jobs;
static size_t job_count, job_capacity, largest_list;
static atomic_size_t next_job, bytes_in, bytes_out;

static const char *content, *out, *manifest;
static size_t template_size = 12288;
static int threads = 2;
static bool writes = true, pretty;
static char *filler;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *text(const char *format, ...) {
  char *result;
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(&result, format, arguments) < 0) fail("memory");
  va_end(arguments);
  return result;
}

static void add_job(char *source, char *target, size_t size) {
  if (job_count == job_capacity) {
    job_capacity = job_capacity ? job_capacity * 2 : 4096;
    jobs = realloc(jobs, job_capacity * sizeof *jobs);
    if (!jobs) fail("memory");
  }
  jobs[job_count++] = (Job){source, target, size};
  if (size > largest_list) largest_list = size;
}

static void make_folders(char *path) {
  if (!mkdir(path, 0777) || errno == EEXIST) return;
  char *slash = strrchr(path, '/');
  if (!slash || slash == path) return;
  *slash = 0;
  make_folders(path);
  *slash = '/';
  mkdir(path, 0777);
}

/// Lists the articles under content/`folder` and makes the folder they are written to. `folder` is "" or ends in '/'.
static void add_articles(const char *folder) {
  char *path = text("%s/%s", content, folder);
  DIR *directory = opendir(path);
  if (!directory) fail(path);
  if (writes) make_folders(text("%s/%.*s", out, (int)strlen(folder), folder));
  for (struct dirent *entry; (entry = readdir(directory));) {
    const char *name = entry->d_name;
    size_t length = strlen(name);
    if (name[0] == '.' || name[0] == '_') continue;
    if (entry->d_type == DT_DIR)
      add_articles(text("%s%s/", folder, name));
    else if (length > 3 && !strcmp(name + length - 3, ".md"))
      add_job(text("%s%s", path, name), text("%s/%s%.*s.html", out, folder, (int)length - 3, name), 0);
  }
  closedir(directory);
}

static void add_manifest(void) {
  FILE *file = fopen(manifest, "r");
  if (!file) fail(manifest);
  char line[PATH_MAX], folder[2 * PATH_MAX] = "";
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    char *path;
    size_t size = strtoull(line, &path, 10);
    char *target = text("%s/%s", out, path + 1);
    size_t length = strrchr(target, '/') - target;
    if (strlen(folder) != length || strncmp(target, folder, length)) {
      snprintf(folder, sizeof folder, "%.*s", (int)length, target);
      make_folders(folder);
    }
    add_job(NULL, target, size);
  }
  fclose(file);
}

static void write_file(const char *path, const char *bytes, size_t size) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
  if (file < 0 || write(file, bytes, size) != (ssize_t)size) fail(path);
  close(file);
}

/// x.html becomes the whole file x/index.html; other files keep their names.
static void put_pretty(const char *target, const char *bytes, size_t size) {
  char temporary[PATH_MAX], final[PATH_MAX];
  const char *name = strrchr(target, '/') + 1;
  size_t stem = strlen(target) - strlen(".html");
  if (!strcmp(target + stem, ".html") && strcmp(name, "index.html") && strcmp(name, "404.html")) {
    snprintf(final, sizeof final, "%.*s", (int)stem, target);
    mkdir(final, 0777);
    snprintf(temporary, sizeof temporary, "%.*s/.tmp", (int)stem, target);
    snprintf(final, sizeof final, "%.*s/index.html", (int)stem, target);
  } else {
    snprintf(temporary, sizeof temporary, "%s.tmp", target);
    snprintf(final, sizeof final, "%s", target);
  }
  write_file(temporary, bytes, size);
  if (rename(temporary, final)) fail(final);
}

static void put(const char *target, const char *bytes, size_t size) {
  atomic_fetch_add(&bytes_out, size);
  if (!writes) return;
  if (pretty)
    put_pretty(target, bytes, size);
  else
    write_file(target, bytes, size);
}

static void make_article(const Job *job, char *source, char *page) {
  int file = open(job->source, O_RDONLY);
  ssize_t size = file < 0 ? -1 : read(file, source, SOURCE_LIMIT - 1);
  if (size < 0) fail(job->source);
  close(file);
  source[size] = 0;
  atomic_fetch_add(&bytes_in, size);
  char *end_of_front_matter = strstr(source, "\n---\n");
  char *body = end_of_front_matter ? end_of_front_matter + strlen("\n---\n") : source;
  char *html = cmark_markdown_to_html(body, source + size - body, CMARK_OPT_DEFAULT);
  size_t length = strlen(html), head = template_size * 3 / 4;
  memcpy(page, filler, head);
  memcpy(page + head, html, length);
  memcpy(page + head + length, filler + head, template_size - head);
  free(html);
  put(job->target, page, template_size + length);
}

static void *work(void *unused) {
  (void)unused;
  char *source = malloc(SOURCE_LIMIT), *page = malloc(PAGE_LIMIT);
  for (size_t start; (start = atomic_fetch_add(&next_job, BATCH)) < job_count;)
    for (size_t i = start; i < start + BATCH && i < job_count; i++) {
      if (jobs[i].source)
        make_article(&jobs[i], source, page);
      else
        put(jobs[i].target, filler, jobs[i].size);
    }
  free(source);
  free(page);
  return NULL;
}

static void make_filler(void) {
  static const char line[] = "<li class=\"muc\"><a href=\"/tin-cong-doan/\" title=\"Chuyên mục Tin công đoàn\">Tin công đoàn</a></li>\n";
  size_t size = largest_list > template_size ? largest_list : template_size;
  filler = malloc(size + sizeof line);
  if (!filler) fail("memory");
  for (size_t at = 0; at < size; at += sizeof line - 1) memcpy(filler + at, line, sizeof line - 1);
}

static void read_options(int count, char **values) {
  for (int i = 1; i < count; i += 2) {
    const char *name = values[i], *value = i + 1 < count ? values[i + 1] : "";
    if (!strcmp(name, "--content")) content = value;
    else if (!strcmp(name, "--out")) out = value;
    else if (!strcmp(name, "--manifest")) manifest = value;
    else if (!strcmp(name, "--tmpl")) template_size = strtoull(value, NULL, 10);
    else if (!strcmp(name, "--threads")) threads = atoi(value);
    else if (!strcmp(name, "--pretty")) pretty = !strcmp(value, "1");
    else if (!strcmp(name, "--mode")) writes = strcmp(value, "render");
    else {
      fprintf(stderr, "floor: unknown option %s\n", name);
      exit(2);
    }
  }
  if (!content || (writes && !out) || threads < 1 || threads > THREAD_LIMIT) {
    fprintf(stderr, "floor: needs --content, --out (unless --mode render) and 1 to %d --threads\n", THREAD_LIMIT);
    exit(2);
  }
}

int main(int count, char **values) {
  read_options(count, values);
  add_articles("");
  if (manifest && writes) add_manifest();
  make_filler();
  pthread_t workers[THREAD_LIMIT];
  for (int i = 1; i < threads; i++) pthread_create(&workers[i], NULL, work, NULL);
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(workers[i], NULL);
  printf("%zu files, in %zu bytes, out %zu bytes\n", job_count, (size_t)bytes_in, (size_t)bytes_out);
  return 0;
}
