// AVX-512: sixteen mentors at a time after the bitwise part. The including file has defined KERNEL_TARGET, the name of the
// kernel, and how planes become codes (spread).
#include <immintrin.h>

// Scores looked up by a code below 64, of which `count` occur.
typedef struct {
  __m512i a, b, c, d;
  bool is_long;
} table;

KERNEL table load_table(const int32_t *values, bool is_long) {
  table t;
  t.a = _mm512_loadu_si512(values);
  t.b = _mm512_loadu_si512(values + 16);
  t.c = is_long ? _mm512_loadu_si512(values + 32) : t.a;
  t.d = is_long ? _mm512_loadu_si512(values + 48) : t.b;
  t.is_long = is_long;
  return t;
}

KERNEL __m512i look_up(const table *t, __m512i code) {
  const __m512i low = _mm512_permutex2var_epi32(t->a, code, t->b);
  if (!t->is_long) return low;
  const __mmask16 is_high = _mm512_test_epi32_mask(code, _mm512_set1_epi32(32));
  return _mm512_mask_blend_epi32(is_high, low, _mm512_permutex2var_epi32(t->c, code, t->d));
}

KERNEL __m512i load_codes(const uint8_t *codes) {
  return _mm512_cvtepu8_epi32(_mm_load_si128((const __m128i *)codes));
}

// What the distances of a mentee's row have in common.
typedef struct {
  __m512i x, y, z, limit, weight;
  __m512 square_metres_per_unit, cells_per_metre, last_cell, slope[2], intercept[2], least_doubt;
} way_constants;

KERNEL void load_way_constants(const cscoring_mentee *mentee, way_constants *w) {
  const cscoring_curve *curve = mentee->curve;
  w->x = _mm512_set1_epi32(mentee->x);
  w->y = _mm512_set1_epi32(mentee->y);
  w->z = _mm512_set1_epi32(mentee->z);
  w->limit = _mm512_set1_epi32(mentee->limit);
  w->weight = _mm512_set1_epi32(curve->weight);
  w->square_metres_per_unit = _mm512_set1_ps(curve->square_metres_per_unit);
  w->cells_per_metre = _mm512_set1_ps(curve->cells_per_metre);
  w->last_cell = _mm512_set1_ps((float)(curve->cell_count - 1));
  for (int32_t half = 0; half < 2; half++) {
    w->slope[half] = _mm512_loadu_ps(curve->slope + 16 * half);
    w->intercept[half] = _mm512_loadu_ps(curve->intercept + 16 * half);
  }
  w->least_doubt = _mm512_set1_ps(0.5f - curve->absolute_error);
}

// EACH runs a step for every group of sixteen mentors in hand. Steps of different groups do not depend on each other, so
// the latencies of one hide behind the others.
#define EACH for (int32_t g = 0; g < count; g++)

// The weighted distance points of mentors, their distances in whole metres, and which of them 32 bits do not tell for
// sure. `metres` gets the 32-bit distances.
//
// The arc is the chord times 1 + c²/24 + 3c⁴/640 (c: the chord in radii). Relative errors, in units of 2⁻²⁴: differences
// 2 and sum of squares 3 and scale 2 (all halved by the root), root 1.5, series 1; together less than 4e-7.
KERNEL void distance_scores(
    const cscoring_mentors *mentors, const way_constants *w, int32_t count, const int32_t *position, bool is_delicate,
    __m512i *score, __m512i *whole, float *metres_out, __mmask16 *doubtful) {
  __m512 dx[4], dy[4], dz[4], square[4], inverse[4], root[4], rest[4], chord[4], series[4], metres[4], rounded[4], off[4];
  EACH dx[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->x + position[g]), w->x));
  EACH dy[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->y + position[g]), w->y));
  EACH dz[g] = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_load_si512(mentors->z + position[g]), w->z));
  EACH square[g] = _mm512_mul_ps(dz[g], dz[g]);
  EACH square[g] = _mm512_fmadd_ps(dy[g], dy[g], square[g]);
  EACH square[g] = _mm512_fmadd_ps(dx[g], dx[g], square[g]);
  // The least number keeps the root of equal places finite.
  EACH square[g] = _mm512_fmadd_ps(square[g], w->square_metres_per_unit, _mm512_set1_ps(1e-20f));
  EACH inverse[g] = _mm512_rsqrt14_ps(square[g]);
  EACH root[g] = _mm512_mul_ps(square[g], inverse[g]);
  EACH rest[g] = _mm512_fnmadd_ps(root[g], inverse[g], _mm512_set1_ps(1));
  EACH chord[g] = _mm512_fmadd_ps(_mm512_mul_ps(root[g], _mm512_set1_ps(0.5f)), rest[g], root[g]);
  EACH series[g] = _mm512_fmadd_ps(
      square[g], _mm512_set1_ps((float)(3.0 / 640 / 6371008.8 / 6371008.8 / 6371008.8 / 6371008.8)),
      _mm512_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8)));
  EACH metres[g] = _mm512_fmadd_ps(_mm512_mul_ps(chord[g], square[g]), series[g], chord[g]);
  EACH whole[g] = _mm512_cvtps_epi32(metres[g]);
  EACH rounded[g] = _mm512_cvtepi32_ps(whole[g]);
  EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(metres[g], rounded[g]));
  EACH doubtful[g] = _mm512_cmp_ps_mask(
      _mm512_fmadd_ps(metres[g], _mm512_set1_ps(4e-7f), off[g]), w->least_doubt, _CMP_GT_OQ);
  EACH _mm512_store_ps(metres_out + 16 * g, metres[g]);

  __m512i cell[4];
  __m512 points[4];
  EACH cell[g] = _mm512_cvttps_epi32(_mm512_min_ps(_mm512_mul_ps(rounded[g], w->cells_per_metre), w->last_cell));
  EACH points[g] = _mm512_fnmadd_ps(
      _mm512_permutex2var_ps(w->slope[0], cell[g], w->slope[1]), rounded[g],
      _mm512_permutex2var_ps(w->intercept[0], cell[g], w->intercept[1]));
  if (is_delicate) {
    EACH off[g] = _mm512_abs_ps(_mm512_sub_ps(points[g], _mm512_roundscale_ps(points[g], 0)));
    EACH doubtful[g] |= _mm512_cmp_ps_mask(off[g], _mm512_set1_ps(0.01f), _CMP_LT_OQ);
  }
  // Points and weights fit in 16 bits: one multiplication of halves, the upper ones 0.
  EACH score[g] = _mm512_madd_epi16(_mm512_cvttps_epi32(points[g]), w->weight);
}

KERNEL __m512i travel_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, __mmask16 near, __m512i *minutes) {
  const __m512i zone = _mm512_load_si512(mentors->zone + position);
  const __m512i zero = _mm512_setzero_si512();
  *minutes = _mm512_mask_i32gather_epi32(zero, near, zone, mentee->minutes_of_zone, 4);
  return _mm512_mask_i32gather_epi32(zero, near, zone, mentee->score_of_zone, 4);
}

// What the scores of a mentee's row have in common.
typedef struct {
  way_constants way;
  table half_hour, sector;
  __m512i level, block, in_person, online, minimum;
  bool is_delicate;
} row_constants;

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK];
  _Alignas(64) uint8_t half_hours[CSCORING_CHUNK];
  _Alignas(64) uint8_t sector[CSCORING_CHUNK];
  _Alignas(64) float metres[CSCORING_CHUNK];
  _Alignas(8) __mmask16 doubtful[CSCORING_CHUNK / 16];
} chunk_lanes;

// Scores `count` groups of sixteen mentors; `group` numbers them within the chunk.
KERNEL void score_groups(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    int32_t first_group, int32_t count, chunk_lanes *lanes, int32_t *scores) {
  const __mmask16 *const possible = (const __mmask16 *)&lanes->bits.candidates + first_group;
  const __mmask16 *const in_person = (const __mmask16 *)&lanes->bits.in_person + first_group;
  const __mmask16 *const online = (const __mmask16 *)&lanes->bits.online + first_group;
  const int32_t start = 16 * first_group;
  int32_t position[4];
  __m512i skill[4], way[4], code[4], score[4];
  __mmask16 near[4], doubt[4];
  __mmask16 any = 0;
  EACH position[g] = chunk * CSCORING_CHUNK + start + 16 * g;
  EACH skill[g] = load_codes(mentors->skill + position[g]);
  EACH way[g] = _mm512_permutexvar_epi32(skill[g], row->online);
  EACH near[g] = possible[g] & in_person[g];
  EACH doubt[g] = 0;
  EACH any |= near[g];
  if (any != 0) {
    __m512i distance[4], length[4], limit[4];
    if (mentee->minutes_of_zone) {
      EACH distance[g] = travel_scores(mentors, mentee, position[g], near[g], &length[g]);
    } else {
      distance_scores(
          mentors, &row->way, count, position, row->is_delicate, distance, length, lanes->metres + start, doubt);
      EACH doubt[g] &= near[g];
    }
    EACH limit[g] = _mm512_min_epi32(_mm512_load_si512(mentors->limit + position[g]), row->way.limit);
    EACH near[g] = _mm512_mask_cmple_epi32_mask(near[g], length[g], limit[g]);
    EACH way[g] = _mm512_mask_add_epi32(
        way[g], near[g], distance[g], _mm512_permutexvar_epi32(skill[g], row->in_person));
  }
  EACH lanes->doubtful[first_group + g] = doubt[g];
  EACH code[g] = load_codes(lanes->level_and_blocks + start + 16 * g);
  EACH score[g] = _mm512_add_epi32(
      _mm512_permutexvar_epi32(code[g], row->level),
      _mm512_permutexvar_epi32(_mm512_srli_epi32(code[g], 4), row->block));
  EACH score[g] = _mm512_add_epi32(score[g], look_up(&row->half_hour, load_codes(lanes->half_hours + start + 16 * g)));
  EACH score[g] = _mm512_add_epi32(score[g], look_up(&row->sector, load_codes(lanes->sector + start + 16 * g)));
  EACH score[g] = _mm512_add_epi32(score[g], way[g]);
  EACH near[g] = (near[g] | online[g]) & possible[g];
  EACH near[g] = _mm512_mask_cmpge_epi32_mask(near[g], score[g], row->minimum);
  EACH _mm512_storeu_si512(
      scores + start + 16 * g, _mm512_mask_blend_epi32(near[g], _mm512_set1_epi32(-1), score[g]));
}

KERNEL void load_row_constants(const cscoring_mentee *mentee, row_constants *row) {
  load_way_constants(mentee, &row->way);
  row->half_hour = load_table(mentee->half_hour_score, mentee->slot_count > 31 && !has_short_half_hours(mentee));
  row->sector = load_table(mentee->sector_score, mentee->sector_value_count > 31);
  row->level = _mm512_loadu_si512(mentee->level_score);
  row->block = _mm512_loadu_si512(mentee->block_score);
  row->in_person = _mm512_loadu_si512(mentee->in_person_score);
  row->online = _mm512_loadu_si512(mentee->online_score);
  row->minimum = _mm512_set1_epi32(mentee->minimum_score);
  row->is_delicate = mentee->curve->is_delicate;
}

// The distances of eight mentors from whole-number coordinates in 64-bit floating point: off by absolute_error at most.
KERNEL __m512d precise_metres(__m256i dx, __m256i dy, __m256i dz, __m512d metres_per_unit) {
  const __m512d x = _mm512_cvtepi32_pd(dx), y = _mm512_cvtepi32_pd(dy), z = _mm512_cvtepi32_pd(dz);
  const __m512d squares = _mm512_fmadd_pd(x, x, _mm512_fmadd_pd(y, y, _mm512_mul_pd(z, z)));
  const __m512d chord = _mm512_mul_pd(_mm512_sqrt_pd(squares), metres_per_unit);
  const __m512d square = _mm512_mul_pd(chord, chord);
  const double r2 = 6371008.8 * 6371008.8;
  const __m512d series =
      _mm512_fmadd_pd(square, _mm512_set1_pd(3.0 / 640 / r2 / r2), _mm512_set1_pd(1.0 / 24 / r2));
  return _mm512_fmadd_pd(_mm512_mul_pd(chord, square), series, chord);
}

// Settles the pairs in doubt: where 64 bits confirm the whole metre there is nothing to do; the few others, and far ones, are
// scored again, exactly.
KERNEL void settle_doubts(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const way_constants *w, int32_t chunk,
    const chunk_lanes *lanes, int32_t *scores) {
  const uint64_t *doubtful = (const uint64_t *)lanes->doubtful;
  int32_t number[CSCORING_CHUNK + 16];
  int32_t count = 0;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) {
    // Seldom more than one: no branch for the first.
    uint64_t left = doubtful[word];
    number[count] = 64 * word + (int32_t)__builtin_ctzll(left | (1ull << 63));
    count += left != 0;
    left &= left - 1;
    while (__builtin_expect(left != 0, 0)) {
      number[count++] = 64 * word + (int32_t)__builtin_ctzll(left);
      left &= left - 1;
    }
  }
  const __m512d metres_per_unit = _mm512_set1_pd(mentee->curve->metres_per_unit);
  const __m512d least_doubt = _mm512_set1_pd(0.5 - mentee->curve->absolute_error);
  for (int32_t first = 0; first < count; first += 8) {
    const int32_t left = count - first;
    const __mmask8 present = left < 8 ? (__mmask8)((1u << left) - 1) : (__mmask8)0xFF;
    const __m256i i = _mm256_maskz_loadu_epi32(present, number + first);
    const __m256i zero = _mm256_setzero_si256();
    const int32_t start = chunk * CSCORING_CHUNK;
    const __m256i x = _mm256_mmask_i32gather_epi32(zero, present, i, mentors->x + start, 4);
    const __m256i y = _mm256_mmask_i32gather_epi32(zero, present, i, mentors->y + start, 4);
    const __m256i z = _mm256_mmask_i32gather_epi32(zero, present, i, mentors->z + start, 4);
    const __m512d metres = precise_metres(
        _mm256_sub_epi32(x, _mm512_castsi512_si256(w->x)), _mm256_sub_epi32(y, _mm512_castsi512_si256(w->y)),
        _mm256_sub_epi32(z, _mm512_castsi512_si256(w->z)), metres_per_unit);
    const __m256i whole = _mm512_cvtpd_epi32(metres);
    const __m256 supposed = _mm256_mmask_i32gather_ps(_mm256_setzero_ps(), present, i, lanes->metres, 4);
    const __m512d off = _mm512_abs_pd(_mm512_sub_pd(metres, _mm512_cvtepi32_pd(whole)));
    __mmask8 is_known = _mm512_cmp_pd_mask(off, least_doubt, _CMP_LT_OQ) &
                        _mm512_cmp_pd_mask(metres, _mm512_set1_pd(400000), _CMP_LE_OQ);
    is_known &= _mm256_cmpeq_epi32_mask(whole, _mm256_cvtps_epi32(supposed));
    if (mentee->curve->is_delicate) is_known = 0;
    for (uint32_t rest = present & (uint32_t)~is_known; rest != 0; rest &= rest - 1) {
      settle_doubt(
          mentors, mentee, chunk, number[first + __builtin_ctz(rest)], &lanes->bits, lanes->level_and_blocks,
          lanes->half_hours, lanes->sector, scores);
    }
  }
}

// Makes bytes of the planes of codes.
KERNEL void spread_codes(chunk_lanes *lanes) {
  const chunk_codes *const codes = &lanes->bits;
  const plane packed[8] = {codes->level[0],  codes->level[1],  codes->level[2],  {0},
                           codes->blocks[0], codes->blocks[1], codes->blocks[2], codes->blocks[3]};
  spread(packed, 8, lanes->level_and_blocks);
  spread(codes->half_hours, 6, lanes->half_hours);
  spread(codes->sector, 6, lanes->sector);
}

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, int32_t *scores) {
  const chunk_codes *const codes = &lanes->bits;
  const __mmask16 *const possible = (const __mmask16 *)&codes->candidates;
  for (int32_t group = 0; group < CSCORING_CHUNK / 16; group += 4) {
    if (possible[group] != 0 && possible[group + 1] != 0 && possible[group + 2] != 0 && possible[group + 3] != 0) {
      score_groups(mentors, mentee, row, chunk, group, 4, lanes, scores);
      continue;
    }
    for (int32_t single = group; single < group + 4; single++) {
      if (possible[single] != 0) {
        score_groups(mentors, mentee, row, chunk, single, 1, lanes, scores);
      } else {
        _mm512_storeu_si512(scores + 16 * single, _mm512_set1_epi32(-1));
        lanes->doubtful[single] = 0;
      }
    }
  }
  settle_doubts(mentors, mentee, &row->way, chunk, lanes, scores);
}

// Values of a table of 64 bytes, by codes below 64.
KERNEL __m512i look_up_bytes(const uint8_t *table, __m512i code) {
#ifdef HAS_BYTE_PERMUTATIONS
  return _mm512_permutexvar_epi8(code, _mm512_loadu_si512(table));
#else
  // A shuffle looks at four bits; the upper two choose among four tables.
  const __m512i quarter = _mm512_and_si512(code, _mm512_set1_epi8(0x30));
  __m512i value = _mm512_setzero_si512();
  for (int32_t k = 0; k < 4; k++) {
    const __m512i sixteen = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)(table + 16 * k)));
    const __mmask64 here = _mm512_cmpeq_epi8_mask(quarter, _mm512_set1_epi8((char)(16 * k)));
    value = _mm512_mask_shuffle_epi8(value, here, sixteen, code);
  }
  return value;
#endif
}

// Drops candidates whose losses and offset together exceed `most` steps.
KERNEL bool keep_small_losses(
    const cscoring_losses *losses, const uint8_t *way_loss, const uint8_t *skill, const uint8_t *offset_steps, int32_t most,
    const chunk_lanes *lanes, plane *candidates) {
  const __m512i level_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)losses->level_loss));
  const __m512i block_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)losses->block_loss));
  const __m512i way_table = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)way_loss));
  const __m512i low = _mm512_set1_epi8(15);
  const __m512i limit = _mm512_set1_epi8((char)most);
  uint64_t *words = (uint64_t *)candidates;
  uint64_t any = 0;
  for (int32_t w = 0; w < CSCORING_CHUNK_WORDS; w++) {
    const __m512i code = _mm512_load_si512(lanes->level_and_blocks + 64 * w);
    const __m512i block = _mm512_and_si512(_mm512_srli_epi16(code, 4), low);
    __m512i loss = _mm512_shuffle_epi8(level_table, _mm512_and_si512(code, low));
    loss = _mm512_adds_epu8(loss, _mm512_shuffle_epi8(block_table, block));
    __m512i more = look_up_bytes(losses->half_hour_loss, _mm512_load_si512(lanes->half_hours + 64 * w));
    more = _mm512_adds_epu8(more, look_up_bytes(losses->sector_loss, _mm512_load_si512(lanes->sector + 64 * w)));
    loss = _mm512_adds_epu8(loss, _mm512_shuffle_epi8(way_table, _mm512_load_si512(skill + 64 * w)));
    loss = _mm512_adds_epu8(_mm512_adds_epu8(loss, more), _mm512_load_si512(offset_steps + 64 * w));
    words[w] &= _mm512_cmple_epu8_mask(loss, limit);
    any |= words[w];
  }
  return any != 0;
}

// Scores the candidates of a chunk that has been reduced to codes; everybody else gets -1.
KERNEL void score_chunk(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, int32_t *scores) {
  spread_codes(lanes);
  score_candidates(mentors, mentee, row, chunk, lanes, scores);
}

#include "rows.h"
#include "search.h"
