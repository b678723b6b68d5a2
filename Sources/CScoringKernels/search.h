// The search of one chunk for many rows, the same for every instruction set: included after rows.h, with
// keep_small_losses defined. SEARCH_NAME and COUNT_NAME are the kernel's entry points.
//
// One chunk's planes (some 20 kB of half hours, 60 of sectors) stay in the caches while the rows pass by; row by row over all
// chunks they would come from memory again each time.

// Where the code of mentor i of a chunk lies.
#ifndef CODE_PLACE
#define CODE_PLACE(i) (i)
#endif

int32_t SEARCH_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, const cscoring_losses *losses, int32_t row_count,
    int32_t chunk, const cscoring_prices *prices, const int64_t *limit, cscoring_found *found,
    int64_t *scored_pairs) KERNEL_TARGET;

// What the cheapest of a price level must score for a row; false when nobody can.
KERNEL bool is_level_in_reach(int64_t base, int64_t limit, int32_t *floor) {
  int64_t wide;
  if (__builtin_sub_overflow(base, limit, &wide)) wide = limit < 0 ? INT64_MAX : INT64_MIN;
  *floor = wide < -1000000000 ? -1000000000 : (int32_t)(wide > CSCORING_GREATEST_SCORE ? CSCORING_GREATEST_SCORE : wide);
  return wide <= CSCORING_GREATEST_SCORE;
}

// The losses of the way to a mentor of a chunk by skill, from `way`, the most that it can be worth.
KERNEL void find_way_losses(
    const cscoring_mentee *mentee, const cscoring_losses *best, int32_t way, uint8_t loss[16]) {
  // What is added to a mentor's digital points for the distance, at most.
  const int32_t distance = way - best->in_person;
  for (int32_t skill = 0; skill < 16; skill++) {
    int32_t points = best->online >= 0 ? mentee->online_score[skill] : -1;
    if (mentee->in_person_score[skill] + distance > points) points = mentee->in_person_score[skill] + distance;
    const int32_t steps = (way - points) >> CSCORING_STEP_SHIFT;
    loss[skill] = (uint8_t)(steps < 255 ? steps : 255);
  }
}

// Reduces a chunk to candidates and codes as far as some pair may score `floor` or more; false when none can. Candidates that
// bounds show to be below are dropped on the way: each criterion gives at most its best, so none may fall short of its best
// by more than the sum of all bests exceeds the floor (`slack`). In the end the losses of all criteria are added up.
KERNEL bool find_survivors(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const cscoring_losses *losses, int32_t chunk,
    int32_t floor, const plane *members, const uint8_t *price_steps, chunk_lanes *lanes) {
  chunk_codes *const codes = &lanes->bits;
  const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
  const int32_t way = best_way(mentors, mentee, losses, chunk, is_far);
  const int32_t most = losses->level + losses->blocks + losses->half_hours + losses->sector + way;
  const int32_t whole_slack = most - floor;
  int32_t slack = most - (floor < mentee->minimum_score ? mentee->minimum_score : floor);
  if (way < 0 || slack < 0) return false;
  plane spoken[CSCORING_LEVELS];
  if (!find_possible(mentee, chunk, is_far, codes, spoken)) return false;
  int32_t level = mentee->lowest_level;
  while (level < CSCORING_LEVELS - 1 && mentee->level_score[level] < losses->level - slack) level++;
  codes->candidates &= spoken[level] & *members;
  if (is_empty(&codes->candidates)) return false;
  if (!find_sector_values_within(mentee, chunk, &slack, codes)) return false;
  int32_t blocks = mentee->minimum_blocks;
  while (blocks < mentee->block_limit && mentee->block_score[blocks] < losses->blocks - slack) blocks++;
  if (!find_common_time(mentors, mentee, chunk, blocks, codes)) return false;

  spread_codes(mentee, lanes);
  const int32_t most_steps = whole_slack >> CSCORING_STEP_SHIFT;
  if (most_steps >= 255) return true;
  _Alignas(16) uint8_t near_loss[16];
  const uint8_t *way_loss = losses->online_loss;
  if (mentee->may_meet_in_person && !is_far) {
    find_way_losses(mentee, losses, way, near_loss);
    way_loss = near_loss;
  }
  return keep_small_losses(
      losses, way_loss, mentors->skill + CSCORING_CHUNK * (int64_t)chunk,
      price_steps, most_steps, lanes, &codes->candidates);
}

// So many pairs are scored sooner one by one than with all of their chunk.
enum { FEW_SURVIVORS = 12 };

// The score of a candidate whose codes are spread; -1 when the two cannot meet or score too little.
KERNEL int32_t score_one(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t i, const chunk_lanes *lanes) {
  const int32_t position = chunk * CSCORING_CHUNK + i;
  const int32_t skill = mentors->skill[position];
  int32_t way = -1;
  if (((const uint64_t *)&lanes->bits.in_person)[i / 64] >> (i % 64) & 1) {
    const int32_t limit = mentors->limit[position] < mentee->limit ? mentors->limit[position] : mentee->limit;
    if (mentee->minutes_of_zone) {
      const int32_t zone = mentors->zone[position];
      if (mentee->minutes_of_zone[zone] <= limit) way = mentee->in_person_score[skill] + mentee->score_of_zone[zone];
    } else {
      const int64_t metres = cscoring_exact_metres(mentors, mentee, position);
      if (metres <= limit) {
        way = mentee->in_person_score[skill] + mentee->curve->weight * cscoring_points(mentee->curve, metres);
      }
    }
  }
  if (way < 0 && ((const uint64_t *)&lanes->bits.online)[i / 64] >> (i % 64) & 1) way = mentee->online_score[skill];
  if (way < 0) return -1;
  const int32_t code = lanes->level_and_blocks[CODE_PLACE(i)];
  const int32_t score = way + mentee->level_score[code & 7] + mentee->block_score[code >> 3] +
                        mentee->half_hour_score[lanes->half_hours[CODE_PLACE(i)]] + mentee->sector_score[lanes->sector[CODE_PLACE(i)]];
  return score < mentee->minimum_score ? -1 : score;
}

int32_t SEARCH_NAME(
    const cscoring_mentors *mentors, const cscoring_mentee *mentees, const cscoring_losses *losses, int32_t row_count,
    int32_t chunk, const cscoring_prices *prices, const int64_t *limit, cscoring_found *found, int64_t *scored_pairs) {
  chunk_lanes lanes;
  int32_t count = 0;
  _Alignas(64) int32_t scores[CSCORING_CHUNK];
  _Alignas(64) uint64_t doubtful[CSCORING_CHUNK_WORDS];
  const chunk_scores out = {scores, doubtful};
  for (int32_t r = 0; r < row_count; r++) {
    const cscoring_mentee *mentee = mentees + r;
    for (int32_t level = 0; level < prices->level_count; level++) {
      int32_t floor;
      if (!is_level_in_reach(prices->base[level], limit[r], &floor)) break;
      const plane *own = (const plane *)prices->members[level];
      if (!find_survivors(mentors, mentee, losses + r, chunk, floor, own, prices->steps, &lanes)) continue;
      const plane survivors = lanes.bits.candidates;
      int32_t members[CSCORING_CHUNK + 3];
      const int32_t survivor_count = list_members((const uint64_t *)&survivors, members);
      *scored_pairs += survivor_count;
      const bool are_few = survivor_count <= FEW_SURVIVORS;
      if (!are_few) {
        row_constants row;
        load_row_constants(mentee, &row);
        score_candidates(mentors, mentee, &row, chunk, &lanes, &out);
        finish_scores(mentors, mentee, &row, chunk, 1, &out);
      }
      for (int32_t k = 0; k < survivor_count; k++) {
        const int32_t i = members[k];
        const int32_t score = are_few ? score_one(mentors, mentee, chunk, i, &lanes) : scores[i];
        if (score < 0 || prices->price[i] - score > limit[r]) continue;
        found[count++] = (cscoring_found){r, CSCORING_CHUNK * chunk + i, score};
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
  _Alignas(64) uint64_t doubtful[CSCORING_CHUNK_WORDS];
  const chunk_scores out = {scores, doubtful};
  for (int32_t r = 0; r < row_count; r++) {
    const cscoring_mentee *mentee = mentees + r;
    const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
    if (!find_possible(mentee, chunk, is_far, &lanes.bits, spoken)) continue;
    // Only distances and a least score need a look at each pair.
    if (mentee->minimum_score <= 0 && (is_far || !mentee->may_meet_in_person)) {
      plane reached[CSCORING_BLOCKS];
      if (!keep_common_blocks(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits, reached)) continue;
      const uint64_t *words = (const uint64_t *)&lanes.bits.candidates;
      for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) counts[r] += __builtin_popcountll(words[w]);
      continue;
    }
    if (!find_common_time(mentors, mentee, chunk, mentee->minimum_blocks, &lanes.bits)) continue;
    find_sector_values(mentee, chunk, &lanes.bits);
    row_constants row;
    load_row_constants(mentee, &row);
    spread_codes(mentee, &lanes);
    score_candidates(mentors, mentee, &row, chunk, &lanes, &out);
    finish_scores(mentors, mentee, &row, chunk, 1, &out);
    for (int32_t i = 0; i < CSCORING_CHUNK; i++) counts[r] += scores[i] >= 0;
  }
}
