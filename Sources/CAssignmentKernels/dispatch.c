// Chooses the variant at run time. (`target_clones` would do it at load time, but needs ELF ifuncs, which crash at
// start-up under ThreadSanitizer.)
#include "CAssignmentKernels.h"

#if defined(__x86_64__)
#define VARIANTS(result, name, parameters) \
  result cassignment_##name##_baseline parameters; \
  result cassignment_##name##_avx2 parameters; \
  result cassignment_##name##_avx512 parameters;
#define RUN(name, ...) \
  switch (variant) { \
    case CASSIGNMENT_AVX512: return cassignment_##name##_avx512(__VA_ARGS__); \
    case CASSIGNMENT_AVX2: return cassignment_##name##_avx2(__VA_ARGS__); \
    case CASSIGNMENT_BASELINE: break; \
  } \
  return cassignment_##name##_baseline(__VA_ARGS__)

static cassignment_variant look_for_variant(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") || !__builtin_cpu_supports("bmi2")) {
    return CASSIGNMENT_BASELINE;
  }
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl")) {
    return CASSIGNMENT_AVX2;
  }
  return CASSIGNMENT_AVX512;
}
#else
#define VARIANTS(result, name, parameters) result cassignment_##name##_baseline parameters;
#define RUN(name, ...) \
  (void)variant; \
  return cassignment_##name##_baseline(__VA_ARGS__)

static cassignment_variant look_for_variant(void) { return CASSIGNMENT_BASELINE; }
#endif

cassignment_variant cassignment_best_variant(void) {
  // Threads that race here all find the same.
  static _Atomic int32_t found = -1;
  if (found < 0) found = look_for_variant();
  return (cassignment_variant)found;
}

VARIANTS(void, lane_minima, (const int32_t *, const int32_t *, int64_t, int32_t *))
VARIANTS(int32_t, level_of_lanes, (const int32_t *, int32_t, int32_t))
VARIANTS(int64_t, list_below, (const int32_t *, const int32_t *, int64_t, int64_t, int32_t, int32_t *, int64_t))
VARIANTS(int64_t, list_best, (const int32_t *, const int32_t *, int64_t, int32_t, int32_t, int64_t, int32_t *, int32_t *, int32_t *))
VARIANTS(void, two_least, (const int32_t *, const int32_t *, int64_t, int32_t *))
VARIANTS(void, raise_offsets, (const int32_t *, int64_t, int32_t, int32_t *))
VARIANTS(void, cost_range, (const int32_t *, int64_t, int32_t *))
VARIANTS(int64_t, first_below, (const int32_t *, const int64_t *, int64_t, int64_t, int64_t))
VARIANTS(int64_t, first_below_short, (const int16_t *, const int64_t *, int64_t, int64_t, int64_t))
VARIANTS(void, raise_prices, (const int32_t *, const int64_t *, int64_t, int64_t, int64_t *, int64_t *))
VARIANTS(void, widen, (const int16_t *, int64_t, int32_t *))

void cassignment_lane_minima(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *lanes) {
  RUN(lane_minima, costs, offsets, count, lanes);
}

int32_t cassignment_level_of_lanes(
    cassignment_variant variant, const int32_t *lanes, int32_t wanted, int32_t ceiling) {
  RUN(level_of_lanes, lanes, wanted, ceiling);
}

int64_t cassignment_list_below(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int64_t start,
    int32_t limit, int32_t *items, int64_t capacity) {
  RUN(list_below, costs, offsets, count, start, limit, items, capacity);
}

int64_t cassignment_list_best(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t wanted,
    int32_t ceiling, int64_t capacity, int32_t *items, int32_t *sums, int32_t *levels) {
  RUN(list_best, costs, offsets, count, wanted, ceiling, capacity, items, sums, levels);
}

void cassignment_two_least(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *least) {
  RUN(two_least, costs, offsets, count, least);
}

void cassignment_raise_offsets(
    cassignment_variant variant, const int32_t *costs, int64_t count, int32_t level, int32_t *offsets) {
  RUN(raise_offsets, costs, count, level, offsets);
}

void cassignment_cost_range(cassignment_variant variant, const int32_t *costs, int64_t count, int32_t *range) {
  RUN(cost_range, costs, count, range);
}

int64_t cassignment_first_below(
    cassignment_variant variant, const int32_t *costs, const int64_t *offsets, int64_t count, int64_t start,
    int64_t limit) {
  RUN(first_below, costs, offsets, count, start, limit);
}

int64_t cassignment_first_below_short(
    cassignment_variant variant, const int16_t *costs, const int64_t *offsets, int64_t count, int64_t start,
    int64_t limit) {
  RUN(first_below_short, costs, offsets, count, start, limit);
}

void cassignment_raise_prices(
    cassignment_variant variant, const int32_t *costs, const int64_t *duals, int64_t count, int64_t limit,
    int64_t *prices, int64_t *least) {
  RUN(raise_prices, costs, duals, count, limit, prices, least);
}

void cassignment_widen(cassignment_variant variant, const int16_t *costs, int64_t count, int32_t *wide) {
  RUN(widen, costs, count, wide);
}

// Sixteen rows at a time, so that the writes of a column share cache lines. No variant is faster: memory decides.
void cassignment_gather_columns(
    const int32_t *costs, int64_t row_count, int64_t column_count, int64_t first_column, int64_t width, int32_t *gathered) {
  // Each row is a page of its own where rows are long: what comes soon is asked for ahead, or each load would wait for the one
  // before it (`Peers/run --case 'low 5000'`: 0.9 instead of 1.3 s).
  enum { ROWS = 16, AHEAD = 64 };
  int64_t row = 0;
  for (; row + ROWS <= row_count; row += ROWS) {
    const int32_t *from = costs + row * column_count + first_column;
    if (row + AHEAD + ROWS <= row_count) {
      for (int k = 0; k < ROWS; k++) __builtin_prefetch(from + (AHEAD + k) * column_count, 0, 2);
    }
    for (int64_t column = 0; column < width; column++) {
      int32_t *to = gathered + column * row_count + row;
      for (int k = 0; k < ROWS; k++) to[k] = from[k * column_count + column];
    }
  }
  for (; row < row_count; row++) {
    for (int64_t column = 0; column < width; column++) {
      gathered[column * row_count + row] = costs[row * column_count + first_column + column];
    }
  }
}
