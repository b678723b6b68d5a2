// Passes over one line of a cost table: the costs of a bidder for all items, together with an offset per item.
//
// Narrow numbers, so that a sum fits a 32-bit lane: offsets are 0 ... CASSIGNMENT_FAR, and a cost at or above
// CASSIGNMENT_COST_CAP (which includes the mark of a forbidden pair, INT32_MAX) counts as that cap. The caller checks
// sizes and ranges once; the kernels trust them. All variants give the same answers, bit for bit.
#ifndef CASSIGNMENTKERNELS_H
#define CASSIGNMENTKERNELS_H

#include <stdint.h>

enum {
  CASSIGNMENT_LANES = 128,
  CASSIGNMENT_FAR = 1 << 30,
  CASSIGNMENT_COST_CAP = (1 << 30) - 1,
};

typedef enum {
  CASSIGNMENT_BASELINE = 0,
  CASSIGNMENT_AVX2 = 1,
  CASSIGNMENT_AVX512 = 2,
} cassignment_variant;

// What this machine can run; looked up once.
cassignment_variant cassignment_best_variant(void);

// lanes[l] = the least capped cost + offset over the items with index l mod 128; INT32_MAX for a lane without item.
void cassignment_lane_minima(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *lanes);

// The least level up to `ceiling` that at least `wanted` of the lanes are at or below, or a little more than the least: up
// to a quarter more of them. INT32_MAX if fewer than `wanted` lanes are at or below the ceiling.
int32_t cassignment_level_of_lanes(cassignment_variant variant, const int32_t *lanes, int32_t wanted, int32_t ceiling);

// Writes the items from `start` on with cost < limit - offset, ascending, up to `capacity` of them; returns how many.
// limit is within -2^30 ... 2^30.
int64_t cassignment_list_below(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int64_t start,
    int32_t limit, int32_t *items, int64_t capacity);

// The items whose capped cost + offset is at most a level that cassignment_level_of_lanes finds, by sum and then by item,
// with their sums; returns how many. -1 if there is no such level or if the items reach `capacity` <= 96 and are not all there
// are. levels[0] = that level, INT32_MAX if there is none; levels[1] = the least capped cost + offset.
int64_t cassignment_list_best(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t wanted,
    int32_t ceiling, int64_t capacity, int32_t *items, int32_t *sums, int32_t *levels);

// least[0] = the least capped cost + offset, least[1] = its first item (-1 if count is 0), least[2] = the second least.
void cassignment_two_least(
    cassignment_variant variant, const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *least);

// offsets[i] = max(offsets[i], level - capped cost); level is within -2^29 ... 2^29.
void cassignment_raise_offsets(
    cassignment_variant variant, const int32_t *costs, int64_t count, int32_t level, int32_t *offsets);

// range[0], range[1] = the least and the greatest cost that is not INT32_MAX; INT32_MAX, INT32_MIN if there is none.
void cassignment_cost_range(cassignment_variant variant, const int32_t *costs, int64_t count, int32_t *range);

// The first item from `start` on with cost != INT32_MAX and cost + offset < limit in 64 bits, or count.
int64_t cassignment_first_below(
    cassignment_variant variant, const int32_t *costs, const int64_t *offsets, int64_t count, int64_t start,
    int64_t limit);

// The same for 16-bit costs, where INT16_MAX is the mark of a forbidden pair.
int64_t cassignment_first_below_short(
    cassignment_variant variant, const int16_t *costs, const int64_t *offsets, int64_t count, int64_t start,
    int64_t limit);

// prices[i] = max(prices[i], limit - cost) where cost != INT32_MAX, in 64 bits; then least[0] = the least of
// duals[i] - prices[i], least[1] = its first item (INT64_MAX and -1 if count is 0). All differences are within 64 bits.
void cassignment_raise_prices(
    cassignment_variant variant, const int32_t *costs, const int64_t *duals, int64_t count, int64_t limit,
    int64_t *prices, int64_t *least);

// Writes `width` neighbouring columns of a table of `row_count` rows, from `first_column` on, one after the other.
void cassignment_gather_columns(
    const int32_t *costs, int64_t row_count, int64_t column_count, int64_t first_column, int64_t width, int32_t *gathered);

// Widens 16-bit costs; INT16_MAX, the mark of a forbidden pair, becomes INT32_MAX.
void cassignment_widen(cassignment_variant variant, const int16_t *costs, int64_t count, int32_t *wide);

// Calls work(context, 0), and work(context, 1) at the same time on another thread; returns when both have ended. Where there is
// one processor, or no thread to be had, one after the other.
void cassignment_run_both(void (*work)(void *context, int32_t part), void *context);

#endif
