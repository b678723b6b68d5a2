// AVX-512 with permutations of bytes: scores as three digits of each, two to the base of 64, and the rest, whose sum is less than
// 256 because no score is greater than a million. So many small numbers are added in bytes before they become one large one.
// Included by lanes512.h.

enum { DIGITS = 3 };

// A table of up to 64 scores, digit by digit.
typedef struct {
  __m512i digit[DIGITS];
} digits;

KERNEL void load_digits(const int32_t *values, int32_t count, digits *t) {
  for (int32_t k = 0; k < DIGITS; k++) {
    t->digit[k] = _mm512_setzero_si512();
    const __m512i mask = _mm512_set1_epi32(k < DIGITS - 1 ? 63 : 255);
    _Alignas(64) uint8_t bytes[64] = {0};
    for (int32_t i = 0; i < count; i += 16) {
      const __m512i shifted = _mm512_srl_epi32(_mm512_loadu_si512(values + i), _mm_cvtsi32_si128(6 * k));
      _mm_store_si128((__m128i *)(bytes + i), _mm512_cvtepi32_epi8(_mm512_and_si512(shifted, mask)));
    }
    t->digit[k] = _mm512_load_si512(bytes);
  }
}

// Keeps the compiler from joining what comes before and after it into one, slower operation.
#define KEEP(x) __asm__("" : "+v"(x))

// Joins the digits of 64 sums to four times sixteen numbers, in order, and adds them to `numbers`. `sign` is the upper half of
// the third digit: all bits set make it negative.
KERNEL void join_digits(const __m512i sum[DIGITS], __m512i sign, __m512i numbers[4]) {
  // Joining takes four numbers of every sixteen: what they shall be is brought there first.
  const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
  const __m512i pair = _mm512_set1_epi16(64 << 8 | 1);
  const __m512i two = _mm512_set1_epi32(4096 << 16 | 1);
  __m512i first = _mm512_permutexvar_epi32(order, sum[0]), second = _mm512_permutexvar_epi32(order, sum[1]);
  __m512i third = _mm512_permutexvar_epi32(order, sum[2]), upper = _mm512_permutexvar_epi32(order, sign);
  KEEP(first);
  KEEP(second);
  KEEP(third);
  KEEP(upper);
  const __m512i low = _mm512_maddubs_epi16(_mm512_unpacklo_epi8(first, second), pair);
  const __m512i high = _mm512_maddubs_epi16(_mm512_unpackhi_epi8(first, second), pair);
  const __m512i low_rest = _mm512_unpacklo_epi8(third, upper), high_rest = _mm512_unpackhi_epi8(third, upper);
  numbers[0] = _mm512_dpwssd_epi32(numbers[0], _mm512_unpacklo_epi16(low, low_rest), two);
  numbers[1] = _mm512_dpwssd_epi32(numbers[1], _mm512_unpackhi_epi16(low, low_rest), two);
  numbers[2] = _mm512_dpwssd_epi32(numbers[2], _mm512_unpacklo_epi16(high, high_rest), two);
  numbers[3] = _mm512_dpwssd_epi32(numbers[3], _mm512_unpackhi_epi16(high, high_rest), two);
}
