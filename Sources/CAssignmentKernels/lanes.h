// The kernels, written once on vectors of sixteen 32-bit lanes; compiled for each instruction set by a file that defines
// KERNEL_TARGET and KERNEL(name). The compiler splits a vector where registers are shorter.
#include "CAssignmentKernels.h"

#include <stdbool.h>
#include <string.h>

// Vectors are passed between functions that are always inlined, so no calling convention is concerned.
#pragma clang diagnostic ignored "-Wpsabi"

typedef int32_t lanes __attribute__((ext_vector_type(16)));
typedef int64_t wide_lanes __attribute__((ext_vector_type(16)));
typedef int32_t half_lanes __attribute__((ext_vector_type(8)));
typedef int64_t wide_half __attribute__((ext_vector_type(8)));
typedef bool lane_bits __attribute__((ext_vector_type(16)));
typedef int16_t short_lanes __attribute__((ext_vector_type(16)));

enum { WIDTH = 16 };

#define INLINE KERNEL_TARGET static inline __attribute__((always_inline))

INLINE lanes load(const int32_t *from) {
  lanes value;
  memcpy(&value, from, sizeof value);
  return value;
}

INLINE lanes splat(int32_t value) { return (lanes)value; }

INLINE uint32_t bits(lanes mask) {
  const lane_bits packed = __builtin_convertvector(-mask, lane_bits);
  uint16_t word;
  memcpy(&word, &packed, sizeof word);
  return word;
}

INLINE lanes capped_sum(const int32_t *costs, const int32_t *offsets) {
  return __builtin_elementwise_min(load(costs), splat(CASSIGNMENT_COST_CAP)) + load(offsets);
}

INLINE int32_t capped(int32_t cost) { return cost < CASSIGNMENT_COST_CAP ? cost : CASSIGNMENT_COST_CAP; }

KERNEL_TARGET void KERNEL(lane_minima)(
    const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *minima) {
  lanes least[8];
  for (int k = 0; k < 8; k++) least[k] = splat(INT32_MAX);
  int64_t item = 0;
  for (; item + CASSIGNMENT_LANES <= count; item += CASSIGNMENT_LANES) {
#pragma clang loop unroll(full)
    for (int k = 0; k < 8; k++) {
      least[k] = __builtin_elementwise_min(least[k], capped_sum(costs + item + WIDTH * k, offsets + item + WIDTH * k));
    }
  }
  for (int k = 0; k < 8; k++) memcpy(minima + WIDTH * k, &least[k], sizeof least[k]);
  for (int64_t lane = 0; item < count; item++, lane++) {
    const int32_t sum = capped(costs[item]) + offsets[item];
    if (sum < minima[lane]) minima[lane] = sum;
  }
}

INLINE int32_t count_up_to(const lanes minima[8], int32_t level) {
  lanes count = splat(0);
#pragma clang loop unroll(full)
  for (int k = 0; k < 8; k++) count -= minima[k] <= splat(level);
  return __builtin_reduce_add(count);
}

KERNEL_TARGET int32_t KERNEL(level_of_lanes)(const int32_t *lane_minima, int32_t wanted, int32_t ceiling) {
  lanes minima[8];
  memcpy(minima, lane_minima, sizeof minima);
  lanes least = minima[0];
  for (int k = 1; k < 8; k++) least = __builtin_elementwise_min(least, minima[k]);
  if (count_up_to(minima, ceiling) < wanted) return INT32_MAX;
  // Gallop from the least to the scale of the best lanes, then halve.
  int64_t low = (int64_t)__builtin_reduce_min(least) - 1;
  int64_t high = ceiling;
  for (int64_t step = 1; low + step < high; step *= 4) {
    if (count_up_to(minima, (int32_t)(low + step)) >= wanted) {
      high = low + step;
    } else {
      low += step;
    }
  }
  while (high - low > 1) {
    const int64_t middle = low + (high - low) / 2;
    const int32_t count = count_up_to(minima, (int32_t)middle);
    if (count >= wanted) {
      high = middle;
      if (count <= wanted + wanted / 4) break;
    } else {
      low = middle;
    }
  }
  return (int32_t)high;
}

KERNEL_TARGET int64_t KERNEL(list_below)(
    const int32_t *costs, const int32_t *offsets, int64_t count, int64_t start, int32_t limit, int32_t *items,
    int64_t capacity) {
  int64_t found = 0;
  int64_t item = start;
  for (; item + 4 * WIDTH <= count; item += 4 * WIDTH) {
    lanes below[4];
#pragma clang loop unroll(full)
    for (int k = 0; k < 4; k++) {
      below[k] = load(costs + item + WIDTH * k) < splat(limit) - load(offsets + item + WIDTH * k);
    }
    const lanes any = below[0] | below[1] | below[2] | below[3];
    if (__builtin_reduce_or(any) == 0) continue;
    uint64_t hits = (uint64_t)bits(below[0]) | (uint64_t)bits(below[1]) << 16 | (uint64_t)bits(below[2]) << 32 |
                    (uint64_t)bits(below[3]) << 48;
    for (; hits != 0; hits &= hits - 1) {
      if (found == capacity) return found;
      items[found++] = (int32_t)(item + __builtin_ctzll(hits));
    }
  }
  for (; item < count; item++) {
    if (costs[item] < limit - offsets[item]) {
      if (found == capacity) return found;
      items[found++] = (int32_t)item;
    }
  }
  return found;
}

KERNEL_TARGET int64_t KERNEL(list_best)(
    const int32_t *costs, const int32_t *offsets, int64_t count, int32_t wanted, int32_t ceiling, int64_t capacity,
    int32_t *items, int32_t *sums, int32_t *levels) {
  enum { MOST = 96 };
  int32_t minima[CASSIGNMENT_LANES], listed[MOST], keys[MOST];
  KERNEL(lane_minima)(costs, offsets, count, minima);
  const int32_t level = levels[0] = KERNEL(level_of_lanes)(minima, wanted, ceiling);
  levels[1] = minima[0];
  for (int k = 1; k < CASSIGNMENT_LANES; k++) levels[1] = minima[k] < levels[1] ? minima[k] : levels[1];
  if (level == INT32_MAX) return -1;
  const int64_t found = KERNEL(list_below)(costs, offsets, count, 0, level + 1, listed, capacity);
  if (found == capacity && capacity < count) return -1;
  for (int64_t k = 0; k < found; k++) keys[k] = costs[listed[k]] + offsets[listed[k]];
  for (int64_t k = found; k % WIDTH != 0; k++) keys[k] = INT32_MAX;
  // The place of each is the number of those before it: no branch depends on the keys.
  const lanes indices = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  for (int64_t k = 0; k < found; k++) {
    const lanes key = splat(keys[k]);
    lanes before = splat(0);
    for (int64_t other = 0; other < found; other += WIDTH) {
      const lanes others = load(keys + other);
      before -= (others < key) | ((others == key) & (indices < splat((int32_t)(k - other))));
    }
    const int32_t place = __builtin_reduce_add(before);
    items[place] = listed[k];
    sums[place] = keys[k];
  }
  return found;
}

KERNEL_TARGET void KERNEL(two_least)(
    const int32_t *costs, const int32_t *offsets, int64_t count, int32_t *least) {
  lanes first = splat(INT32_MAX), second = first, item_of_first = splat(-1);
  lanes items = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  int64_t item = 0;
  for (; item + WIDTH <= count; item += WIDTH) {
    const lanes sum = capped_sum(costs + item, offsets + item);
    const lanes better = sum < first;
    second = __builtin_elementwise_min(second, __builtin_elementwise_max(first, sum));
    first = __builtin_elementwise_min(first, sum);
    item_of_first = (items & better) | (item_of_first & ~better);
    items += splat(WIDTH);
  }
  int32_t best = INT32_MAX, best_item = -1, next = INT32_MAX;
  for (int lane = 0; lane < WIDTH; lane++) {
    const int32_t sum = first[lane];
    if (sum < best || (sum == best && item_of_first[lane] < best_item)) {
      if (best < next) next = best;
      best = sum;
      best_item = item_of_first[lane];
    } else if (sum < next) {
      next = sum;
    }
    if (second[lane] < next) next = second[lane];
  }
  for (; item < count; item++) {
    const int32_t sum = capped(costs[item]) + offsets[item];
    if (sum < best) {
      next = best;
      best = sum;
      best_item = (int32_t)item;
    } else if (sum < next) {
      next = sum;
    }
  }
  least[0] = best;
  least[1] = best_item;
  least[2] = next;
}

KERNEL_TARGET void KERNEL(raise_offsets)(const int32_t *costs, int64_t count, int32_t level, int32_t *offsets) {
  int64_t item = 0;
  for (; item + WIDTH <= count; item += WIDTH) {
    const lanes wanted = splat(level) - __builtin_elementwise_min(load(costs + item), splat(CASSIGNMENT_COST_CAP));
    const lanes raised = __builtin_elementwise_max(load(offsets + item), wanted);
    memcpy(offsets + item, &raised, sizeof raised);
  }
  for (; item < count; item++) {
    const int32_t wanted = level - capped(costs[item]);
    if (wanted > offsets[item]) offsets[item] = wanted;
  }
}

KERNEL_TARGET void KERNEL(cost_range)(const int32_t *costs, int64_t count, int32_t *range) {
  lanes least = splat(INT32_MAX), greatest = splat(INT32_MIN);
  int64_t item = 0;
  for (; item + WIDTH <= count; item += WIDTH) {
    const lanes cost = load(costs + item);
    least = __builtin_elementwise_min(least, cost);
    // A forbidden pair becomes the least number there is.
    greatest = __builtin_elementwise_max(greatest, cost ^ (splat(-1) & (cost == splat(INT32_MAX))));
  }
  int32_t low = __builtin_reduce_min(least), high = __builtin_reduce_max(greatest);
  for (; item < count; item++) {
    if (costs[item] == INT32_MAX) continue;
    if (costs[item] < low) low = costs[item];
    if (costs[item] > high) high = costs[item];
  }
  range[0] = low;
  range[1] = high;
}

KERNEL_TARGET int64_t KERNEL(first_below)(
    const int32_t *costs, const int64_t *offsets, int64_t count, int64_t start, int64_t limit) {
  int64_t item = start;
  while (item < count) {
    if (item + WIDTH <= count) {
      wide_lanes offset;
      memcpy(&offset, offsets + item, sizeof offset);
      // The sign of the difference, which does not wrap: |offset| and |limit| are at most 2^62.
      const wide_lanes difference = __builtin_convertvector(load(costs + item), wide_lanes) + offset - (wide_lanes)limit;
      if (__builtin_reduce_or(difference) >= 0) {
        item += WIDTH;
        continue;
      }
    }
    const int64_t end = item + WIDTH < count ? item + WIDTH : count;
    for (; item < end; item++) {
      if ((int64_t)costs[item] + offsets[item] < limit && costs[item] != INT32_MAX) return item;
    }
  }
  return count;
}

KERNEL_TARGET int64_t KERNEL(first_below_short)(
    const int16_t *costs, const int64_t *offsets, int64_t count, int64_t start, int64_t limit) {
  int64_t item = start;
  while (item < count) {
    if (item + WIDTH <= count) {
      short_lanes cost;
      wide_lanes offset;
      memcpy(&cost, costs + item, sizeof cost);
      memcpy(&offset, offsets + item, sizeof offset);
      // The sign of the difference, which does not wrap: |offset| and |limit| are at most 2^62.
      const wide_lanes difference = __builtin_convertvector(cost, wide_lanes) + offset - (wide_lanes)limit;
      if (__builtin_reduce_or(difference) >= 0) {
        item += WIDTH;
        continue;
      }
    }
    const int64_t end = item + WIDTH < count ? item + WIDTH : count;
    for (; item < end; item++) {
      if ((int64_t)costs[item] + offsets[item] < limit && costs[item] != INT16_MAX) return item;
    }
  }
  return count;
}

KERNEL_TARGET void KERNEL(raise_prices)(
    const int32_t *costs, const int64_t *duals, int64_t count, int64_t limit, int64_t *prices, int64_t *least) {
  enum { HALF = 8 };
  wide_half best = (wide_half)INT64_MAX, item_of_best = (wide_half)(int64_t)-1;
  wide_half items = {0, 1, 2, 3, 4, 5, 6, 7};
  int64_t item = 0;
  for (; item + HALF <= count; item += HALF) {
    half_lanes cost;
    wide_half price, dual;
    memcpy(&cost, costs + item, sizeof cost);
    memcpy(&price, prices + item, sizeof price);
    memcpy(&dual, duals + item, sizeof dual);
    const wide_half wide = __builtin_convertvector(cost, wide_half);
    const wide_half is_allowed = wide != (wide_half)(int64_t)INT32_MAX;
    const wide_half wanted = (((wide_half)limit - wide) & is_allowed) | (price & ~is_allowed);
    price = __builtin_elementwise_max(price, wanted);
    memcpy(prices + item, &price, sizeof price);
    const wide_half difference = dual - price;
    const wide_half is_better = difference < best;
    best = __builtin_elementwise_min(best, difference);
    item_of_best = (items & is_better) | (item_of_best & ~is_better);
    items += (wide_half)(int64_t)HALF;
  }
  int64_t low = INT64_MAX, low_item = -1;
  for (int lane = 0; lane < HALF; lane++) {
    if (best[lane] < low || (best[lane] == low && item_of_best[lane] < low_item)) {
      low = best[lane];
      low_item = item_of_best[lane];
    }
  }
  for (; item < count; item++) {
    if (costs[item] != INT32_MAX && limit - costs[item] > prices[item]) prices[item] = limit - costs[item];
    if (duals[item] - prices[item] < low) {
      low = duals[item] - prices[item];
      low_item = item;
    }
  }
  least[0] = low;
  least[1] = low_item;
}

KERNEL_TARGET void KERNEL(widen)(const int16_t *costs, int64_t count, int32_t *wide) {
  int64_t item = 0;
  for (; item + WIDTH <= count; item += WIDTH) {
    short_lanes narrow;
    memcpy(&narrow, costs + item, sizeof narrow);
    const lanes cost = __builtin_convertvector(narrow, lanes);
    const lanes is_forbidden = cost == splat(INT16_MAX);
    const lanes value = (cost & ~is_forbidden) | (splat(INT32_MAX) & is_forbidden);
    memcpy(wide + item, &value, sizeof value);
  }
  for (; item < count; item++) wide[item] = costs[item] == INT16_MAX ? INT32_MAX : costs[item];
}
