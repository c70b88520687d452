/* The least that any program must spend on the same files, one floor a call:
     floors stat|read|csv FOLDER
     floors xlsx ROWS COLUMNS FILE
     floors sqlite FILES ROWS FILE
   Each prints how much it did. */
#include <csv.h>
#include <fcntl.h>
#include <fts.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

static char buffer[1 << 20];

static void on_field(void *bytes, size_t count, void *context) {}
static void on_row(int end, void *rows) { ++*(long *)rows; }

static void die(const char *what) {
  fprintf(stderr, "floors: %s\n", what);
  exit(1);
}

/* Walks in the order of the folder and looks at every file; opens it when asked to. */
static void walk(char *folder, int reads, int splits) {
  char *roots[] = {folder, NULL};
  long files = 0, bytes = 0, rows = 0;
  struct csv_parser parser;
  FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
  if (!tree || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI)) die("cannot begin");
  for (FTSENT *entry; (entry = fts_read(tree));) {
    if (entry->fts_info != FTS_F) continue;
    files++;
    if (!reads) {
      bytes += entry->fts_statp->st_size;
      continue;
    }
    int file = open(entry->fts_path, O_RDONLY);
    if (file < 0) die(entry->fts_path);
    ssize_t got, skipped = -1;
    while ((got = read(file, buffer, sizeof buffer)) > 0) {
      bytes += got;
      if (!splits) continue;
      if (skipped < 0) {
        skipped = got > 2 && !memcmp(buffer, "\xEF\xBB\xBF", 3) ? 3 : 0;
        csv_set_delim(&parser, memchr(buffer, ';', got < 64 ? got : 64) ? ';' : ',');
        csv_parse(&parser, buffer + skipped, got - skipped, on_field, on_row, &rows);
      } else {
        csv_parse(&parser, buffer, got, on_field, on_row, &rows);
      }
    }
    if (splits) csv_fini(&parser, on_field, on_row, &rows);
    close(file);
  }
  fts_close(tree);
  printf("%ld files, %ld bytes, %ld rows\n", files, bytes, rows);
}

static void sheet(long rows, int columns, const char *path) {
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Bieu");
  for (long row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      worksheet_write_number(sheet, row, column, (row * 7919L + column * 104729L) % 100000, NULL);
  if (workbook_close(book)) die("the workbook could not be closed");
  printf("%ld cells\n", rows * columns);
}

static void check(int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE) die(sqlite3_errstr(code));
}

/* The rows of figures, keyed and durable, in one transaction. */
static void insert(long files, int rows, const char *path) {
  sqlite3 *base;
  sqlite3_stmt *row;
  check(sqlite3_open(path, &base));
  check(sqlite3_exec(base,
                     "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
                     "CREATE TABLE figure (receipt INTEGER, indicator INTEGER, numerator INTEGER,"
                     " denominator INTEGER, note TEXT, PRIMARY KEY (receipt, indicator)) WITHOUT ROWID;"
                     "BEGIN", NULL, NULL, NULL));
  check(sqlite3_prepare_v2(base, "INSERT INTO figure VALUES (?, ?, ?, ?, ?)", -1, &row, NULL));
  for (long file = 1; file <= files; file++)
    for (int i = 1; i <= rows; i++) {
      sqlite3_bind_int64(row, 1, file);
      sqlite3_bind_int(row, 2, i);
      sqlite3_bind_int64(row, 3, file * 31 % 5000);
      sqlite3_bind_int64(row, 4, file * 17 % 9000);
      sqlite3_bind_text(row, 5, "theo báo cáo của đảng ủy", i % 14 < 3 ? 0 : -1, SQLITE_STATIC);
      check(sqlite3_step(row));
      check(sqlite3_reset(row));
    }
  sqlite3_finalize(row);
  check(sqlite3_exec(base, "COMMIT", NULL, NULL, NULL));
  check(sqlite3_close(base));
  printf("%ld rows\n", files * rows);
}

int main(int count, char **words) {
  if (count == 3 && !strcmp(words[1], "stat")) walk(words[2], 0, 0);
  else if (count == 3 && !strcmp(words[1], "read")) walk(words[2], 1, 0);
  else if (count == 3 && !strcmp(words[1], "csv")) walk(words[2], 1, 1);
  else if (count == 5 && !strcmp(words[1], "xlsx")) sheet(atol(words[2]), atoi(words[3]), words[4]);
  else if (count == 5 && !strcmp(words[1], "sqlite")) insert(atol(words[2]), atoi(words[3]), words[4]);
  else die("stat|read|csv FOLDER, xlsx ROWS COLUMNS FILE, sqlite FILES ROWS FILE");
  return 0;
}
