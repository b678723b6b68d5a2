// Chooses the kernel at run time. (`target_clones` would do it at load time, but needs ELF ifuncs, which crash at start-up
// under ThreadSanitizer.)
#include "CScoringKernels.h"

#if defined(__x86_64__)

void cscoring_score_avx2(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);
void cscoring_score_avx512(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);
void cscoring_score_avx512vbmi(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);

typedef int32_t search_function(
    const cscoring_mentors *, const cscoring_mentee *, const cscoring_losses *, int32_t, int32_t,
    const cscoring_prices *, const int64_t *, cscoring_found *, int64_t *);
search_function cscoring_search_chunk_avx2, cscoring_search_chunk_avx512, cscoring_search_chunk_avx512vbmi;

typedef void count_function(const cscoring_mentors *, const cscoring_mentee *, int32_t, int32_t, int32_t *);
count_function cscoring_count_chunk_avx2, cscoring_count_chunk_avx512, cscoring_count_chunk_avx512vbmi;

static cscoring_kernel look_for_kernel(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return CSCORING_KERNEL_NONE;
  if (!__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2")) return CSCORING_KERNEL_NONE;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl")) {
    return CSCORING_KERNEL_AVX2;
  }
  if (!__builtin_cpu_supports("avx512vbmi") || !__builtin_cpu_supports("gfni")) return CSCORING_KERNEL_AVX512;
  return CSCORING_KERNEL_AVX512_VBMI;
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
  switch (kernel) {
    case CSCORING_KERNEL_NONE: break;
    case CSCORING_KERNEL_AVX2: cscoring_score_avx2(mentors, mentee, first_chunk, end_chunk, scores); break;
    case CSCORING_KERNEL_AVX512: cscoring_score_avx512(mentors, mentee, first_chunk, end_chunk, scores); break;
    case CSCORING_KERNEL_AVX512_VBMI:
      cscoring_score_avx512vbmi(mentors, mentee, first_chunk, end_chunk, scores);
      break;
  }
}

int32_t cscoring_search_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees,
    const cscoring_losses *losses, int32_t row_count, int32_t chunk, const cscoring_prices *prices,
    const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) {
  search_function *const search = kernel == CSCORING_KERNEL_AVX2     ? cscoring_search_chunk_avx2
                                  : kernel == CSCORING_KERNEL_AVX512 ? cscoring_search_chunk_avx512
                                                                     : cscoring_search_chunk_avx512vbmi;
  if (kernel == CSCORING_KERNEL_NONE) return 0;
  return search(mentors, mentees, losses, row_count, chunk, prices, limit, found, scored_pairs);
}

void cscoring_count_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count,
    int32_t chunk, int32_t *counts) {
  count_function *const count = kernel == CSCORING_KERNEL_AVX2     ? cscoring_count_chunk_avx2
                                : kernel == CSCORING_KERNEL_AVX512 ? cscoring_count_chunk_avx512
                                                                   : cscoring_count_chunk_avx512vbmi;
  if (kernel != CSCORING_KERNEL_NONE) count(mentors, mentees, row_count, chunk, counts);
}

#else

cscoring_kernel cscoring_best_kernel(void) { return CSCORING_KERNEL_NONE; }

void cscoring_score(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk,
    int32_t end_chunk, int32_t *scores) {
  (void)kernel, (void)mentors, (void)mentee, (void)first_chunk, (void)end_chunk, (void)scores;
}

int32_t cscoring_search_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees,
    const cscoring_losses *losses, int32_t row_count, int32_t chunk, const cscoring_prices *prices,
    const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) {
  (void)kernel, (void)mentors, (void)mentees, (void)losses, (void)row_count, (void)chunk, (void)prices, (void)limit;
  (void)found, (void)scored_pairs;
  return 0;
}

void cscoring_count_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count,
    int32_t chunk, int32_t *counts) {
  (void)kernel, (void)mentors, (void)mentees, (void)row_count, (void)chunk, (void)counts;
}

#endif
