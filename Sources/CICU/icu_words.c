#include "icu_words.h"

#include <unicode/ubrk.h>

IcuWords *icu_words_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
  if (U_SUCCESS(status)) return (IcuWords *)words;
  if (words) ubrk_close(words);
  return NULL;
}

int icu_words_set(IcuWords *words, const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)words, (const UChar *)text, length, &status);
  return U_SUCCESS(status);
}

int32_t icu_words_next(IcuWords *words) {
  return ubrk_next((UBreakIterator *)words);
}

void icu_words_close(IcuWords *words) { ubrk_close((UBreakIterator *)words); }
