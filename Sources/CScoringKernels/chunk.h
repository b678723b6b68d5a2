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

// So many chunks of a row are scored before doubts are settled. More doubts at once end fewer loops early.
enum { RUN = 16 };

// The results of a chunk, or of a run of chunks, RUN at most.
typedef struct {
  int32_t *scores;
  uint64_t *doubtful;  // whose distances are in doubt, for finish_scores, if it has any use for them
} chunk_scores;

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
#ifndef FULL_ADD
#define FULL_ADD(a, b, c, carry) ((carry) = ((a) & (b)) | ((c) & ((a) ^ (b))), (a) ^ (b) ^ (c))
#endif

// Whether all counts of half hours from 31 on are worth the same.
KERNEL bool has_short_half_hours(const cscoring_mentee *mentee) {
  return mentee->half_hour_score[31] == mentee->half_hour_score[63];
}

// Adds eight planes to a count's lowest three digits; the carry is worth eight. (Planes are passed by address: how values of
// 64 bytes are passed depends on the instruction set.)
KERNEL void add_eight(
    const uint64_t *slots, const int16_t *slot, plane *ones, plane *twos, plane *fours, plane *eight) {
  plane carry1, carry2, carry3, carry4, two1, two2, four1, four2;
  // No machine sees by itself where the next chunk's half hours lie.
  for (int32_t i = 0; i < 8; i++) __builtin_prefetch(slots + CSCORING_SLOTS * CSCORING_CHUNK_WORDS + slot[i]);
#define SLOT(i) (*(const plane *)(slots + slot[i]))
  *ones = FULL_ADD(SLOT(0), SLOT(1), *ones, carry1);
  *ones = FULL_ADD(SLOT(2), SLOT(3), *ones, carry2);
  *ones = FULL_ADD(SLOT(4), SLOT(5), *ones, carry3);
  *ones = FULL_ADD(SLOT(6), SLOT(7), *ones, carry4);
#undef SLOT
  two1 = FULL_ADD(carry1, carry2, *twos, four1);
  two2 = FULL_ADD(carry3, carry4, two1, four2);
  *twos = two2;
  *fours = FULL_ADD(four1, four2, *fours, *eight);
}

// Adders joined as in R. Harley's count of set bits: sixteen planes cost fifteen full adders.
KERNEL void count_half_hours(const cscoring_mentee *mentee, const uint64_t *slots, plane counter[6]) {
  plane s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0}, beyond = {0};
  const int16_t *slot = mentee->slots;
  int32_t left = mentee->slot_count;
  for (; left >= 16; left -= 16, slot += 16) {
    plane eight1, eight2, sixteen;
    add_eight(slots, slot, &s0, &s1, &s2, &eight1);
    add_eight(slots, slot + 8, &s0, &s1, &s2, &eight2);
    s3 = FULL_ADD(eight1, eight2, s3, sixteen);
    const plane next = s4 & sixteen;
    s4 ^= sixteen;
    beyond |= s5 & next;
    s5 ^= next;
  }
  if (left > 0) {
    plane eight;
    add_eight(slots, slot, &s0, &s1, &s2, &eight);
    const plane sixteen = s3 & eight;
    s3 ^= eight;
    const plane next = s4 & sixteen;
    s4 ^= sixteen;
    beyond |= s5 & next;
    s5 ^= next;
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

// One block more for the mentors of a plane. reached[k]: at least k blocks.
KERNEL void add_block(const plane *block, int32_t limit, plane *reached) {
  for (int32_t k = limit; k > 1; k--) reached[k] |= reached[k - 1] & *block;
  reached[1] |= *block;
}

// How many separate meetings fit, the earliest taken first in each stretch: a meeting starts where the mentor is free long
// enough, unless one of the last `length` - 1 half hours started one. So of `length` half hours in a row one at most does,
// and they are added as one.
KERNEL void count_blocks(
    const cscoring_mentee *mentee, const plane *starts, int32_t length, int32_t limit, plane *reached) {
  for (int32_t k = 1; k <= limit; k++) reached[k] = (plane){0};
  for (int32_t i = 0; i < mentee->stretch_count; i++) {
    const plane *start = starts + mentee->stretches[2 * i];
    const int32_t start_count = mentee->stretches[2 * i + 1] - length + 1;
    if (start_count <= length) {
      if (start_count <= 0) continue;
      plane block = start[0];
      for (int32_t s = 1; s < start_count; s++) block |= start[s];
      add_block(&block, limit, reached);
      continue;
    }
    plane taken[48];
    for (int32_t first = 0; first < start_count; first += length) {
      const int32_t end = first + length < start_count ? first + length : start_count;
      plane block = {0};
      for (int32_t s = first; s < end; s++) {
        plane busy = block;
        for (int32_t earlier = s - length + 1; earlier < first; earlier++) {
          if (earlier >= 0) busy |= taken[earlier];
        }
        taken[s] = start[s] & ~busy;
        block |= taken[s];
      }
      add_block(&block, limit, reached);
    }
  }
}

// The same for meetings of four half hours and up to three blocks, four starts at a time, without a look at which there are:
// beyond the stretch's last comes the half hour that nobody has.
KERNEL void count_blocks_of_four(const cscoring_mentee *mentee, const plane *starts, plane *reached) {
  const plane *const nobody = starts + (CSCORING_SLOTS - 1);
  plane one = {0}, two = {0}, three = {0};
  for (int32_t i = 0; i < mentee->stretch_count; i++) {
    const plane *start = starts + mentee->stretches[2 * i];
    int32_t left = mentee->stretches[2 * i + 1] - 3;
    if (left <= 0) continue;
    for (int32_t k = 0; k < 4; k++) __builtin_prefetch(start + CSCORING_SLOTS + k);
    const plane *second = left > 1 ? start + 1 : nobody;
    const plane *third = left > 2 ? start + 2 : nobody;
    const plane *fourth = left > 3 ? start + 3 : nobody;
    if (left <= 4) {
      const plane block = *start | *second | *third | *fourth;
      three |= two & block;
      two |= one & block;
      one |= block;
      continue;
    }
    // Where the last three half hours began a meeting.
    plane last1 = {0}, last2 = {0}, last3 = {0};
    for (;;) {
      const plane a = *start & ~(last1 | last2 | last3);
      const plane b = *second & ~(a | last1 | last2);
      const plane c = *third & ~(b | a | last1);
      const plane d = *fourth & ~(c | b | a);
      const plane block = a | b | c | d;
      three |= two & block;
      two |= one & block;
      one |= block;
      left -= 4;
      if (left <= 0) break;
      start += 4;
      second = left > 1 ? start + 1 : nobody;
      third = left > 2 ? start + 2 : nobody;
      fourth = left > 3 ? start + 3 : nobody;
      last1 = d;
      last2 = c;
      last3 = b;
    }
  }
  reached[1] = one;
  reached[2] = two;
  reached[3] = three;
}

// Counts blocks and drops candidates with fewer than `minimum_blocks`. Returns false when none is left.
KERNEL bool keep_common_blocks(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t minimum_blocks,
    chunk_codes *codes, plane *reached) {
  const plane *starts = (const plane *)mentors->starts + (int64_t)chunk * CSCORING_SLOTS;
  if (mentee->meeting_length == 4 && mentee->block_limit <= 3) {
    count_blocks_of_four(mentee, starts, reached);
  } else {
    count_blocks(mentee, starts, mentee->meeting_length, mentee->block_limit, reached);
  }
  if (minimum_blocks > 0) codes->candidates &= reached[minimum_blocks];
  return minimum_blocks == 0 || !is_empty(&codes->candidates);
}

// Returns false when no candidate is left. Needs the result of find_possible. A pair needs `minimum_blocks`, at most the
// mentee's block limit.
KERNEL bool find_common_time(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t minimum_blocks,
    chunk_codes *codes) {
  const uint64_t *slots = mentors->availability + (int64_t)chunk * CSCORING_SLOTS * CSCORING_CHUNK_WORDS;
  plane reached[CSCORING_BLOCKS];
  if (!keep_common_blocks(mentors, mentee, chunk, minimum_blocks, codes, reached)) return false;
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

// From the reflected binary code to binary numbers.
KERNEL void unreflect(const plane *digit, plane code[CSCORING_SECTOR_DIGITS]) {
  code[CSCORING_SECTOR_DIGITS - 1] = digit[CSCORING_SECTOR_DIGITS - 1];
  for (int32_t k = CSCORING_SECTOR_DIGITS - 2; k >= 0; k--) code[k] = digit[k] ^ code[k + 1];
}

// The sector value of each mentor as its number, 1 for the least; 0 where there is none. Mentors worth a value or more are
// among those worth the next: each plane turns one digit over for all that are in it or in one before.
KERNEL void find_sector_values(const cscoring_mentee *mentee, int32_t chunk, chunk_codes *codes) {
  plane digit[CSCORING_SECTOR_DIGITS + 1] = {{0}}, worth = {0};
  // Every other plane turns the lowest digit over: kept where it is not read back from memory each time.
  plane lowest = {0};
  const int32_t count = mentee->sector_value_count;
  const int32_t plane_count = count > 0 ? mentee->sector_end[count - 1] : 0;
  for (int32_t i = 0; i < plane_count; i++) {
    const plane *next = plane_at(mentee->sector_planes[i], chunk);
    // Sectors are as many streams as a machine can follow, or more: ask for the next chunk early.
    __builtin_prefetch(next + 1);
    worth |= *next;
    if (mentee->sector_digit[i] == 0) {
      lowest ^= worth;
    } else {
      digit[mentee->sector_digit[i]] ^= worth;
    }
  }
  digit[0] = lowest;
  unreflect(digit, codes->sector);
}

// The same where candidates whose value is more than `slack` below the best in the chunk are dropped. What the best is below
// the mentee's best comes off the slack, and false is returned when that leaves less than none, or nobody.
KERNEL bool find_sector_values_within(const cscoring_mentee *mentee, int32_t chunk, int32_t *slack, chunk_codes *codes) {
  const plane before = codes->candidates;
  plane kept = before;
  int32_t best = -1;
  bool is_kept_known = false;
  plane digit[CSCORING_SECTOR_DIGITS] = {{0}}, worth = {0};
  const int32_t count = mentee->sector_value_count;
  int32_t i = 0;
  for (int32_t v = 0; v < count; v++) {
    for (; i < mentee->sector_end[v]; i++) {
      const plane *next = plane_at(mentee->sector_planes[i], chunk);
      __builtin_prefetch(next + 1);
      worth |= *next;
    }
    // `worth` now holds the mentors worth value number count − v or more.
    const int32_t number = count - v;
    if (!is_kept_known) {
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
    digit[__builtin_ctz((uint32_t)number)] ^= worth;
  }
  unreflect(digit, codes->sector);
  if (best < 0) {
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
  const float metres_per_unit = 1 / mentee->curve->units_per_metre;
  const float error = mentee->curve->absolute_error + 1 + 384 * metres_per_unit;
  return __builtin_sqrtf(square) * metres_per_unit * 0.9999f - error;
}

// Whether everybody in the chunk surely lives farther from the mentee than the mentee travels.
KERNEL bool is_chunk_far(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk) {
  if (mentors->zone) return false;
  // A chord falls short of its arc by less than 1 in 10,000 up to 300 km, and arcs only grow with chords.
  return mentee->limit < 300000 && least_metres(mentors, mentee, chunk) > (float)mentee->limit;
}

#include "doubts.h"

#include "bounds.h"
