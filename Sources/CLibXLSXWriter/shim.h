#ifndef CLIBXLSXWRITER_SHIM_H
#define CLIBXLSXWRITER_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// xlsxwriter.pc links -lz, so the package that holds libz.so is needed anyway; its header is used
// to read finished packages back.
#if __has_include(<zlib.h>)
#include <zlib.h>
#else
#error "zlib.h was not found: install zlib1g-dev (apt-get install zlib1g-dev)"
#endif

/// What one piece of a package part holds, added up by `spreadsheet_scan`.
typedef struct spreadsheet_marks {
    /// Number of '<'.
    size_t opens;
    /// Number of '>'.
    size_t closes;
    /// Number of cell elements ("<c ").
    size_t cells;
    /// Number of shared strings ("<si>").
    size_t strings;
} spreadsheet_marks;

/// Adds up the marks in `length` bytes at `bytes`. The three bytes before `bytes` must be readable
/// and hold the end of the piece before. In C because the loop must be fast in debug builds too.
static inline void spreadsheet_scan(const unsigned char *bytes, size_t length,
                                    spreadsheet_marks *marks) {
    const unsigned char *end = bytes + length;
    while (bytes < end) {
        // counts of one byte, so that many bytes are compared at once
        size_t step = (size_t) (end - bytes) < 255 ? (size_t) (end - bytes) : 255;
        unsigned char opens = 0, closes = 0, cells = 0, strings = 0;
        for (const unsigned char *p = bytes; p < bytes + step; p++) {
            opens += p[0] == '<';
            closes += p[0] == '>';
            cells += (p[0] == ' ') & (p[-1] == 'c') & (p[-2] == '<');
            strings += (p[0] == '>') & (p[-1] == 'i') & (p[-2] == 's') & (p[-3] == '<');
        }
        marks->opens += opens;
        marks->closes += closes;
        marks->cells += cells;
        marks->strings += strings;
        bytes += step;
    }
}

/// Prints a number as the library does, and returns the number of bytes. In C because printf takes any
/// number of arguments.
static inline int spreadsheet_print(char *text, size_t size, double number) {
    return snprintf(text, size, "%.16G", number);
}

/// Finds `text`, which must hold an 'h', in `length` bytes. In C because memmem is hidden from Swift;
/// 'h' is looked for because rows of numbers have none.
static inline const unsigned char *spreadsheet_find(const unsigned char *bytes, size_t length,
                                                    const char *text, size_t text_length) {
    size_t pivot = (size_t) (strchr(text, 'h') - text);
    if (length < text_length)
        return NULL;
    const unsigned char *last = bytes + (length - text_length);
    const unsigned char *p = bytes;
    while (p <= last) {
        p = (const unsigned char *) memchr(p + pivot, 'h', (size_t) (last - p) + 1);
        if (!p)
            return NULL;
        p -= pivot;
        if (memcmp(p, text, text_length) == 0)
            return p;
        p++;
    }
    return NULL;
}

/// Appends one point to the cache of a chart range and keeps the library from filling it itself
/// (it stores 0 for every formula). `text` is copied; a null `text` makes a number, `missing` makes
/// a gap. In C because the list is made of queue macros.
static inline int spreadsheet_append_point(lxw_series_range *range, double number,
                                           const char *text, int missing) {
    lxw_series_data_point *point = (lxw_series_data_point *) calloc(1, sizeof(*point));
    if (!point)
        return 0;
    point->number = number;
    point->no_data = missing ? 1 : 0;
    if (text) {
        point->string = strdup(text);
        if (!point->string) {
            free(point);
            return 0;
        }
        point->is_string = 1;
        range->has_string_cache = 1;
    }
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    range->num_data_points++;
    range->ignore_cache = 1;
    return 1;
}

/// The number of bytes of all shared strings as the library will write them, from the first "<si>"
/// to the last "</si>". In C because the list is made of queue macros.
static inline size_t spreadsheet_shared_bytes(const lxw_sst *table) {
    size_t total = 0;
    const struct sst_element *element;
    STAILQ_FOREACH(element, table->order_list, sst_order_pointers) {
        const char *text = element->string;
        size_t length = strlen(text);
        total += sizeof("<si><t></t></si>") - 1 + length;
        for (size_t i = 0; i < length; i++) {
            total += text[i] == '&' ? 4 : (text[i] == '<' || text[i] == '>') ? 3 : 0;
        }
        if (length && (strchr(" \t\n\v\f\r", text[0]) || strchr(" \t\n\v\f\r", text[length - 1])))
            total += sizeof(" xml:space=\"preserve\"") - 1;
    }
    return total;
}

#endif
