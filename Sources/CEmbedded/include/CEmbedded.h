// The built-in themes and the files that a new portal starts with, as they stood in the source tree when
// the program was made.

#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    // `themes/<theme>/<path>` or `starter/<path>`, in ASCII.
    const char *_Nonnull name;
    // `size` bytes, which live as long as the program.
    const uint8_t *_Nonnull bytes;
    size_t size;
} EmbeddedFile;

size_t embedded_file_count(void);

// The file numbered `index`, from 0 to before the count; files stand in byte order of their names.
EmbeddedFile embedded_file(size_t index);

#endif
