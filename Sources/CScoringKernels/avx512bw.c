// The AVX-512 kernel for machines without VBMI and GFNI (Skylake-X and its kin).
#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma,bmi,bmi2,popcnt")))
#define SCORE_NAME cscoring_score_avx512
#define COUNT_NAME cscoring_count_chunk_avx512
#define SEARCH_NAME cscoring_search_chunk_avx512

#include <immintrin.h>

#include "ternary.h"
#include "chunk.h"

// Makes one byte per mentor of the planes of a code.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  const uint64_t *words = (const uint64_t *)planes;
  for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
    __m512i bytes = _mm512_setzero_si512();
    for (int32_t p = 0; p < count; p++) {
      const __m512i bit = _mm512_set1_epi8((char)(1 << p));
      bytes = _mm512_mask_add_epi8(bytes, words[8 * p + w], bytes, bit);
    }
    _mm512_store_si512(codes + 64 * w, bytes);
  }
}

#include "lanes512.h"
#endif
