// The AVX2 kernel: eight mentors at a time after the bitwise part. See lanes512.h and way512.h, whose steps it follows.
#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#define SCORE_NAME cscoring_score_avx2
#define COUNT_NAME cscoring_count_chunk_avx2
#define SEARCH_NAME cscoring_search_chunk_avx2

#include "chunk.h"

#include <immintrin.h>

// Makes one byte per mentor of the planes of a code.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  const uint32_t *words = (const uint32_t *)planes;
  const __m256i byte_of_bit = _mm256_setr_epi64x(
      0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i bit = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  for (int32_t w = 0; w < CSCORING_CHUNK / 32; w++) {
    __m256i bytes = _mm256_setzero_si256();
    for (int32_t p = 0; p < count; p++) {
      const __m256i eight = _mm256_shuffle_epi8(_mm256_set1_epi32((int32_t)words[16 * p + w]), byte_of_bit);
      const __m256i is_set = _mm256_cmpeq_epi8(_mm256_and_si256(eight, bit), bit);
      bytes = _mm256_or_si256(bytes, _mm256_and_si256(is_set, _mm256_set1_epi8((char)(1 << p))));
    }
    _mm256_store_si256((__m256i *)(codes + 32 * w), bytes);
  }
}

KERNEL __m256i lanes_of_bits(uint32_t bits) {
  const __m256i bit = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
  return _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32((int32_t)bits), bit), bit);
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
  _Alignas(64) float lengths[CSCORING_CHUNK];
  uint64_t doubtful[CSCORING_CHUNK_WORDS];
} chunk_lanes;

// A table of up to 128 scores as the four digits, to the base of 64, of each: sixteen bytes for each digit and sixteen codes. So many
// small numbers are added in bytes before they become one large one, 32 mentors at a time.
typedef struct {
  __m256i part[8][4];  // [codes 16 k to 16 k + 15][digit]
  int32_t part_count;
} table;

// What the distances of a mentee's row have in common; see way512.h. Computed once: the compiler would do it again for every
// group.
typedef struct {
  __m256i x, y, z, weight;
  __m256 reach, rounding, third_order, least_doubt, cells_per_unit, last_cell, metres_per_unit;
} way_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  const float metre = curve->units_per_metre;
  const double radius = 6371008.8 * (double)metre;
  w->x = _mm256_set1_epi32(mentee->x);
  w->y = _mm256_set1_epi32(mentee->y);
  w->z = _mm256_set1_epi32(mentee->z);
  w->weight = _mm256_set1_epi32(curve->weight);
  w->reach = _mm256_set1_ps(mentee->reach);
  w->rounding = _mm256_set1_ps(0x1.8p23f * metre);
  w->third_order = _mm256_set1_ps((float)(1.0 / 24 / radius / radius));
  w->least_doubt = _mm256_set1_ps((0.5f - curve->absolute_error) * metre);
  w->cells_per_unit = _mm256_set1_ps(curve->cells_per_metre / metre);
  w->last_cell = _mm256_set1_ps((float)(curve->cell_count - 1));
  w->metres_per_unit = _mm256_set1_ps(1 / metre);
}

// What the scores of a mentee's row have in common.
typedef struct {
  table digital;  // online by skill, then in person by skill
  table level_and_blocks;
  table half_hours, sector;
  __m256i minimum;
  // The curve's stretches, each once.
  __m256i segment_of_low_cell, segment_of_high_cell;
  __m256 slope, intercept;
  bool has_few_segments;
  way_constants way;
} row_constants;

KERNEL void load_table(const int32_t *values, int32_t count, table *t) {
  t->part_count = (count + 15) / 16;
  for (int32_t part = 0; part < t->part_count; part++) {
    for (int32_t digit = 0; digit < 4; digit++) {
      _Alignas(16) uint8_t bytes[16];
      for (int32_t k = 0; k < 16; k++) bytes[k] = (uint8_t)(values[16 * part + k] >> (6 * digit) & 63);
      t->part[part][digit] = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)bytes));
    }
  }
}

// Adds the digits of 32 codes' scores.
KERNEL void add_digits(const table *t, __m256i code, __m256i sum[4]) {
  for (int32_t part = 0; part < t->part_count; part++) {
    // Codes of other parts get their highest bit set, and a byte shuffle gives 0 for those.
    const __m256i own = _mm256_add_epi8(
        _mm256_xor_si256(code, _mm256_set1_epi8((char)(16 * part))), _mm256_set1_epi8(0x70));
    for (int32_t digit = 0; digit < 4; digit++) {
      sum[digit] = _mm256_add_epi8(sum[digit], _mm256_shuffle_epi8(t->part[part][digit], own));
    }
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
  row->minimum = _mm256_set1_epi32(mentee->minimum_score);
  load_way_constants(mentee, &row->way);
  row->has_few_segments = load_segments(mentee->curve, row);
}

// EACH runs a step for every group of eight mentors in hand; see way512.h.
#define EACH for (int32_t g = 0; g < 4; g++)

// As distance_scores of way512.h, of 32 mentors, with the same bounds of error.
KERNEL uint32_t distance_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t position,
    uint32_t possible, uint32_t *doubtful, float *lengths, int32_t *points_out) {
  const cscoring_curve *const curve = mentee->curve;
  const way_constants *const w = &row->way;
  const __m256 positive = _mm256_castsi256_ps(_mm256_set1_epi32(INT32_MAX));
  __m256 dx[4], dy[4], dz[4], square[4], chord[4], series[4], more[4], length[4], whole[4], off[4], points[4], reach[4];
  __m256i cell[4];
  uint32_t doubt[4];
  EACH dx[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->x + position + 8 * g), w->x));
  EACH dy[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->y + position + 8 * g), w->y));
  EACH dz[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->z + position + 8 * g), w->z));
  EACH square[g] = _mm256_mul_ps(dz[g], dz[g]);
  EACH square[g] = _mm256_fmadd_ps(dy[g], dy[g], square[g]);
  EACH square[g] = _mm256_fmadd_ps(dx[g], dx[g], square[g]);
  EACH chord[g] = _mm256_sqrt_ps(square[g]);
  EACH series[g] = _mm256_mul_ps(square[g], w->third_order);
  EACH more[g] = _mm256_mul_ps(chord[g], _mm256_fmadd_ps(series[g], _mm256_set1_ps(2.7f), _mm256_set1_ps(1)));
  EACH length[g] = _mm256_fmadd_ps(more[g], series[g], chord[g]);
  EACH whole[g] = _mm256_sub_ps(_mm256_add_ps(length[g], w->rounding), w->rounding);
  EACH off[g] = _mm256_and_ps(_mm256_sub_ps(length[g], whole[g]), positive);
  EACH off[g] = _mm256_fmadd_ps(length[g], _mm256_set1_ps(relative_doubt), off[g]);
  EACH doubt[g] = bits_of_lanes(_mm256_cmp_ps(off[g], w->least_doubt, _CMP_GT_OQ));
  EACH _mm256_store_ps(lengths + 8 * g, length[g]);

  EACH cell[g] = _mm256_cvttps_epi32(_mm256_min_ps(_mm256_mul_ps(whole[g], w->cells_per_unit), w->last_cell));
  EACH points[g] = _mm256_mul_ps(whole[g], w->metres_per_unit);
  if (row->has_few_segments) {
    EACH cell[g] = segments_of_cells(row, cell[g]);
    EACH points[g] = _mm256_fnmadd_ps(
        _mm256_permutevar8x32_ps(row->slope, cell[g]), points[g], _mm256_permutevar8x32_ps(row->intercept, cell[g]));
  } else {
    EACH points[g] = _mm256_fnmadd_ps(
        _mm256_i32gather_ps(curve->slope, cell[g], 4), points[g], _mm256_i32gather_ps(curve->intercept, cell[g], 4));
  }
  if (curve->is_delicate) {
    EACH off[g] = _mm256_sub_ps(points[g], _mm256_round_ps(points[g], _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    EACH doubt[g] |= bits_of_lanes(_mm256_cmp_ps(_mm256_and_ps(off[g], positive), _mm256_set1_ps(0.01f), _CMP_LT_OQ));
  }
  EACH reach[g] = _mm256_min_ps(_mm256_load_ps(mentors->reach + position + 8 * g), w->reach);
  uint32_t near = 0;
  EACH near |= bits_of_lanes(_mm256_cmp_ps(length[g], reach[g], _CMP_LE_OQ)) << (8 * g);
  near &= possible;
  EACH *doubtful |= doubt[g] << (8 * g);
  *doubtful &= near;
  EACH _mm256_store_si256(
      (__m256i *)(points_out + 8 * g),
      _mm256_madd_epi16(_mm256_cvttps_epi32(points[g]), w->weight));
  return near;
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
    chunk_lanes *lanes) {
  const int32_t start = chunk * CSCORING_CHUNK;
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
        near = distance_scores(mentors, mentee, row, start + i, possible, &doubtful, lanes->lengths + i, lanes->way + i);
      }
      ((uint32_t *)lanes->near)[i / 32] = near;
    }
    in_doubt = in_doubt >> 32 | (uint64_t)doubtful << 32;
    if (i % 64 == 32) lanes->doubtful[i / 64] = in_doubt;
  }
  settle_doubts(mentors, mentee, chunk, lanes->doubtful, lanes->lengths, lanes->near, lanes->way);
}

KERNEL __m256i bytes_of_bits(uint32_t bits) {
  const __m256i byte_of_bit = _mm256_setr_epi64x(
      0x0000000000000000, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303);
  const __m256i bit = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  const __m256i eight = _mm256_shuffle_epi8(_mm256_set1_epi32((int32_t)bits), byte_of_bit);
  return _mm256_cmpeq_epi8(_mm256_and_si256(eight, bit), bit);
}

// Joins the digits of 32 sums to four times eight numbers, in order.
KERNEL void join_digits(const __m256i sum[4], __m256i numbers[4]) {
  const __m256i pair = _mm256_set1_epi16(64 << 8 | 1);
  const __m256i four = _mm256_set1_epi32(4096 << 16 | 1);
  const __m256i low0 = _mm256_maddubs_epi16(_mm256_unpacklo_epi8(sum[0], sum[1]), pair);
  const __m256i high0 = _mm256_maddubs_epi16(_mm256_unpackhi_epi8(sum[0], sum[1]), pair);
  const __m256i low1 = _mm256_maddubs_epi16(_mm256_unpacklo_epi8(sum[2], sum[3]), pair);
  const __m256i high1 = _mm256_maddubs_epi16(_mm256_unpackhi_epi8(sum[2], sum[3]), pair);
  // Numbers 0 to 3 and 16 to 19, and so on.
  const __m256i a = _mm256_madd_epi16(_mm256_unpacklo_epi16(low0, low1), four);
  const __m256i b = _mm256_madd_epi16(_mm256_unpackhi_epi16(low0, low1), four);
  const __m256i c = _mm256_madd_epi16(_mm256_unpacklo_epi16(high0, high1), four);
  const __m256i d = _mm256_madd_epi16(_mm256_unpackhi_epi16(high0, high1), four);
  numbers[0] = _mm256_permute2x128_si256(a, b, 0x20);
  numbers[1] = _mm256_permute2x128_si256(c, d, 0x20);
  numbers[2] = _mm256_permute2x128_si256(a, b, 0x31);
  numbers[3] = _mm256_permute2x128_si256(c, d, 0x31);
}

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
    __m256i sum[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256()};
    const __m256i in_person = _mm256_and_si256(bytes_of_bits(near), _mm256_set1_epi8(CSCORING_SKILLS));
    add_digits(&row->digital, _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(skills + i)), in_person), sum);
    add_digits(&row->level_and_blocks, _mm256_load_si256((const __m256i *)(lanes->level_and_blocks + i)), sum);
    add_digits(&row->half_hours, _mm256_load_si256((const __m256i *)(lanes->half_hours + i)), sum);
    add_digits(&row->sector, _mm256_load_si256((const __m256i *)(lanes->sector + i)), sum);
    __m256i score[4], way[4], kept[4];
    join_digits(sum, score);
    EACH way[g] = _mm256_and_si256(lanes_of_bits(near >> (8 * g) & 255), load_lanes(lanes->way + i + 8 * g));
    EACH score[g] = _mm256_add_epi32(score[g], way[g]);
    EACH kept[g] = _mm256_andnot_si256(_mm256_cmpgt_epi32(row->minimum, score[g]), lanes_of_bits(any >> (8 * g) & 255));
    EACH _mm256_storeu_si256(
        (__m256i *)(scores + i + 8 * g), _mm256_blendv_epi8(_mm256_set1_epi32(-1), score[g], kept[g]));
  }
}

// The digits that numbers up to `greatest` take, at least one.
KERNEL int32_t digit_count(int32_t greatest) { return greatest < 2 ? 1 : 32 - __builtin_clz((uint32_t)greatest); }

// Makes bytes of the planes of codes.
KERNEL void spread_codes(const cscoring_mentee *mentee, chunk_lanes *lanes) {
  const chunk_codes *const codes = &lanes->bits;
  const plane packed[7] = {codes->level[0],  codes->level[1],  codes->level[2], codes->blocks[0],
                           codes->blocks[1], codes->blocks[2], codes->blocks[3]};
  spread(packed, mentee->block_limit <= 3 ? 5 : 7, lanes->level_and_blocks);
  spread(codes->half_hours, has_short_half_hours(mentee) ? 5 : 6, lanes->half_hours);
  spread(codes->sector, digit_count(mentee->sector_value_count), lanes->sector);
}

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, uint64_t *doubtful, int32_t *scores) {
  (void)doubtful;
  const chunk_codes *const codes = &lanes->bits;
  *(plane *)lanes->near = codes->candidates & codes->in_person;
  *(plane *)lanes->online = codes->candidates & codes->online;
  score_ways(mentors, mentee, row, chunk, lanes);
  add_scores(mentors->skill + chunk * CSCORING_CHUNK, row, lanes, scores);
}

// Nothing is left to do: doubts are settled chunk by chunk.
KERNEL void finish_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t first,
    int32_t chunk_count, const uint64_t *doubtful, int32_t *scores) {
  (void)mentors, (void)mentee, (void)row, (void)first, (void)chunk_count, (void)doubtful, (void)scores;
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
