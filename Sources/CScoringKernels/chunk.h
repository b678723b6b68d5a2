// The part of the kernels that handles a chunk bit by bit: who can be a candidate at all, and the small codes (level,
// blocks, half hours, sector value) from which the scores are looked up. Compiled once for each instruction set: the
// including file defines KERNEL_TARGET, the function attribute that selects it.
//
// Counting is done across planes: a number below 2^k for each of 512 mentors is k planes, and one full adder adds 512
// numbers' bits at once (two three-input operations where the machine has them).
#include "exact.h"

typedef uint64_t plane __attribute__((vector_size(64), aligned(64)));

#define KERNEL static inline __attribute__((always_inline)) KERNEL_TARGET

// Bits, one per mentor of the chunk.
typedef struct {
  plane candidates;  // hard rules kept, as far as they can be told by bits: distance and least score are to come
  plane in_person;
  plane online;
  plane level[3];  // binary
  plane blocks[4];
  plane half_hours[6];
  plane sector[6];
} chunk_codes;

KERNEL const plane *plane_at(const uint64_t *planes, int32_t chunk) {
  return (const plane *)planes + chunk;
}

KERNEL bool is_empty(const plane *p) {
  const uint64_t *w = (const uint64_t *)p;
  return (w[0] | w[1] | w[2] | w[3] | w[4] | w[5] | w[6] | w[7]) == 0;
}

// Where the two could meet, distance aside. Returns false when no mentor of the chunk speaks a language of the mentee's
// at the level required, could meet, and answers to the wishes.
KERNEL bool find_possible(
    const cscoring_mentee *mentee, int32_t chunk, bool is_far, chunk_codes *codes, plane spoken[CSCORING_LEVELS]) {
  plane in_person = {0};
  plane online = {0};
  if (mentee->may_meet_in_person && !is_far) {
    in_person = *plane_at(mentee->in_person, chunk);
    if (mentee->in_person_antenna) in_person &= *plane_at(mentee->in_person_antenna, chunk);
  }
  if (mentee->may_meet_online) {
    online = *plane_at(mentee->online, chunk);
    if (mentee->online_antenna) online &= *plane_at(mentee->online_antenna, chunk);
  }
  plane candidates = in_person | online;
  if (mentee->wishes) candidates &= *plane_at(mentee->wishes, chunk);
  if (is_empty(&candidates)) return false;

  // Mentors at a level are among those at the level below: their number is the level.
  spoken[0] = (plane){0};
  for (int32_t level = mentee->lowest_level; level < CSCORING_LEVELS; level++) {
    plane all = {0};
    for (int32_t i = mentee->language_end[level - 1]; i < mentee->language_end[level]; i++) {
      all |= *plane_at(mentee->language_planes[i], chunk);
    }
    spoken[level] = all;
  }
  candidates &= spoken[mentee->lowest_level];
  for (int32_t level = 1; level < mentee->lowest_level; level++) spoken[level] = spoken[mentee->lowest_level];
  codes->level[0] = spoken[1] ^ spoken[2] ^ spoken[3] ^ spoken[4] ^ spoken[5] ^ spoken[6] ^ spoken[7];
  codes->level[1] = spoken[2] ^ spoken[4] ^ spoken[6];
  codes->level[2] = spoken[4];
  codes->candidates = candidates;
  codes->in_person = in_person;
  codes->online = online;
  return !is_empty(&candidates);
}

// Adds up three bits: the sum's bit is returned, the carry written.
#define FULL_ADD(a, b, c, carry) ((carry) = ((a) & (b)) | ((c) & ((a) ^ (b))), (a) ^ (b) ^ (c))

// Whether all counts of half hours from 31 on are worth the same.
KERNEL bool has_short_half_hours(const cscoring_mentee *mentee) {
  return mentee->half_hour_score[31] == mentee->half_hour_score[63];
}

KERNEL void count_half_hours(const cscoring_mentee *mentee, const plane *slots, plane counter[6]) {
  plane s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0}, beyond = {0};
  for (int32_t i = 0; i < mentee->slot_count; i += 7) {
    const int16_t *slot = mentee->slots + i;
    plane carry1, carry2, carry3, twos, fours, carry;
    plane ones = FULL_ADD(slots[slot[0]], slots[slot[1]], slots[slot[2]], carry1);
    ones = FULL_ADD(ones, slots[slot[3]], slots[slot[4]], carry2);
    ones = FULL_ADD(ones, slots[slot[5]], slots[slot[6]], carry3);
    twos = FULL_ADD(carry1, carry2, carry3, fours);
    carry = s0 & ones;
    s0 ^= ones;
    plane next;
    plane sum = FULL_ADD(s1, twos, carry, next);
    s1 = sum;
    sum = FULL_ADD(s2, fours, next, carry);
    s2 = sum;
    next = s3 & carry;
    s3 ^= carry;
    carry = s4 & next;
    s4 ^= next;
    next = s5 & carry;
    s5 ^= carry;
    beyond |= next;
  }
  // 64 and more count as 63: the caller has seen to it that they are worth the same. Where that holds for 31 too, five bits do.
  if (has_short_half_hours(mentee)) beyond |= s5;
  counter[0] = s0 | beyond;
  counter[1] = s1 | beyond;
  counter[2] = s2 | beyond;
  counter[3] = s3 | beyond;
  counter[4] = s4 | beyond;
  counter[5] = s5 | beyond;
}

// How many separate meetings fit: along each stretch, `run[k]` says whether the last k half hours are common and belong to
// no block yet. reached[k]: at least k blocks.
KERNEL void count_blocks(
    const cscoring_mentee *mentee, const plane *slots, int32_t length, int32_t limit, plane *reached) {
  for (int32_t k = 1; k <= limit; k++) reached[k] = (plane){0};
  for (int32_t i = 0; i < mentee->stretch_count; i++) {
    const plane *stretch = slots + mentee->stretches[2 * i];
    const int32_t stretch_length = mentee->stretches[2 * i + 1];
    if (stretch_length < length) continue;
    plane run[48];
    for (int32_t k = 1; k < length; k++) run[k] = (plane){0};
    for (int32_t slot = 0; slot < stretch_length; slot++) {
      const plane common = stretch[slot];
      plane rest = common;
      if (slot >= length - 1) {
        const plane block = length > 1 ? run[length - 1] & common : common;
        for (int32_t k = limit; k > 1; k--) reached[k] |= reached[k - 1] & block;
        reached[1] |= block;
        rest = common & ~block;
      }
      for (int32_t k = length - 1; k > 1; k--) run[k] = run[k - 1] & rest;
      if (length > 1) run[1] = rest;
    }
  }
}

// Counts blocks and drops candidates with fewer than `minimum_blocks`. Returns false when none is left.
KERNEL bool keep_common_blocks(
    const cscoring_mentee *mentee, const plane *slots, int32_t minimum_blocks, chunk_codes *codes, plane *reached) {
  if (mentee->meeting_length == 4 && mentee->block_limit <= 3) {
    count_blocks(mentee, slots, 4, 3, reached);
  } else {
    count_blocks(mentee, slots, mentee->meeting_length, mentee->block_limit, reached);
  }
  if (minimum_blocks > 0) codes->candidates &= reached[minimum_blocks];
  return minimum_blocks == 0 || !is_empty(&codes->candidates);
}

// Only whether there are blocks enough; the codes of times are left as they are.
KERNEL bool find_common_blocks(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t minimum_blocks,
    chunk_codes *codes) {
  plane reached[CSCORING_BLOCKS] = {0};
  const plane *slots = (const plane *)mentors->availability + (int64_t)chunk * CSCORING_SLOTS;
  return keep_common_blocks(mentee, slots, minimum_blocks, codes, reached);
}

// Returns false when no candidate is left. Needs the result of find_possible. A pair needs `minimum_blocks`, at most the
// mentee's block limit.
KERNEL bool find_common_time(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t minimum_blocks,
    chunk_codes *codes) {
  const plane *slots = (const plane *)mentors->availability + (int64_t)chunk * CSCORING_SLOTS;
  plane reached[CSCORING_BLOCKS] = {0};
  if (!keep_common_blocks(mentee, slots, minimum_blocks, codes, reached)) return false;
  // How many of reached[1], reached[2], … hold, in binary.
  codes->blocks[0] = codes->blocks[1] = codes->blocks[2] = codes->blocks[3] = (plane){0};
  for (int32_t k = 1; k <= mentee->block_limit; k++) {
    codes->blocks[0] ^= reached[k];
    if (k % 2 == 0) codes->blocks[1] ^= reached[k];
    if (k % 4 == 0) codes->blocks[2] ^= reached[k];
    if (k % 8 == 0) codes->blocks[3] ^= reached[k];
  }
  count_half_hours(mentee, slots, codes->half_hours);
  return true;
}

// The sector value of each mentor as its number, 1 for the least; 0 where there is none. With `slack`: candidates whose value
// is more than that below the best in the chunk are dropped, what the best is below the mentee's best comes off the slack,
// and false is returned when that leaves less than none, or nobody.
KERNEL bool find_sector_values(const cscoring_mentee *mentee, int32_t chunk, int32_t *slack, chunk_codes *codes) {
  plane *const code = codes->sector;
  const plane before = codes->candidates;
  plane kept = before;
  int32_t best = -1;
  bool is_kept_known = false;
  plane b0 = {0}, b1 = {0}, b2 = {0}, b3 = {0}, b4 = {0}, b5 = {0}, worth = {0};
  const int32_t count = mentee->sector_value_count;
  int32_t i = 0;
  for (int32_t v = 0; v < count; v++) {
    for (; i < mentee->sector_end[v]; i++) {
      const plane *next = plane_at(mentee->sector_planes[i], chunk);
      // Sectors are as many streams as a machine can follow, or more: ask for the next chunk early.
      __builtin_prefetch(next + 1);
      worth |= *next;
    }
    // `worth` now holds the mentors worth value number count − v or more.
    const int32_t number = count - v;
    if (slack && !is_kept_known) {
      const plane worthy = worth & before;
      if (best < 0 && !is_empty(&worthy)) {
        best = mentee->sector_score[number];
        *slack -= mentee->sector_score[count] - best;
        if (*slack < 0) return false;
      }
      // The least value that still counts is reached when the next one is too little.
      if (best >= 0 && mentee->sector_score[number - 1] < best - *slack) {
        kept = worthy;
        is_kept_known = true;
      }
    }
    b0 ^= worth;
    if (number % 2 == 0) {
      b1 ^= worth;
      if (number % 4 == 0) b2 ^= worth;
      if (number % 8 == 0) b3 ^= worth;
      if (number % 16 == 0) b4 ^= worth;
      if (number % 32 == 0) b5 ^= worth;
    }
  }
  code[0] = b0;
  code[1] = b1;
  code[2] = b2;
  code[3] = b3;
  code[4] = b4;
  code[5] = b5;
  if (slack && best < 0) {
    // Nobody has any of the values.
    *slack -= mentee->sector_score[count] - mentee->sector_score[0];
    return *slack >= 0;
  }
  codes->candidates = kept;
  return true;
}

// The least distance, in metres, that anybody in the chunk may live from the mentee; never too great.
KERNEL float least_metres(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk) {
  const int32_t *box = mentors->box + 6 * (int64_t)chunk;
  const float at[3] = {(float)mentee->x, (float)mentee->y, (float)mentee->z};
  float square = 0;
  for (int32_t k = 0; k < 3; k++) {
    const float below = (float)box[k] - at[k];
    const float above = at[k] - (float)box[k + 3];
    const float gap = below > above ? below : above;
    if (gap > 0) square += gap * gap;
  }
  // Scaled whole numbers have 31 bits, these floats 24: an error of 2^-24 of the extent a coordinate, three times over.
  const float error = mentee->curve->absolute_error + 1 + 384 * __builtin_sqrtf(mentee->curve->square_metres_per_unit);
  return __builtin_sqrtf(square * mentee->curve->square_metres_per_unit) * 0.9999f - error;
}

// Whether everybody in the chunk surely lives farther from the mentee than the mentee travels.
KERNEL bool is_chunk_far(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk) {
  if (mentors->zone) return false;
  // A chord falls short of its arc by less than 1 in 10,000 up to 300 km, and arcs only grow with chords.
  return mentee->limit < 300000 && least_metres(mentors, mentee, chunk) > (float)mentee->limit;
}

// Scores a pair whose distance 32 bits do not tell for sure once more, exactly. `i` is the mentor's number in the chunk.
KERNEL void settle_doubt(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t i, const chunk_codes *codes,
    const uint8_t *level_and_blocks, const uint8_t *half_hours, const uint8_t *sector, int32_t *scores) {
  const bool is_online = (((const uint64_t *)&codes->online)[i / 64] >> (i % 64) & 1) != 0;
  const int32_t others = mentee->level_score[level_and_blocks[i] & 15] + mentee->block_score[level_and_blocks[i] >> 4] +
                         mentee->half_hour_score[half_hours[i]] + mentee->sector_score[sector[i]];
  scores[i] = cscoring_exact_score(mentors, mentee, CSCORING_CHUNK * chunk + i, is_online, others);
}

// Upper bounds of the weighted points of a mentee's pairs, whoever the mentor.
typedef struct {
  int32_t level, blocks, half_hours, sector;
  int32_t in_person;  // digital points
  int32_t online;     // digital and distance points
} row_bounds;

KERNEL row_bounds find_row_bounds(const cscoring_mentee *mentee) {
  row_bounds best = {0};
  for (int32_t level = mentee->lowest_level; level < CSCORING_LEVELS; level++) {
    if (mentee->language_end[level] > mentee->language_end[level - 1]) best.level = mentee->level_score[level];
  }
  const int32_t slots = mentee->slot_count < 63 ? mentee->slot_count : 63;
  best.blocks = mentee->block_score[mentee->block_limit];
  best.half_hours = mentee->half_hour_score[slots];
  best.sector = mentee->sector_score[mentee->sector_value_count];
  for (int32_t skill = 0; skill < CSCORING_SKILLS; skill++) {
    if (mentee->in_person_score[skill] > best.in_person) best.in_person = mentee->in_person_score[skill];
    if (mentee->online_score[skill] > best.online) best.online = mentee->online_score[skill];
  }
  return best;
}

// The most that the way to a mentor of the chunk can be worth, distance points included.
KERNEL int32_t best_way(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_bounds *best, int32_t chunk, bool is_far) {
  int32_t way = mentee->may_meet_online ? best->online : -1;
  if (!mentee->may_meet_in_person || is_far) return way;
  const cscoring_curve *curve = mentee->curve;
  float points = 10000;
  if (!mentee->minutes_of_zone) {
    const float metres = least_metres(mentors, mentee, chunk);
    const float at = metres > 0 ? metres * curve->cells_per_metre : 0;
    const int32_t last = curve->cell_count - 1;
    const int32_t cell = at < (float)last ? (int32_t)at : last;
    points = curve->intercept[cell] - curve->slope[cell] * (metres > 0 ? metres : 0) + 2;
    if (points > 10000) points = 10000;
  }
  const int32_t in_person = best->in_person + (int32_t)points * curve->weight;
  return in_person > way ? in_person : way;
}

// Reduces a chunk to codes as far as some pair may score `floor` or more; false when none can. Candidates that bounds show
// to be below are dropped on the way: each criterion gives at most its best, so none may fall short of its best by more than
// the sum of all bests exceeds the floor (`slack`).
KERNEL bool find_above_floor(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_bounds *best, int32_t chunk, int32_t floor,
    chunk_codes *codes) {
  const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
  if (floor < mentee->minimum_score) floor = mentee->minimum_score;
  const int32_t way = best_way(mentors, mentee, best, chunk, is_far);
  int32_t slack = best->level + best->blocks + best->half_hours + best->sector + way - floor;
  if (way < 0 || slack < 0) return false;
  plane spoken[CSCORING_LEVELS];
  if (!find_possible(mentee, chunk, is_far, codes, spoken)) return false;
  int32_t level = mentee->lowest_level;
  while (level < CSCORING_LEVELS - 1 && mentee->level_score[level] < best->level - slack) level++;
  codes->candidates &= spoken[level];
  if (is_empty(&codes->candidates)) return false;
  if (!find_sector_values(mentee, chunk, &slack, codes)) return false;
  int32_t blocks = mentee->minimum_blocks;
  while (blocks < mentee->block_limit && mentee->block_score[blocks] < best->blocks - slack) blocks++;
  return find_common_time(mentors, mentee, chunk, blocks, codes);
}

// Appends the mentors of a scored chunk with score - offset >= floor.
KERNEL int32_t collect_above(
    const int32_t *scores, const int32_t *offset, int32_t chunk, int32_t floor, int32_t found, int32_t *positions,
    int32_t *found_scores) {
  const int32_t start = chunk * CSCORING_CHUNK;
  const int32_t least = floor > 0 ? floor : 0;
  for (int32_t group = 0; group < CSCORING_CHUNK; group += 16) {
    int32_t any = 0;
    for (int32_t i = group; i < group + 16; i++) any |= scores[i] >= least && scores[i] - offset[start + i] >= floor;
    if (!any) continue;
    for (int32_t i = group; i < group + 16; i++) {
      // The mark of no candidate is below any score.
      if (scores[i] < 0 || scores[i] - offset[start + i] < floor) continue;
      positions[found] = start + i;
      found_scores[found] = scores[i];
      found++;
    }
  }
  return found;
}
