// The AVX2 kernel: eight mentors at a time after the bitwise part. See lanes512.h and way512.h, whose steps it follows.
#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#define SCORE_NAME cscoring_score_avx2
#define COUNT_NAME cscoring_count_chunk_avx2
#define SEARCH_NAME cscoring_search_chunk_avx2

#include "chunk.h"

#include <immintrin.h>

// Half a plane.
KERNEL __m256i half_of(const plane *p, int32_t half) { return _mm256_load_si256((const __m256i *)p + half); }

// Exchanges bits between planes: those of `low` that lie `step` higher than the mask, and those of `high` that lie in the mask.
#define EXCHANGE(low, high, step, mask)                                                     \
  do {                                                                                      \
    const __m256i moved_ = _mm256_and_si256(_mm256_xor_si256(_mm256_srli_epi64(low, step), high), mask); \
    high = _mm256_xor_si256(high, moved_);                                                  \
    low = _mm256_xor_si256(low, _mm256_slli_epi64(moved_, step));                           \
  } while (0)

// Makes one byte per mentor of the planes of a code. Bits, pairs and fours of bits change places between planes, as in the
// transposition of an 8 × 8 matrix of bits: byte j of plane i is then the code of mentor 8 j + i. Three rounds of joining put
// the bytes in order.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  const __m256i ones = _mm256_set1_epi8(0x55), twos = _mm256_set1_epi8(0x33), fours = _mm256_set1_epi8(0x0F);
  for (int32_t half = 0; half < 2; half++) {
    __m256i p[8], q[8];
    for (int32_t k = 0; k < 8; k++) p[k] = k < count ? half_of(planes + k, half) : _mm256_setzero_si256();
    for (int32_t k = 0; k < 8; k += 2) EXCHANGE(p[k], p[k + 1], 1, ones);
    for (int32_t k = 0; k < 8; k += 4) {
      EXCHANGE(p[k], p[k + 2], 2, twos);
      EXCHANGE(p[k + 1], p[k + 3], 2, twos);
    }
    for (int32_t k = 0; k < 4; k++) EXCHANGE(p[k], p[k + 4], 4, fours);
    for (int32_t k = 0; k < 4; k++) {
      q[2 * k] = _mm256_unpacklo_epi8(p[k], p[k + 4]);
      q[2 * k + 1] = _mm256_unpackhi_epi8(p[k], p[k + 4]);
    }
    // q[2 k + h]: planes k and k + 4 of half h of the mentors.
    for (int32_t h = 0; h < 2; h++) {
      const __m256i even[2] = {_mm256_unpacklo_epi8(q[h], q[h + 4]), _mm256_unpackhi_epi8(q[h], q[h + 4])};
      const __m256i odd[2] = {_mm256_unpacklo_epi8(q[h + 2], q[h + 6]), _mm256_unpackhi_epi8(q[h + 2], q[h + 6])};
      for (int32_t quarter = 0; quarter < 2; quarter++) {
        const __m256i first = _mm256_unpacklo_epi8(even[quarter], odd[quarter]);
        const __m256i second = _mm256_unpackhi_epi8(even[quarter], odd[quarter]);
        __m128i *const to = (__m128i *)(codes + 256 * half + 64 * h + 32 * quarter);
        _mm_store_si128(to, _mm256_castsi256_si128(first));
        _mm_store_si128(to + 1, _mm256_castsi256_si128(second));
        _mm_store_si128(to + 8, _mm256_extracti128_si256(first, 1));
        _mm_store_si128(to + 9, _mm256_extracti128_si256(second, 1));
      }
    }
  }
}

KERNEL __m256i load_lanes(const int32_t *values) { return _mm256_load_si256((const __m256i *)values); }

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK];
  _Alignas(64) uint8_t half_hours[CSCORING_CHUNK];
  _Alignas(64) uint8_t sector[CSCORING_CHUNK];
  _Alignas(64) float lengths[CSCORING_CHUNK];
  _Alignas(64) int32_t way[CSCORING_CHUNK];  // weighted distance points of those who meet in person, as 32 bits have them
} chunk_lanes;

#include "way256.h"

// A table of up to 128 scores as three digits of each: two to the base of 64, and the rest, whose sum is less than 256 because no
// score is greater than a million. Sixteen bytes for each digit and sixteen codes. So many small numbers are added in bytes
// before they become one large one, 32 mentors at a time.
enum { DIGITS = 3 };
typedef struct {
  __m256i part[8][DIGITS];  // [codes 16 k to 16 k + 15][digit]
  int32_t part_count;
} table;

// What the scores of a mentee's row have in common.
typedef struct {
  table digital;  // online by skill, then in person by skill
  table level_and_blocks;
  table half_hours, sector;
  way_constants way;
} row_constants;

KERNEL void load_table(const int32_t *values, int32_t count, table *t) {
  t->part_count = (count + 15) / 16;
  for (int32_t part = 0; part < t->part_count; part++) {
    for (int32_t digit = 0; digit < DIGITS; digit++) {
      _Alignas(16) uint8_t bytes[16];
      const int32_t mask = digit < DIGITS - 1 ? 63 : 255;
      for (int32_t k = 0; k < 16; k++) bytes[k] = (uint8_t)(values[16 * part + k] >> (6 * digit) & mask);
      t->part[part][digit] = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)bytes));
    }
  }
}

// Adds the digits of 32 codes' scores. A byte shuffle gives 0 where the highest bit is set: the codes of each part are moved
// so that it is for those of all others.
KERNEL void add_digits(const table *t, __m256i code, __m256i sum[DIGITS]) {
  __m256i own = _mm256_adds_epu8(code, _mm256_set1_epi8(0x70));
  for (int32_t part = 0;;) {
    for (int32_t digit = 0; digit < DIGITS; digit++) {
      sum[digit] = _mm256_add_epi8(sum[digit], _mm256_shuffle_epi8(t->part[part][digit], own));
    }
    if (++part == t->part_count) return;
    code = _mm256_sub_epi8(code, _mm256_set1_epi8(16));
    // Nothing lies beyond the last part.
    own = part + 1 == t->part_count ? code : _mm256_or_si256(code, _mm256_add_epi8(code, _mm256_set1_epi8(0x70)));
  }
}

KERNEL void load_row_constants(const cscoring_mentee *mentee, row_constants *row) {
  int32_t values[128];
  for (int32_t skill = 0; skill < CSCORING_SKILLS; skill++) {
    values[skill] = mentee->online_score[skill];
    values[skill + CSCORING_SKILLS] = mentee->in_person_score[skill];
  }
  load_table(values, 2 * CSCORING_SKILLS, &row->digital);
  for (int32_t code = 0; code < 128; code++) values[code] = mentee->level_score[code & 7] + mentee->block_score[code >> 3];
  load_table(values, 8 * (mentee->block_limit + 1), &row->level_and_blocks);
  load_table(mentee->half_hour_score, has_short_half_hours(mentee) ? 32 : 64, &row->half_hours);
  load_table(mentee->sector_score, mentee->sector_value_count + 1, &row->sector);
  load_way_constants(mentee, &row->way);
}

#define EACH for (int32_t g = 0; g < 4; g++)

KERNEL __m256i bytes_of_bits(uint32_t bits) {
  const __m256i byte_of_bit = _mm256_setr_epi64x(
      0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i bit = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  const __m256i eight = _mm256_shuffle_epi8(_mm256_set1_epi32((int32_t)bits), byte_of_bit);
  return _mm256_cmpeq_epi8(_mm256_and_si256(eight, bit), bit);
}

// Bytes whose bits are all set for those of 32 numbers that are not negative.
KERNEL __m256i bytes_of_signs(const int32_t *numbers) {
  const __m256i bytes = _mm256_packs_epi16(
      _mm256_packs_epi32(load_lanes(numbers), load_lanes(numbers + 8)),
      _mm256_packs_epi32(load_lanes(numbers + 16), load_lanes(numbers + 24)));
  const __m256i in_order = _mm256_permutevar8x32_epi32(bytes, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
  return _mm256_cmpgt_epi8(in_order, _mm256_set1_epi8(-1));
}

// Joins the digits of 32 sums to four times eight numbers, in order.
KERNEL void join_digits(const __m256i sum[DIGITS], __m256i numbers[4]) {
  const __m256i pair = _mm256_set1_epi16(64 << 8 | 1);
  const __m256i two = _mm256_set1_epi32(4096 << 16 | 1);
  const __m256i zero = _mm256_setzero_si256();
  const __m256i low0 = _mm256_maddubs_epi16(_mm256_unpacklo_epi8(sum[0], sum[1]), pair);
  const __m256i high0 = _mm256_maddubs_epi16(_mm256_unpackhi_epi8(sum[0], sum[1]), pair);
  const __m256i low1 = _mm256_unpacklo_epi8(sum[2], zero);
  const __m256i high1 = _mm256_unpackhi_epi8(sum[2], zero);
  // Numbers 0 to 3 and 16 to 19, and so on.
  const __m256i a = _mm256_madd_epi16(_mm256_unpacklo_epi16(low0, low1), two);
  const __m256i b = _mm256_madd_epi16(_mm256_unpackhi_epi16(low0, low1), two);
  const __m256i c = _mm256_madd_epi16(_mm256_unpacklo_epi16(high0, high1), two);
  const __m256i d = _mm256_madd_epi16(_mm256_unpackhi_epi16(high0, high1), two);
  numbers[0] = _mm256_permute2x128_si256(a, b, 0x20);
  numbers[1] = _mm256_permute2x128_si256(c, d, 0x20);
  numbers[2] = _mm256_permute2x128_si256(a, b, 0x31);
  numbers[3] = _mm256_permute2x128_si256(c, d, 0x31);
}

// Eight bytes that are all ones or all zeros, as lanes.
KERNEL __m256i widened(const uint8_t *bytes) { return _mm256_cvtepi8_epi32(_mm_loadl_epi64((const __m128i *)bytes)); }

// The bits of 32 mentors, from the i-th on.
KERNEL uint32_t bits_at(const void *plane, int32_t i) {
  uint32_t bits;
  __builtin_memcpy(&bits, (const uint8_t *)plane + i / 8, sizeof bits);
  return bits;
}

KERNEL void set_bits(void *plane, int32_t i, uint32_t bits) {
  __builtin_memcpy((uint8_t *)plane + i / 8, &bits, sizeof bits);
}

// Adds up the scores of a chunk whose ways are known, if `has_ways`, and takes those out of doubt who do not meet in person.
KERNEL void add_scores(
    const uint8_t *skills, const row_constants *row, bool has_ways, const chunk_lanes *lanes, const chunk_scores *out) {
  _Alignas(64) const plane possible = lanes->bits.candidates & lanes->bits.in_person;
  _Alignas(64) const plane by_computer = lanes->bits.candidates & lanes->bits.online;
  int32_t *const scores = out->scores;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 32) {
    const uint32_t in_person = bits_at(&possible, i), online = bits_at(&by_computer, i);
    if ((in_person | online) == 0) {
      set_bits(out->doubtful, i, 0);
      EACH _mm256_storeu_si256((__m256i *)(scores + i + 8 * g), _mm256_set1_epi32(-1));
      continue;
    }
    __m256i near = _mm256_setzero_si256();
    if (has_ways) {
      near = _mm256_and_si256(bytes_of_bits(in_person), bytes_of_signs(lanes->way + i));
      set_bits(out->doubtful, i, bits_at(out->doubtful, i) & (uint32_t)_mm256_movemask_epi8(near));
    }
    const __m256i any = _mm256_or_si256(near, bytes_of_bits(online));
    __m256i sum[DIGITS] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256()};
    const __m256i skill = _mm256_loadu_si256((const __m256i *)(skills + i));
    add_digits(
        &row->digital, _mm256_or_si256(skill, _mm256_and_si256(near, _mm256_set1_epi8(CSCORING_SKILLS))), sum);
    add_digits(&row->level_and_blocks, _mm256_load_si256((const __m256i *)(lanes->level_and_blocks + i)), sum);
    add_digits(&row->half_hours, _mm256_load_si256((const __m256i *)(lanes->half_hours + i)), sum);
    add_digits(&row->sector, _mm256_load_si256((const __m256i *)(lanes->sector + i)), sum);
    __m256i score[4];
    join_digits(sum, score);
    // One byte for a mentor, made four: all bits of those who are no candidates are set.
    _Alignas(32) uint8_t is_near[32], is_none[32];
    if (has_ways) {
      _mm256_store_si256((__m256i *)is_near, near);
      EACH score[g] = _mm256_add_epi32(
          score[g], _mm256_and_si256(widened(is_near + 8 * g), load_lanes(lanes->way + i + 8 * g)));
    }
    _mm256_store_si256((__m256i *)is_none, _mm256_cmpeq_epi8(any, _mm256_setzero_si256()));
    EACH _mm256_storeu_si256((__m256i *)(scores + i + 8 * g), _mm256_or_si256(score[g], widened(is_none + 8 * g)));
  }
}

#include "codes.h"

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, const chunk_scores *out) {
  const plane possible = lanes->bits.candidates & lanes->bits.in_person;
  const int32_t start = chunk * CSCORING_CHUNK;
  const uint8_t *const skills = mentors->skill + start;
  if (is_empty(&possible) || mentee->minutes_of_zone) {
    for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) out->doubtful[word] = 0;
    if (is_empty(&possible)) {
      add_scores(skills, row, false, lanes, out);
    } else {
      find_travel(mentors, mentee, start, lanes);
      add_scores(skills, row, true, lanes, out);
    }
    return;
  }
  chunk_constants c;
  load_chunk_constants(mentors, mentee, chunk, &c);
  // Each compiled for itself.
  if (row->way.is_simple) {
    find_lengths(mentors, &row->way, &c, start, true, lanes->lengths);
    find_ways(mentors, mentee, &row->way, &c, start, true, lanes, (uint8_t *)out->doubtful);
  } else {
    find_lengths(mentors, &row->way, &c, start, false, lanes->lengths);
    find_ways(mentors, mentee, &row->way, &c, start, false, lanes, (uint8_t *)out->doubtful);
  }
  add_scores(skills, row, true, lanes, out);
  settle_scores(mentors, mentee, chunk, lanes, out);
}

// Drops pairs below the least score. Doubts have been settled chunk by chunk.
KERNEL void finish_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t first,
    int32_t chunk_count, const chunk_scores *out) {
  (void)mentors, (void)row, (void)first;
  if (mentee->minimum_score <= 0) return;
  int32_t *const scores = out->scores;
  const __m256i minimum = _mm256_set1_epi32(mentee->minimum_score);
  for (int32_t i = 0; i < chunk_count * CSCORING_CHUNK; i += 8) {
    const __m256i score = _mm256_loadu_si256((const __m256i *)(scores + i));
    _mm256_storeu_si256((__m256i *)(scores + i), _mm256_or_si256(score, _mm256_cmpgt_epi32(minimum, score)));
  }
}

// Values of a table of 64 bytes, by codes below 64: see lanes512.h.
KERNEL __m256i look_up_bytes(const uint8_t *table, __m256i code) {
  const __m256i quarter = _mm256_and_si256(code, _mm256_set1_epi8(0x30));
  __m256i value = _mm256_setzero_si256();
  for (int32_t k = 0; k < 4; k++) {
    const __m256i sixteen = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * k)));
    const __m256i here = _mm256_cmpeq_epi8(quarter, _mm256_set1_epi8((char)(16 * k)));
    value = _mm256_or_si256(value, _mm256_and_si256(here, _mm256_shuffle_epi8(sixteen, code)));
  }
  return value;
}

KERNEL __m256i load_bytes(const uint8_t *bytes) { return _mm256_load_si256((const __m256i *)bytes); }

// Drops candidates whose losses and price together exceed `most` steps.
KERNEL bool keep_small_losses(
    const cscoring_losses *losses, const uint8_t *way_loss, const uint8_t *skill, const uint8_t *price_steps, int32_t most,
    const chunk_lanes *lanes, plane *candidates) {
  const __m256i level_table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)losses->level_loss));
  const __m256i block_table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)losses->block_loss));
  const __m256i way_table = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)way_loss));
  const __m256i low = _mm256_set1_epi8(15);
  const __m256i limit = _mm256_set1_epi8((char)most);
  uint32_t *words = (uint32_t *)candidates;
  uint32_t any = 0;
  for (int32_t w = 0; w < CSCORING_CHUNK / 32; w++) {
    const __m256i code = load_bytes(lanes->level_and_blocks + 32 * w);
    const __m256i block = _mm256_and_si256(_mm256_srli_epi16(code, 3), low);
    __m256i loss = _mm256_shuffle_epi8(level_table, _mm256_and_si256(code, _mm256_set1_epi8(7)));
    loss = _mm256_adds_epu8(loss, _mm256_shuffle_epi8(block_table, block));
    __m256i more = look_up_bytes(losses->half_hour_loss, load_bytes(lanes->half_hours + 32 * w));
    more = _mm256_adds_epu8(more, look_up_bytes(losses->sector_loss, load_bytes(lanes->sector + 32 * w)));
    loss = _mm256_adds_epu8(loss, _mm256_shuffle_epi8(way_table, load_bytes(skill + 32 * w)));
    loss = _mm256_adds_epu8(_mm256_adds_epu8(loss, more), load_bytes(price_steps + 32 * w));
    words[w] &= (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(loss, limit), loss));
    any |= words[w];
  }
  return any != 0;
}

#include "rows.h"
#include "search.h"
#endif
