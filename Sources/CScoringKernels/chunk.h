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
KERNEL bool find_possible(const cscoring_mentee *mentee, int32_t chunk, bool is_far, chunk_codes *codes) {
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
  plane spoken[CSCORING_LEVELS] = {0};
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
  // 64 and more count as 63: the caller has seen to it that they are worth the same.
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

// Returns false when no candidate is left. Needs the result of find_possible.
KERNEL bool find_common_time(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_codes *codes) {
  const plane *slots = (const plane *)mentors->availability + (int64_t)chunk * CSCORING_SLOTS;
  plane reached[CSCORING_BLOCKS] = {0};
  if (mentee->meeting_length == 4 && mentee->block_limit <= 3) {
    count_blocks(mentee, slots, 4, 3, reached);
  } else {
    count_blocks(mentee, slots, mentee->meeting_length, mentee->block_limit, reached);
  }
  if (mentee->minimum_blocks > 0) {
    codes->candidates &= reached[mentee->minimum_blocks];
    if (is_empty(&codes->candidates)) return false;
  }
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

// The sector value of each mentor as its number, 1 for the least; 0 where there is none.
KERNEL void find_sector_values(const cscoring_mentee *mentee, int32_t chunk, plane code[6]) {
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
}

// Whether everybody in the chunk surely lives farther from the mentee than the mentee travels.
KERNEL bool is_chunk_far(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk) {
  if (mentors->zone) return false;
  const int32_t *box = mentors->box + 6 * (int64_t)chunk;
  const double at[3] = {mentee->x, mentee->y, mentee->z};
  double square = 0;
  for (int32_t k = 0; k < 3; k++) {
    const double below = box[k] - at[k];
    const double above = at[k] - box[k + 3];
    const double gap = (below > above ? below : above) - 2;
    if (gap > 0) square += gap * gap;
  }
  // A chord is shorter than its arc by less than what the margin allows for up to 300 km, and arcs only grow with chords.
  const double limit = mentee->limit < 300000 ? mentee->limit * 1.0001 + 2 : 20040000.0;
  return square * mentee->curve->square_metres_per_unit * 0.9999 > limit * limit;
}

// Whether a distance in doubt by a metre leaves no doubt about the points, nor about being near enough.
KERNEL bool is_doubt_idle(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, float metres) {
  const cscoring_curve *curve = mentee->curve;
  if (curve->is_delicate || metres > 400000 || metres < 1) return false;
  const int32_t lower = (int32_t)metres;
  const int32_t mentor_limit = mentors->limit[position];
  const int32_t limit = mentor_limit < mentee->limit ? mentor_limit : mentee->limit;
  if (lower > limit) return true;
  // Half way between the two, where no knot is: one line gives the points of both.
  const float at = ((float)lower + 0.5f) * curve->cells_per_metre;
  const int32_t last = curve->cell_count - 1;
  const int32_t cell = at < (float)last ? (int32_t)at : last;
  const float points = curve->intercept[cell] - curve->slope[cell] * (float)lower;
  return lower < limit && (int32_t)points == (int32_t)(points - curve->slope[cell]);
}

// Scores the pairs whose distance 32 bits do not tell for sure once more, exactly.
KERNEL void settle_doubts(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, const chunk_codes *codes,
    const uint64_t *doubtful, const float *metres, const uint8_t *level_and_blocks, const uint8_t *half_hours,
    const uint8_t *sector, int32_t *scores) {
  const uint64_t *online = (const uint64_t *)&codes->online;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) {
    for (uint64_t left = doubtful[word]; left != 0; left &= left - 1) {
      const int32_t bit = __builtin_ctzll(left);
      const int32_t i = 64 * word + bit;
      const int32_t position = CSCORING_CHUNK * chunk + i;
      if (is_doubt_idle(mentors, mentee, position, metres[i])) continue;
      const bool is_online = (online[word] >> bit & 1) != 0;
      const int32_t others = mentee->level_score[level_and_blocks[i] & 15] + mentee->block_score[level_and_blocks[i] >> 4] +
                             mentee->half_hour_score[half_hours[i]] + mentee->sector_score[sector[i]];
      scores[i] = cscoring_exact_score(mentors, mentee, position, is_online, others);
    }
  }
}
