// The AVX2 kernel: eight mentors at a time after the bitwise part. See lanes512.h, whose steps it follows.
#if defined(__x86_64__)
#define KERNEL_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#define SCORE_NAME cscoring_score_avx2
#define COUNT_NAME cscoring_count_chunk_avx2
#define SEARCH_NAME cscoring_search_chunk_avx2
#define FIND_NAME cscoring_find_above_avx2

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

KERNEL uint32_t bits_of_lanes(__m256i lanes) {
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(lanes));
}

KERNEL __m256i load_codes(const uint8_t *codes) {
  return _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)codes));
}

KERNEL __m256i look_up(const int32_t *table, __m256i code) { return _mm256_i32gather_epi32(table, code, 4); }

// EACH runs a step for every group of eight mentors in hand; see lanes512.h.
#define EACH for (int32_t g = 0; g < count; g++)

KERNEL __m256i load_lanes(const int32_t *values) { return _mm256_load_si256((const __m256i *)values); }

// As distance_scores of lanes512.h, with the same bounds of error.
KERNEL void distance_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t count, const int32_t *position,
    __m256i *score, __m256i *whole, float *metres_out, uint32_t *doubtful) {
  const cscoring_curve *curve = mentee->curve;
  __m256 dx[4], dy[4], dz[4], square[4], chord[4], series[4], metres[4], rounded[4], off[4], slope[4], points[4];
  __m256i cell[4];
  EACH dx[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->x + position[g]), _mm256_set1_epi32(mentee->x)));
  EACH dy[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->y + position[g]), _mm256_set1_epi32(mentee->y)));
  EACH dz[g] = _mm256_cvtepi32_ps(_mm256_sub_epi32(load_lanes(mentors->z + position[g]), _mm256_set1_epi32(mentee->z)));
  EACH square[g] = _mm256_mul_ps(dz[g], dz[g]);
  EACH square[g] = _mm256_fmadd_ps(dy[g], dy[g], square[g]);
  EACH square[g] = _mm256_fmadd_ps(dx[g], dx[g], square[g]);
  EACH square[g] = _mm256_mul_ps(square[g], _mm256_set1_ps(curve->square_metres_per_unit));
  EACH chord[g] = _mm256_sqrt_ps(square[g]);
  EACH series[g] = _mm256_fmadd_ps(
      square[g], _mm256_set1_ps((float)(3.0 / 640 / 6371008.8 / 6371008.8 / 6371008.8 / 6371008.8)),
      _mm256_set1_ps((float)(1.0 / 24 / 6371008.8 / 6371008.8)));
  EACH metres[g] = _mm256_fmadd_ps(_mm256_mul_ps(chord[g], square[g]), series[g], chord[g]);
  EACH whole[g] = _mm256_cvtps_epi32(metres[g]);
  EACH rounded[g] = _mm256_cvtepi32_ps(whole[g]);
  EACH off[g] = _mm256_andnot_ps(_mm256_set1_ps(-0.0f), _mm256_sub_ps(metres[g], rounded[g]));
  EACH off[g] = _mm256_fmadd_ps(metres[g], _mm256_set1_ps(4e-7f), off[g]);
  EACH doubtful[g] = (uint32_t)_mm256_movemask_ps(
      _mm256_cmp_ps(off[g], _mm256_set1_ps(0.5f - curve->absolute_error), _CMP_GT_OQ));
  EACH _mm256_store_ps(metres_out + 8 * g, metres[g]);

  EACH cell[g] = _mm256_cvttps_epi32(_mm256_min_ps(
      _mm256_mul_ps(rounded[g], _mm256_set1_ps(curve->cells_per_metre)), _mm256_set1_ps((float)(curve->cell_count - 1))));
  EACH slope[g] = _mm256_i32gather_ps(curve->slope, cell[g], 4);
  EACH points[g] = _mm256_fnmadd_ps(slope[g], rounded[g], _mm256_i32gather_ps(curve->intercept, cell[g], 4));
  if (curve->is_delicate) {
    EACH off[g] = _mm256_sub_ps(points[g], _mm256_round_ps(points[g], _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC));
    EACH doubtful[g] |= (uint32_t)_mm256_movemask_ps(
        _mm256_cmp_ps(_mm256_andnot_ps(_mm256_set1_ps(-0.0f), off[g]), _mm256_set1_ps(0.01f), _CMP_LT_OQ));
  }
  EACH score[g] = _mm256_madd_epi16(_mm256_cvttps_epi32(points[g]), _mm256_set1_epi32(curve->weight));
}

KERNEL __m256i travel_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, __m256i *minutes) {
  const __m256i zone = _mm256_load_si256((const __m256i *)(mentors->zone + position));
  *minutes = look_up(mentee->minutes_of_zone, zone);
  return look_up(mentee->score_of_zone, zone);
}

// What the scores of a mentee's row have in common.
typedef struct {
  __m256i level, block, in_person, online, minimum;
} row_constants;

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  _Alignas(64) uint8_t level_and_blocks[CSCORING_CHUNK];
  _Alignas(64) uint8_t half_hours[CSCORING_CHUNK];
  _Alignas(64) uint8_t sector[CSCORING_CHUNK];
  _Alignas(64) float metres[CSCORING_CHUNK];
  _Alignas(8) uint8_t doubtful[CSCORING_CHUNK / 8];
} chunk_lanes;

KERNEL void load_row_constants(const cscoring_mentee *mentee, row_constants *row) {
  row->level = _mm256_loadu_si256((const __m256i *)mentee->level_score);
  row->block = _mm256_loadu_si256((const __m256i *)mentee->block_score);
  row->in_person = _mm256_loadu_si256((const __m256i *)mentee->in_person_score);
  row->online = _mm256_loadu_si256((const __m256i *)mentee->online_score);
  row->minimum = _mm256_set1_epi32(mentee->minimum_score);
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

// Settles the pairs in doubt: most are as good as known, whichever of two whole metres it is.
KERNEL void settle_doubts(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, const chunk_lanes *lanes,
    int32_t *scores) {
  const uint64_t *doubtful = (const uint64_t *)lanes->doubtful;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) {
    for (uint64_t left = doubtful[word]; left != 0; left &= left - 1) {
      const int32_t i = 64 * word + __builtin_ctzll(left);
      if (is_doubt_idle(mentors, mentee, CSCORING_CHUNK * chunk + i, lanes->metres[i])) continue;
      settle_doubt(
          mentors, mentee, chunk, i, &lanes->bits, lanes->level_and_blocks, lanes->half_hours, lanes->sector, scores);
    }
  }
}

// Scores `count` groups of eight mentors; `group` numbers them within the chunk.
KERNEL void score_groups(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    int32_t first_group, int32_t count, chunk_lanes *lanes, int32_t *scores) {
  const uint8_t *const possible = (const uint8_t *)&lanes->bits.candidates + first_group;
  const uint8_t *const in_person = (const uint8_t *)&lanes->bits.in_person + first_group;
  const uint8_t *const online = (const uint8_t *)&lanes->bits.online + first_group;
  const int32_t start = 8 * first_group;
  int32_t position[4];
  uint32_t near[4], doubt[4], any = 0;
  __m256i skill[4], way[4], code[4], block[4], score[4], other[4];
  EACH position[g] = chunk * CSCORING_CHUNK + start + 8 * g;
  EACH skill[g] = load_codes(mentors->skill + position[g]);
  EACH way[g] = _mm256_permutevar8x32_epi32(row->online, skill[g]);
  EACH near[g] = possible[g] & in_person[g];
  EACH doubt[g] = 0;
  EACH any |= near[g];
  if (any != 0) {
    __m256i distance[4], length[4], limit[4], is_near[4];
    if (mentee->minutes_of_zone) {
      EACH distance[g] = travel_scores(mentors, mentee, position[g], &length[g]);
    } else {
      distance_scores(mentors, mentee, count, position, distance, length, lanes->metres + start, doubt);
      EACH doubt[g] &= near[g];
    }
    EACH limit[g] = _mm256_min_epi32(load_lanes(mentors->limit + position[g]), _mm256_set1_epi32(mentee->limit));
    EACH is_near[g] = _mm256_andnot_si256(_mm256_cmpgt_epi32(length[g], limit[g]), lanes_of_bits(near[g]));
    EACH near[g] = bits_of_lanes(is_near[g]);
    EACH distance[g] = _mm256_add_epi32(distance[g], _mm256_permutevar8x32_epi32(row->in_person, skill[g]));
    EACH way[g] = _mm256_blendv_epi8(way[g], distance[g], is_near[g]);
  }
  EACH lanes->doubtful[first_group + g] = (uint8_t)doubt[g];
  EACH code[g] = load_codes(lanes->level_and_blocks + start + 8 * g);
  EACH block[g] = _mm256_srli_epi32(code[g], 4);
  EACH score[g] = _mm256_permutevar8x32_epi32(row->level, code[g]);
  if (mentee->block_limit < 8) {
    EACH other[g] = _mm256_permutevar8x32_epi32(row->block, block[g]);
  } else {
    EACH other[g] = look_up(mentee->block_score, block[g]);
  }
  EACH score[g] = _mm256_add_epi32(score[g], other[g]);
  EACH other[g] = look_up(mentee->half_hour_score, load_codes(lanes->half_hours + start + 8 * g));
  EACH score[g] = _mm256_add_epi32(score[g], other[g]);
  EACH other[g] = look_up(mentee->sector_score, load_codes(lanes->sector + start + 8 * g));
  EACH score[g] = _mm256_add_epi32(score[g], _mm256_add_epi32(other[g], way[g]));
  EACH other[g] = _mm256_andnot_si256(
      _mm256_cmpgt_epi32(row->minimum, score[g]), lanes_of_bits((near[g] | online[g]) & possible[g]));
  EACH _mm256_storeu_si256(
      (__m256i *)(scores + start + 8 * g), _mm256_blendv_epi8(_mm256_set1_epi32(-1), score[g], other[g]));
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
  const uint8_t *const possible = (const uint8_t *)&codes->candidates;
  for (int32_t group = 0; group < CSCORING_CHUNK / 8; group += 4) {
    if (possible[group] != 0 && possible[group + 1] != 0 && possible[group + 2] != 0 && possible[group + 3] != 0) {
      score_groups(mentors, mentee, row, chunk, group, 4, lanes, scores);
      continue;
    }
    for (int32_t single = group; single < group + 4; single++) {
      if (possible[single] != 0) {
        score_groups(mentors, mentee, row, chunk, single, 1, lanes, scores);
      } else {
        _mm256_storeu_si256((__m256i *)(scores + 8 * single), _mm256_set1_epi32(-1));
        lanes->doubtful[single] = 0;
      }
    }
  }
  settle_doubts(mentors, mentee, chunk, lanes, scores);
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

// Drops candidates whose losses and offset together exceed `most` steps.
KERNEL bool keep_small_losses(
    const cscoring_losses *losses, const uint8_t *way_loss, const uint8_t *skill, const uint8_t *offset_steps, int32_t most,
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
    const __m256i block = _mm256_and_si256(_mm256_srli_epi16(code, 4), low);
    __m256i loss = _mm256_shuffle_epi8(level_table, _mm256_and_si256(code, low));
    loss = _mm256_adds_epu8(loss, _mm256_shuffle_epi8(block_table, block));
    __m256i more = look_up_bytes(losses->half_hour_loss, load_bytes(lanes->half_hours + 32 * w));
    more = _mm256_adds_epu8(more, look_up_bytes(losses->sector_loss, load_bytes(lanes->sector + 32 * w)));
    loss = _mm256_adds_epu8(loss, _mm256_shuffle_epi8(way_table, load_bytes(skill + 32 * w)));
    loss = _mm256_adds_epu8(_mm256_adds_epu8(loss, more), load_bytes(offset_steps + 32 * w));
    words[w] &= (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(loss, limit), loss));
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
#endif
