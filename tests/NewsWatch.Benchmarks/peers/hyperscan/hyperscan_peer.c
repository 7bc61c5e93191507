/* What Hyperscan does with the same corpus and phrases: literals, any case, whole words (checked in the callback), one thread.
 *
 *   hyperscan_peer CORPUS PHRASES
 *
 * CORPUS holds one article a line, PHRASES one phrase a line. Compiles, prints one line of JSON with the seconds that took, then runs over the
 * corpus once for every line on standard input and prints one line of JSON each time. Seconds are processor time. */
#include <ctype.h>
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

typedef struct { char *text; size_t size; char **lines; unsigned *lengths; unsigned count; } lines_t;
typedef struct { const char *article; unsigned size; const unsigned *lengths; unsigned long hits; } scan_t;

static void fail(const char *what) { fprintf(stderr, "hyperscan_peer: %s\n", what); exit(1); }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static lines_t read_lines(const char *path) {
  lines_t r = {0};
  struct stat s;
  FILE *f = fopen(path, "rb");
  if (!f || fstat(fileno(f), &s)) fail(path);
  r.text = malloc(s.st_size + 1);
  r.size = fread(r.text, 1, s.st_size, f);
  fclose(f);
  r.text[r.size] = 0;
  for (size_t i = 0; i < r.size; i++) r.count += r.text[i] == '\n';
  r.lines = malloc((r.count + 1) * sizeof *r.lines);
  r.lengths = malloc((r.count + 1) * sizeof *r.lengths);
  r.count = 0;
  for (char *p = r.text, *end; (end = strchr(p, '\n')); p = end + 1) {
    *end = 0;
    r.lines[r.count] = p;
    r.lengths[r.count++] = end - p;
  }
  return r;
}

static int word_at(const scan_t *scan, long long i) {
  return i >= 0 && i < scan->size && (isalnum((unsigned char)scan->article[i]) || scan->article[i] == '_');
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  scan_t *scan = context;
  long long start = (long long)to - scan->lengths[id];
  (void)from; (void)flags;
  if (!word_at(scan, start - 1) && !word_at(scan, to)) scan->hits++;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 3) fail("usage: hyperscan_peer CORPUS PHRASES");
  lines_t corpus = read_lines(argv[1]), phrases = read_lines(argv[2]);
  unsigned *flags = malloc(phrases.count * sizeof *flags), *ids = malloc(phrases.count * sizeof *ids);
  size_t *lengths = malloc(phrases.count * sizeof *lengths);
  for (unsigned i = 0; i < phrases.count; i++) { flags[i] = HS_FLAG_CASELESS; ids[i] = i; lengths[i] = phrases.lengths[i]; }

  double start = now();
  hs_database_t *database;
  hs_compile_error_t *error;
  if (hs_compile_lit_multi((const char *const *)phrases.lines, flags, ids, lengths, phrases.count, HS_MODE_BLOCK, NULL, &database, &error))
    fail(error->message);
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch)) fail("no scratch");
  printf("{\"build\": %.3f}\n", now() - start);
  fflush(stdout);

  while (getchar() != EOF) {
    unsigned long hits = 0, articles = 0;
    start = now();
    for (unsigned i = 0; i < corpus.count; i++) {
      scan_t scan = {corpus.lines[i], corpus.lengths[i], phrases.lengths, 0};
      hs_scan(database, scan.article, scan.size, 0, scratch, on_match, &scan);
      hits += scan.hits;
      articles += scan.hits > 0;
    }
    printf("{\"seconds\": %.6f, \"hits\": %lu, \"articles\": %lu}\n", now() - start, hits, articles);
    fflush(stdout);
  }
  return 0;
}
