// The AVX-512 kernel for machines with VBMI and GFNI (Ice Lake, Zen 4 and later).
#if defined(__x86_64__)
#define KERNEL_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,gfni,avx2,fma,bmi,bmi2,popcnt")))
#define KERNEL_NAME cscoring_score_avx512vbmi

#include "chunk.h"

#include <immintrin.h>

// Makes one byte per mentor of the planes of a code: an 8 × 8 transposition of bits for every eight mentors.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  // Byte 8g + 7 − p of the matrices comes from plane p, mentors 8g to 8g + 7.
  _Alignas(64) static const uint8_t order[64] = {
      56, 48, 40, 32, 24, 16, 8,  0, 57, 49, 41, 33, 25, 17, 9,  1, 58, 50, 42, 34, 26, 18,
      10, 2,  59, 51, 43, 35, 27, 19, 11, 3,  60, 52, 44, 36, 28, 20, 12, 4, 61, 53, 45, 37,
      29, 21, 13, 5,  62, 54, 46, 38, 30, 22, 14, 6,  63, 55, 47, 39, 31, 23, 15, 7};
  const __m512i transposing = _mm512_load_si512(order);
  const __m512i unit = _mm512_set1_epi64((int64_t)0x8040201008040201);
  const __m512i stride = _mm512_setr_epi64(0, 8, 16, 24, 32, 40, 48, 56);
  const __mmask8 present = (__mmask8)((1u << count) - 1);
  const uint64_t *words = (const uint64_t *)planes;
  for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
    const __m512i rows = _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), present, stride, words + w, 8);
    const __m512i matrices = _mm512_permutexvar_epi8(transposing, rows);
    _mm512_store_si512(codes + 64 * w, _mm512_gf2p8affine_epi64_epi8(unit, matrices, 0));
  }
}

#include "lanes512.h"
#endif
