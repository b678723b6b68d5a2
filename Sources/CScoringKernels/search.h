// The search of one chunk for many rows, the same for every instruction set: included after rows.h, with
// keep_small_losses defined. SEARCH_NAME and COUNT_NAME are the kernel's entry points.
//
// One chunk's planes (some 20 kB of half hours, 60 of sectors) stay in the caches while the rows pass by; row by row over all
// chunks they would come from memory again each time.

int32_t SEARCH_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, const cscoring_losses *losses, int32_t row_count,
    int32_t chunk, const cscoring_prices *prices, const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) KERNEL_TARGET;

// The offsets in whole steps of each size that rows use, made when first needed.
enum { SHIFTS = 17 };
typedef struct {
  _Alignas(64) uint8_t steps[SHIFTS][CSCORING_CHUNK];
  bool is_made[SHIFTS];
} offset_steps;

KERNEL const uint8_t *steps_of_offsets(offset_steps *all, const int32_t *offset, int32_t shift) {
  uint8_t *const made = all->steps[shift];
  if (!all->is_made[shift]) {
    for (int32_t i = 0; i < CSCORING_CHUNK; i++) {
      const int32_t steps = offset[i] >> shift;
      made[i] = (uint8_t)(steps < 255 ? steps : 255);
    }
    all->is_made[shift] = true;
  }
  return made;
}

// What the cheapest of a price level must score for a row; false when nobody can.
KERNEL bool is_level_in_reach(int64_t base, int64_t limit, int32_t *floor) {
  int64_t wide;
  if (__builtin_sub_overflow(base, limit, &wide)) wide = limit < 0 ? INT64_MAX : INT64_MIN;
  *floor = wide < -1000000000 ? -1000000000 : (int32_t)(wide > CSCORING_NO_FLOOR ? CSCORING_NO_FLOOR : wide);
  return wide <= CSCORING_NO_FLOOR;
}

// The losses of the way to a mentor of a chunk by skill, from `way`, the most that it can be worth.
KERNEL void find_way_losses(
    const cscoring_mentee *mentee, const cscoring_losses *best, int32_t way, bool is_near, uint8_t loss[16]) {
  // What is added to a mentor's digital points for the distance, at most.
  const int32_t distance = way - best->in_person;
  for (int32_t skill = 0; skill < 16; skill++) {
    int32_t points = best->online >= 0 ? mentee->online_score[skill] : -1;
    if (is_near && mentee->in_person_score[skill] + distance > points) points = mentee->in_person_score[skill] + distance;
    const int32_t steps = (way - points) >> best->shift;
    loss[skill] = (uint8_t)(steps < 255 ? steps : 255);
  }
}

// Reduces a chunk to candidates and codes as find_above_floor does, then drops whom the losses rule out.
KERNEL bool find_survivors(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const cscoring_losses *losses, int32_t chunk,
    int32_t floor, const plane *members, const int32_t *offset, offset_steps *steps, chunk_lanes *lanes) {
  chunk_codes *const codes = &lanes->bits;
  const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
  const row_bounds best = {losses->level, losses->blocks, losses->half_hours, losses->sector,
                           losses->in_person, losses->online};
  const int32_t way = best_way(mentors, mentee, &best, chunk, is_far);
  const int32_t most = best.level + best.blocks + best.half_hours + best.sector + way;
  const int32_t whole_slack = most - floor;
  int32_t slack = most - (floor < mentee->minimum_score ? mentee->minimum_score : floor);
  if (way < 0 || slack < 0) return false;
  plane spoken[CSCORING_LEVELS];
  if (!find_possible(mentee, chunk, is_far, codes, spoken)) return false;
  int32_t level = mentee->lowest_level;
  while (level < CSCORING_LEVELS - 1 && mentee->level_score[level] < best.level - slack) level++;
  codes->candidates &= spoken[level] & *members;
  if (is_empty(&codes->candidates)) return false;
  if (!find_sector_values(mentee, chunk, &slack, codes)) return false;
  int32_t blocks = mentee->minimum_blocks;
  while (blocks < mentee->block_limit && mentee->block_score[blocks] < best.blocks - slack) blocks++;
  if (!find_common_time(mentors, mentee, chunk, blocks, codes)) return false;

  spread_codes(lanes);
  const int32_t most_steps = whole_slack >> losses->shift;
  if (most_steps >= 255) return true;
  _Alignas(16) uint8_t near_loss[16];
  const uint8_t *way_loss = losses->online_loss;
  if (mentee->may_meet_in_person && !is_far) {
    find_way_losses(mentee, losses, way, true, near_loss);
    way_loss = near_loss;
  }
  return keep_small_losses(
      losses, way_loss, mentors->skill + CSCORING_CHUNK * (int64_t)chunk,
      steps_of_offsets(steps, offset, losses->shift), most_steps, lanes, &codes->candidates);
}

int32_t SEARCH_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, const cscoring_losses *losses, int32_t row_count,
    int32_t chunk, const cscoring_prices *prices, const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) {
  chunk_lanes lanes;
  offset_steps steps;
  for (int32_t shift = 0; shift < SHIFTS; shift++) steps.is_made[shift] = false;
  int32_t count = 0;
  _Alignas(64) int32_t scores[CSCORING_CHUNK];
  for (int32_t r = 0; r < row_count; r++) {
    const cscoring_mentee *mentee = mentees + r;
    for (int32_t level = 0; level < prices->level_count; level++) {
      int32_t floor;
      if (!is_level_in_reach(prices->base[level], limit[r], &floor)) break;
      const plane *members = (const plane *)prices->members[level];
      if (!find_survivors(mentors, mentee, losses + r, chunk, floor, members, prices->offset, &steps, &lanes)) continue;
      row_constants row;
      load_row_constants(mentee, &row);
      const plane survivors = lanes.bits.candidates;
      score_candidates(mentors, mentee, &row, chunk, &lanes, scores);
      const uint64_t *words = (const uint64_t *)&survivors;
      for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
        *scored_pairs += __builtin_popcountll(words[w]);
        for (uint64_t left = words[w]; left != 0; left &= left - 1) {
          const int32_t i = 64 * w + __builtin_ctzll(left);
          if (scores[i] < 0 || prices->price[i] - scores[i] > limit[r]) continue;
          found[count++] = (cscoring_found){r, CSCORING_CHUNK * chunk + i, scores[i]};
        }
      }
    }
  }
  return count;
}

void COUNT_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count, int32_t chunk,
    int32_t *counts) KERNEL_TARGET;

void COUNT_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count, int32_t chunk, int32_t *counts) {
  chunk_lanes lanes;
  plane spoken[CSCORING_LEVELS];
  _Alignas(64) int32_t scores[CSCORING_CHUNK];
  for (int32_t r = 0; r < row_count; r++) {
    const cscoring_mentee *mentee = mentees + r;
    const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
    if (!find_possible(mentee, chunk, is_far, &lanes.bits, spoken)) continue;
    // Only distances and a least score need a look at each pair.
    if (mentee->minimum_score <= 0 && (is_far || !mentee->may_meet_in_person)) {
      if (!find_common_blocks(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits)) continue;
      const uint64_t *words = (const uint64_t *)&lanes.bits.candidates;
      for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) counts[r] += __builtin_popcountll(words[w]);
      continue;
    }
    if (!find_common_time(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits)) continue;
    find_sector_values(mentee, chunk, 0, &lanes.bits);
    row_constants row;
    load_row_constants(mentee, &row);
    score_chunk(mentors, mentee, &row, chunk, &lanes, scores);
    for (int32_t i = 0; i < CSCORING_CHUNK; i++) counts[r] += scores[i] >= 0;
  }
}
