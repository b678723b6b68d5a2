// Chooses the kernel at run time. (`target_clones` would do it at load time, but needs ELF ifuncs, which crash at start-up
// under ThreadSanitizer.)
#include "CScoringKernels.h"

#if defined(__x86_64__)
#define HAS_X86 1
#else
#define HAS_X86 0
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define HAS_PORTABLE 1
#else
#define HAS_PORTABLE 0
#endif

typedef void score_function(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);
typedef int32_t search_function(
    const cscoring_mentors *, const cscoring_mentee *, const cscoring_losses *, int32_t, int32_t,
    const cscoring_prices *, const int64_t *, cscoring_found *, int64_t *);
typedef void count_function(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);

score_function cscoring_score_portable, cscoring_score_avx2, cscoring_score_avx512, cscoring_score_avx512vbmi;
search_function cscoring_search_chunk_portable, cscoring_search_chunk_avx2, cscoring_search_chunk_avx512,
    cscoring_search_chunk_avx512vbmi;
count_function cscoring_count_chunk_portable, cscoring_count_chunk_avx2, cscoring_count_chunk_avx512,
    cscoring_count_chunk_avx512vbmi;

// The entry points of a kernel; those of none are NULL.
typedef struct {
  score_function *score;
  search_function *search;
  count_function *count;
} entry_points;

static entry_points entries_of(cscoring_kernel kernel) {
#define ENTRIES(name) \
  (entry_points) { cscoring_score_##name, cscoring_search_chunk_##name, cscoring_count_chunk_##name }
#if HAS_X86
  if (kernel == CSCORING_KERNEL_AVX512_VBMI) return ENTRIES(avx512vbmi);
  if (kernel == CSCORING_KERNEL_AVX512) return ENTRIES(avx512);
  if (kernel == CSCORING_KERNEL_AVX2) return ENTRIES(avx2);
#endif
#if HAS_PORTABLE
  if (kernel == CSCORING_KERNEL_PORTABLE) return ENTRIES(portable);
#endif
  return (entry_points){0};
}

static cscoring_kernel look_for_kernel(void) {
  const cscoring_kernel plain = HAS_PORTABLE ? CSCORING_KERNEL_PORTABLE : CSCORING_KERNEL_NONE;
#if HAS_X86
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return plain;
  if (!__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2")) return plain;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl")) {
    return CSCORING_KERNEL_AVX2;
  }
  if (!__builtin_cpu_supports("avx512vbmi") || !__builtin_cpu_supports("gfni")) return CSCORING_KERNEL_AVX512;
  return CSCORING_KERNEL_AVX512_VBMI;
#else
  return plain;
#endif
}

cscoring_kernel cscoring_best_kernel(void) {
  // Threads that race here all find the same.
  static _Atomic int32_t found = -1;
  if (found < 0) found = look_for_kernel();
  return (cscoring_kernel)found;
}

void cscoring_score(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk,
    int32_t end_chunk, int32_t *scores) {
  score_function *const score = entries_of(kernel).score;
  if (score) score(mentors, mentee, first_chunk, end_chunk, scores);
}

int32_t cscoring_search_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees,
    const cscoring_losses *losses, int32_t row_count, int32_t chunk, const cscoring_prices *prices,
    const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) {
  search_function *const search = entries_of(kernel).search;
  return search ? search(mentors, mentees, losses, row_count, chunk, prices, limit, found, scored_pairs) : 0;
}

void cscoring_count_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count,
    int32_t chunk, int32_t *counts) {
  count_function *const count = entries_of(kernel).count;
  if (count) count(mentors, mentees, row_count, chunk, counts);
}
