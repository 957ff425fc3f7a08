// The word boundaries of ICU. Its own headers stay out of sight: the names in them carry a version by macros, which Swift does not see,
// and its types clash with those of the ICU within Foundation.
#pragma once
#include <stdint.h>

typedef struct IcuWords IcuWords;

/// Finds the words of a text; NULL where ICU has no rules for them.
IcuWords *icu_words_open(void);

/// The text, UTF-16, has to stay where it is until the next one is set. Whether it could be taken.
int icu_words_set(IcuWords *words, const uint16_t *text, int32_t length);

/// The next boundary; -1 at the end.
int32_t icu_words_next(IcuWords *words);

void icu_words_close(IcuWords *words);
