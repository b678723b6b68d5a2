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

KERNEL uint32_t bits_of_lanes(__m256 lanes) { return (uint32_t)_mm256_movemask_ps(lanes); }

KERNEL __m256i load_lanes(const int32_t *values) { return _mm256_load_si256((const __m256i *)values); }

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  _Alignas(64) uint8_t near[CSCORING_CHUNK / 8];    // candidates who may meet in person
  _Alignas(64) uint8_t online[CSCORING_CHUNK / 8];  // and online
  _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK];
  _Alignas(64) uint8_t half_hours[CSCORING_CHUNK];
  _Alignas(64) uint8_t sector[CSCORING_CHUNK];
  _Alignas(64) int32_t way[CSCORING_CHUNK];  // weighted distance points of those who meet in person
  uint64_t doubtful[CSCORING_CHUNK_WORDS];
} chunk_lanes;

// A table of up to 128 scores as three digits of each: two to the base of 64, and the rest, whose sum is less than 256 because no
// score is greater than a million. Sixteen bytes for each digit and sixteen codes. So many small numbers are added in bytes
// before they become one large one, 32 mentors at a time.
enum { DIGITS = 3 };
typedef struct {
  __m256i part[8][DIGITS];  // [codes 16 k to 16 k + 15][digit]
  int32_t part_count;
} table;

// What the distances of a mentee's row have in common; see way512.h. Computed once: the compiler would do it again for every
// group.
typedef struct {
  __m256i weight;
  __m256 third_order, cells_per_metre, last_cell;
} way_constants;

// And what those to one chunk have.
typedef struct {
  __m256 x, y, z, reach, least_doubt;
} chunk_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  w->weight = _mm256_set1_epi32(curve->weight);
  w->third_order = _mm256_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8));
  w->cells_per_metre = _mm256_set1_ps(curve->cells_per_metre);
  w->last_cell = _mm256_set1_ps((float)(curve->cell_count - 1));
}

KERNEL void load_chunk_constants(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_constants *c) {
  float from[3];
  find_offsets(mentors, mentee, chunk, from);
  c->x = _mm256_set1_ps(from[0]);
  c->y = _mm256_set1_ps(from[1]);
  c->z = _mm256_set1_ps(from[2]);
  c->reach = _mm256_set1_ps(reach_in_chunk(mentors, mentee, chunk));
  c->least_doubt = _mm256_set1_ps(0.5f - mentors->offset_error[chunk]);
}

// What the scores of a mentee's row have in common.
typedef struct {
  table digital;  // online by skill, then in person by skill
  table level_and_blocks;
  table half_hours, sector;
  // The curve's stretches, each once.
  __m256i segment_of_low_cell, segment_of_high_cell;
  __m256 slope, intercept;
  bool is_simple;  // near, with few stretches and no delicate points
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

// The stretches of the curve by cell, when there are no more than eight.
KERNEL bool load_segments(const cscoring_curve *curve, row_constants *row) {
  float slope[8] = {0}, intercept[8] = {0};
  _Alignas(32) uint8_t segment[32] = {0};
  int32_t last = 0;
  slope[0] = curve->slope[0];
  intercept[0] = curve->intercept[0];
  for (int32_t cell = 1; cell < curve->cell_count; cell++) {
    if (curve->slope[cell] != slope[last] || curve->intercept[cell] != intercept[last]) {
      if (++last == 8) return false;
      slope[last] = curve->slope[cell];
      intercept[last] = curve->intercept[cell];
    }
    segment[cell] = (uint8_t)last;
  }
  // The last cell goes on for ever.
  for (int32_t cell = curve->cell_count; cell < 32; cell++) segment[cell] = (uint8_t)last;
  row->slope = _mm256_loadu_ps(slope);
  row->intercept = _mm256_loadu_ps(intercept);
  row->segment_of_low_cell = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)segment));
  row->segment_of_high_cell = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)(segment + 16)));
  return true;
}

// The upper bytes of the cells are 0, so that those of the low segments are those of cell 0: 0, too; those of the high ones
// are cleared by their highest bit.
KERNEL __m256i segments_of_cells(const row_constants *row, __m256i cell) {
  const __m256i low = _mm256_add_epi32(cell, _mm256_set1_epi32(0x70));
  const __m256i high = _mm256_sub_epi8(cell, _mm256_set1_epi8(16));
  return _mm256_or_si256(
      _mm256_shuffle_epi8(row->segment_of_low_cell, low), _mm256_shuffle_epi8(row->segment_of_high_cell, high));
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
  row->is_simple = load_segments(mentee->curve, row) && is_row_near(mentee);
}

#define EACH for (int32_t g = 0; g < 4; g++)

// As distance_scores of way512.h, of eight mentors, with the same bounds of error. Returns who is near, and in doubt.
KERNEL uint32_t distance_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, const chunk_constants *c,
    int32_t position, bool is_near, uint32_t *doubtful, int32_t *points_out) {
  const cscoring_curve *const curve = mentee->curve;
  const way_constants *const w = &row->way;
  const __m256 positive = _mm256_castsi256_ps(_mm256_set1_epi32(INT32_MAX));
  const __m256 dx = _mm256_sub_ps(_mm256_load_ps(mentors->offset_x + position), c->x);
  const __m256 dy = _mm256_sub_ps(_mm256_load_ps(mentors->offset_y + position), c->y);
  const __m256 dz = _mm256_sub_ps(_mm256_load_ps(mentors->offset_z + position), c->z);
  const __m256 square = _mm256_fmadd_ps(dx, dx, _mm256_fmadd_ps(dy, dy, _mm256_mul_ps(dz, dz)));
  const __m256 chord = _mm256_sqrt_ps(square);
  const __m256 series = _mm256_mul_ps(square, w->third_order);
  __m256 more = chord;
  if (!is_near) {
    more = _mm256_mul_ps(chord, _mm256_fmadd_ps(series, _mm256_set1_ps(2.7f), _mm256_set1_ps(1)));
  }
  const __m256 length = _mm256_fmadd_ps(more, series, chord);
  // Added and taken away again, it leaves whole metres.
  const __m256 rounding = _mm256_set1_ps(0x1.8p23f);
  const __m256 whole = _mm256_sub_ps(_mm256_add_ps(length, rounding), rounding);
  const __m256 rest = _mm256_and_ps(_mm256_sub_ps(length, whole), positive);
  const __m256 off = _mm256_fmadd_ps(length, _mm256_set1_ps(relative_doubt(is_near)), rest);
  uint32_t doubt = bits_of_lanes(_mm256_cmp_ps(off, c->least_doubt, _CMP_GT_OQ));

  __m256 at = _mm256_mul_ps(whole, w->cells_per_metre);
  if (!is_near) at = _mm256_min_ps(at, w->last_cell);
  const __m256i cell = _mm256_cvttps_epi32(at);
  __m256 points;
  if (is_near) {
    const __m256i segment = segments_of_cells(row, cell);
    points = _mm256_fnmadd_ps(
        _mm256_permutevar8x32_ps(row->slope, segment), whole, _mm256_permutevar8x32_ps(row->intercept, segment));
  } else {
    points = _mm256_fnmadd_ps(
        _mm256_i32gather_ps(curve->slope, cell, 4), whole, _mm256_i32gather_ps(curve->intercept, cell, 4));
  }
  if (!is_near && curve->is_delicate) {
    const __m256 above =
        _mm256_sub_ps(points, _mm256_round_ps(points, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    doubt |= bits_of_lanes(_mm256_cmp_ps(_mm256_and_ps(above, positive), _mm256_set1_ps(0.01f), _CMP_LT_OQ));
  }
  const __m256 reach = _mm256_min_ps(_mm256_load_ps(mentors->reach + position), c->reach);
  *doubtful = doubt;
  // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
  _mm256_store_si256((__m256i *)points_out, _mm256_madd_epi16(_mm256_cvttps_epi32(points), w->weight));
  return bits_of_lanes(_mm256_cmp_ps(length, reach, _CMP_LE_OQ));
}

// The same for travel times, of eight mentors. Returns who is too far away.
KERNEL uint32_t far_by_travel(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, int32_t *points_out) {
  const __m256i zone = load_lanes(mentors->zone + position);
  const __m256i minutes = _mm256_i32gather_epi32(mentee->minutes_of_zone, zone, 4);
  const __m256i limit = _mm256_min_epi32(load_lanes(mentors->limit + position), _mm256_set1_epi32(mentee->limit));
  _mm256_store_si256((__m256i *)points_out, _mm256_i32gather_epi32(mentee->score_of_zone, zone, 4));
  return bits_of_lanes(_mm256_castsi256_ps(_mm256_cmpgt_epi32(minutes, limit)));
}

// Finds who lives near enough and the weighted points of the way there.
KERNEL void score_ways(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    bool is_near, chunk_lanes *lanes) {
  const int32_t start = chunk * CSCORING_CHUNK;
  chunk_constants c;
  load_chunk_constants(mentors, mentee, chunk, &c);
  uint64_t in_doubt = 0;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 32) {
    // Read and written as one word: loads of what several stores wrote are slow.
    const uint32_t possible = ((const uint32_t *)lanes->near)[i / 32];
    uint32_t doubtful = 0;
    if (possible != 0) {
      uint32_t near = possible;
      if (mentee->minutes_of_zone) {
        EACH near &= ~(far_by_travel(mentors, mentee, start + i + 8 * g, lanes->way + i + 8 * g) << (8 * g));
      } else {
        uint32_t near_these = 0;
        EACH {
          uint32_t doubt;
          near_these |= distance_scores(
                            mentors, mentee, row, &c, start + i + 8 * g, is_near, &doubt,
                            lanes->way + i + 8 * g)
                        << (8 * g);
          doubtful |= doubt << (8 * g);
        }
        near &= near_these;
        doubtful &= near;
      }
      ((uint32_t *)lanes->near)[i / 32] = near;
    }
    in_doubt = in_doubt >> 32 | (uint64_t)doubtful << 32;
    if (i % 64 == 32) lanes->doubtful[i / 64] = in_doubt;
  }
  settle_doubts(mentors, mentee, chunk, lanes->doubtful, lanes->near, lanes->way);
}

KERNEL __m256i bytes_of_bits(uint32_t bits) {
  const __m256i byte_of_bit = _mm256_setr_epi64x(
      0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i bit = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  const __m256i eight = _mm256_shuffle_epi8(_mm256_set1_epi32((int32_t)bits), byte_of_bit);
  return _mm256_cmpeq_epi8(_mm256_and_si256(eight, bit), bit);
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

// Adds up the scores of a chunk whose ways are known.
KERNEL void add_scores(
    const uint8_t *skills, const row_constants *row, const chunk_lanes *lanes,
    int32_t *scores) {
  const uint32_t *const near_of = (const uint32_t *)lanes->near, *const online_of = (const uint32_t *)lanes->online;
  for (int32_t i = 0; i < CSCORING_CHUNK; i += 32) {
    const uint32_t near = near_of[i / 32], any = near | online_of[i / 32];
    if (any == 0) {
      EACH _mm256_storeu_si256((__m256i *)(scores + i + 8 * g), _mm256_set1_epi32(-1));
      continue;
    }
    __m256i sum[DIGITS] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256()};
    const __m256i near_bytes = bytes_of_bits(near);
    const __m256i in_person = _mm256_and_si256(near_bytes, _mm256_set1_epi8(CSCORING_SKILLS));
    add_digits(&row->digital, _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(skills + i)), in_person), sum);
    add_digits(&row->level_and_blocks, _mm256_load_si256((const __m256i *)(lanes->level_and_blocks + i)), sum);
    add_digits(&row->half_hours, _mm256_load_si256((const __m256i *)(lanes->half_hours + i)), sum);
    add_digits(&row->sector, _mm256_load_si256((const __m256i *)(lanes->sector + i)), sum);
    __m256i score[4];
    join_digits(sum, score);
    // One byte for a mentor, made four: all bits of those who are no candidates are set.
    _Alignas(32) uint8_t is_near[32], is_none[32];
    _mm256_store_si256((__m256i *)is_near, near_bytes);
    _mm256_store_si256((__m256i *)is_none, bytes_of_bits(~any));
    EACH score[g] = _mm256_add_epi32(
        score[g], _mm256_and_si256(widened(is_near + 8 * g), load_lanes(lanes->way + i + 8 * g)));
    EACH _mm256_storeu_si256((__m256i *)(scores + i + 8 * g), _mm256_or_si256(score[g], widened(is_none + 8 * g)));
  }
}

#include "codes.h"

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, const chunk_scores *out) {
  const chunk_codes *const codes = &lanes->bits;
  *(plane *)lanes->near = codes->candidates & codes->in_person;
  *(plane *)lanes->online = codes->candidates & codes->online;
  // Each compiled for itself.
  if (row->is_simple) {
    score_ways(mentors, mentee, row, chunk, true, lanes);
  } else {
    score_ways(mentors, mentee, row, chunk, false, lanes);
  }
  add_scores(mentors->skill + chunk * CSCORING_CHUNK, row, lanes, out->scores);
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
