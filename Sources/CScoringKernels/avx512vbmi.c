// The AVX-512 kernel for machines with VBMI and GFNI (Ice Lake, Zen 4 and later).
#if defined(__x86_64__)
#define KERNEL_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vnni,gfni,avx2,fma,bmi,bmi2,popcnt")))
#define HAS_BYTE_PERMUTATIONS
#define SCORE_NAME cscoring_score_avx512vbmi
#define COUNT_NAME cscoring_count_chunk_avx512vbmi
#define SEARCH_NAME cscoring_search_chunk_avx512vbmi

#include <immintrin.h>

#include "ternary.h"
#include "chunk.h"

// Makes one byte per mentor of the planes of a code: an 8 × 8 transposition of bits for every eight mentors.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  // Byte 8g + 7 − p of the matrices comes from plane p, mentors 8g to 8g + 7.
  _Alignas(64) static const uint8_t order[64] = {
      56, 48, 40, 32, 24, 16, 8,  0, 57, 49, 41, 33, 25, 17, 9,  1, 58, 50, 42, 34, 26, 18,
      10, 2,  59, 51, 43, 35, 27, 19, 11, 3,  60, 52, 44, 36, 28, 20, 12, 4, 61, 53, 45, 37,
      29, 21, 13, 5,  62, 54, 46, 38, 30, 22, 14, 6,  63, 55, 47, 39, 31, 23, 15, 7};
  const __m512i transposing = _mm512_load_si512(order);
  const __m512i unit = _mm512_set1_epi64((int64_t)0x8040201008040201);
  // First the words: from eight planes of eight words to eight words of eight planes.
  __m512i p[8], pair[8], four[8], rows[8];
  for (int32_t k = 0; k < 8; k++) p[k] = k < count ? (__m512i)planes[k] : _mm512_setzero_si512();
  for (int32_t k = 0; k < 4; k++) {
    pair[k] = _mm512_unpacklo_epi64(p[2 * k], p[2 * k + 1]);
    pair[k + 4] = _mm512_unpackhi_epi64(p[2 * k], p[2 * k + 1]);
  }
  for (int32_t odd = 0; odd < 2; odd++) {
    for (int32_t k = 0; k < 2; k++) {
      four[4 * odd + k] = _mm512_shuffle_i64x2(pair[4 * odd + 2 * k], pair[4 * odd + 2 * k + 1], 0x88);
      four[4 * odd + 2 + k] = _mm512_shuffle_i64x2(pair[4 * odd + 2 * k], pair[4 * odd + 2 * k + 1], 0xDD);
    }
    rows[odd] = _mm512_shuffle_i64x2(four[4 * odd], four[4 * odd + 1], 0x88);
    rows[odd + 2] = _mm512_shuffle_i64x2(four[4 * odd + 2], four[4 * odd + 3], 0x88);
    rows[odd + 4] = _mm512_shuffle_i64x2(four[4 * odd], four[4 * odd + 1], 0xDD);
    rows[odd + 6] = _mm512_shuffle_i64x2(four[4 * odd + 2], four[4 * odd + 3], 0xDD);
  }
  for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
    const __m512i matrices = _mm512_permutexvar_epi8(transposing, rows[w]);
    _mm512_store_si512(codes + 64 * w, _mm512_gf2p8affine_epi64_epi8(unit, matrices, 0));
  }
}

#include "lanes512.h"
#endif
