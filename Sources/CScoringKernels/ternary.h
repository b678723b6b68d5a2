// AVX-512: operations of three planes at once. Included before chunk.h.
#define FULL_ADD(a, b, c, carry) \
  ((carry) = (plane)_mm512_ternarylogic_epi64((__m512i)(a), (__m512i)(b), (__m512i)(c), 0xE8), \
   (plane)_mm512_ternarylogic_epi64((__m512i)(a), (__m512i)(b), (__m512i)(c), 0x96))

