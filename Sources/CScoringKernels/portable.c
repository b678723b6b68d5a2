// The kernel in plain C, for any machine whose words have the lowest byte first: planes and lengths by the compiler's vectors,
// the sums mentor by mentor, for candidates alone. See lanes512.h, whose steps it follows.
#include "CScoringKernels.h"

#include <string.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define KERNEL_TARGET
#define SCORE_NAME cscoring_score_portable
#define COUNT_NAME cscoring_count_chunk_portable
#define SEARCH_NAME cscoring_search_chunk_portable
// Codes lie as spread leaves them.
#define CODE_PLACE(i) ((uint32_t)(i) % 8 * (CSCORING_CHUNK / 8) + (uint32_t)(i) / 8)

#include "chunk.h"

// A chunk reduced to bits and codes.
typedef struct {
  chunk_codes bits;
  uint8_t level_and_blocks[CSCORING_CHUNK];
  uint8_t half_hours[CSCORING_CHUNK];
  uint8_t sector[CSCORING_CHUNK];
  _Alignas(64) uint32_t way[CSCORING_CHUNK];  // how they would meet, for candidates
  _Alignas(64) float lengths[CSCORING_CHUNK];  // whole metres, in units of the coordinates
  int32_t travel[CSCORING_CHUNK];              // with travel times: the score of the way
} chunk_lanes;

// Makes one byte per mentor of up to eight planes: bits, pairs and fours of bits change places between planes, as in the
// transposition of an 8 × 8 matrix of bits. Byte j of plane i is then the code of mentor 8 j + i.
KERNEL void spread(const plane *planes, int32_t count, uint8_t *codes) {
  plane p[8];
  for (int32_t k = 0; k < 8; k++) p[k] = k < count ? planes[k] : (plane){0};
  const uint64_t masks[3] = {0x5555555555555555, 0x3333333333333333, 0x0F0F0F0F0F0F0F0F};
#pragma clang loop unroll(full)
  for (int32_t stage = 0; stage < 3; stage++) {
    const int32_t step = 1 << stage;
#pragma clang loop unroll(full)
    for (int32_t k = 0; k < 8; k++) {
      if (k & step) continue;
      const plane moved = (p[k] >> step ^ p[k + step]) & masks[stage];
      p[k + step] ^= moved;
      p[k] ^= moved << step;
    }
  }
  for (int32_t k = 0; k < 8; k++) memcpy(codes + 64 * k, p + k, sizeof(plane));
}

#include "codes.h"

typedef float float_vector __attribute__((vector_size(16)));
typedef int32_t int_vector __attribute__((vector_size(16)));

KERNEL void square_roots(float_vector *values) {
#if defined(__has_builtin)
#if __has_builtin(__builtin_elementwise_sqrt)
  *values = __builtin_elementwise_sqrt(*values);
  return;
#endif
#endif
  for (int32_t k = 0; k < 4; k++) (*values)[k] = __builtin_sqrtf((*values)[k]);
}

KERNEL float_vector least_of(float_vector a, float_vector b) {
  const int_vector is_less = a < b;
  return (float_vector)(((int_vector)a & is_less) | ((int_vector)b & ~is_less));
}

// A stretch of the curve; see cscoring_curve.
typedef struct {
  float intercept, slope;  // per unit of the coordinates
} stretch;

// How a pair would meet is a number: the curve's cell when in person, or one of these.
enum { WAY_ONLINE = CSCORING_CELLS, WAY_NONE = 2 * CSCORING_CELLS, WAY_DOUBTFUL = 3 * CSCORING_CELLS };

// What the scores of a mentee's row have in common.
typedef struct {
  int32_t level_and_blocks[128];
  int32_t half_hours[CSCORING_HALF_HOURS];
  int32_t sector[CSCORING_SECTOR_VALUES];
  int32_t digital[3 * CSCORING_SKILLS];  // by skill: in person, online, and out of reach
  stretch stretches[WAY_DOUBTFUL];       // no points beyond the cells
} row_constants;

KERNEL void load_row_constants(const cscoring_mentee *mentee, row_constants *row) {
  const cscoring_curve *curve = mentee->curve;
  memset(row, 0, sizeof *row);
  for (int32_t code = 0; code < 128; code++) {
    row->level_and_blocks[code] = mentee->level_score[code & 7] + mentee->block_score[code >> 3];
  }
  memcpy(row->half_hours, mentee->half_hour_score, sizeof row->half_hours);
  memcpy(row->sector, mentee->sector_score, sizeof row->sector);
  for (int32_t skill = 0; skill < CSCORING_SKILLS; skill++) {
    row->digital[skill] = mentee->in_person_score[skill];
    row->digital[skill + CSCORING_SKILLS] = mentee->online_score[skill];
    row->digital[skill + 2 * CSCORING_SKILLS] = -CSCORING_GREATEST_SCORE - 1;
  }
  for (int32_t cell = 0; cell < CSCORING_CELLS; cell++) {
    row->stretches[cell] = (stretch){curve->intercept[cell], curve->slope[cell] / curve->units_per_metre};
  }
}

// Lanes whose bit is set, by four bits.
static const int_vector lanes_of_bits[16] = {
    {0, 0, 0, 0},  {-1, 0, 0, 0},  {0, -1, 0, 0},  {-1, -1, 0, 0},  {0, 0, -1, 0},  {-1, 0, -1, 0},
    {0, -1, -1, 0}, {-1, -1, -1, 0}, {0, 0, 0, -1},  {-1, 0, 0, -1},  {0, -1, 0, -1}, {-1, -1, 0, -1},
    {0, 0, -1, -1}, {-1, 0, -1, -1}, {0, -1, -1, -1}, {-1, -1, -1, -1}};

// The ways to all of a chunk's mentors, with the bounds of error of distance_scores in way512.h: places in whole numbers have
// no offset to round, but roundings without fused operations are two more in the sum of squares, one after the root.
KERNEL void find_ways(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_lanes *lanes) {
  const cscoring_curve *curve = mentee->curve;
  const float metre = curve->units_per_metre;
  const double radius = 6371008.8 * (double)metre;
  const float third_order = (float)(1.0 / 24 / radius / radius);
  const float rounding = 0x1.8p23f * metre, least_doubt = (0.5f - mentors->offset_error[chunk]) * metre;
  const float limit = reach_in_chunk(mentors, mentee, chunk) * metre;
  const float cells_per_unit = curve->cells_per_metre / metre, last_cell = (float)(curve->cell_count - 1);
  const int32_t start = chunk * CSCORING_CHUNK;
  const int_vector *const x = (const int_vector *)(mentors->x + start);
  const int_vector *const y = (const int_vector *)(mentors->y + start);
  const int_vector *const z = (const int_vector *)(mentors->z + start);
  const float_vector *const reaches = (const float_vector *)(mentors->reach + start);
  const float_vector limits = {limit, limit, limit, limit}, last = {last_cell, last_cell, last_cell, last_cell};
  for (int32_t i = 0; i < CSCORING_CHUNK / 4; i++) {
    const float_vector dx = __builtin_convertvector(x[i] - mentee->x, float_vector);
    const float_vector dy = __builtin_convertvector(y[i] - mentee->y, float_vector);
    const float_vector dz = __builtin_convertvector(z[i] - mentee->z, float_vector);
    const float_vector square = dx * dx + dy * dy + dz * dz;
    float_vector chord = square;
    square_roots(&chord);
    const float_vector series = square * third_order;
    const float_vector length = chord + chord * series * (series * 2.7f + 1.0f);
    const float_vector whole = (length + rounding) - rounding;
    const float_vector rest = length - whole;
    const float_vector off = (float_vector)((int_vector)rest & INT32_MAX) + length * relative_doubt(false);
    const float_vector reach = least_of(reaches[i] * metre, limits);
    const int_vector in_person = lanes_of_bits[lanes->bits.in_person[i / 16] >> (i % 16 * 4) & 15];
    const int_vector online = lanes_of_bits[lanes->bits.online[i / 16] >> (i % 16 * 4) & 15];
    const int_vector is_near = (length <= reach) & in_person;
    const int_vector is_doubtful = (off > least_doubt) & is_near;
    const int_vector cell = __builtin_convertvector(least_of(whole * cells_per_unit, last), int_vector);
    const int_vector remote = (online & WAY_ONLINE) | (~online & WAY_NONE);
    ((float_vector *)lanes->lengths)[i] = whole;
    // Doubtful is online and none together: all bits that a cell leaves.
    ((int_vector *)lanes->way)[i] = (cell & is_near) | (remote & ~is_near) | (is_doubtful & (WAY_ONLINE | WAY_NONE));
  }
}

// The same when distances do not count: by travel times, or where nobody meets in person.
KERNEL void find_travel(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, chunk_lanes *lanes) {
  for (int32_t i = 0; i < CSCORING_CHUNK; i++) {
    lanes->travel[i] = 0;
    lanes->way[i] = lanes->bits.online[i / 64] >> (i % 64) & 1 ? WAY_ONLINE : WAY_NONE;
    if (!mentee->minutes_of_zone || !(lanes->bits.in_person[i / 64] >> (i % 64) & 1)) continue;
    const int32_t position = chunk * CSCORING_CHUNK + i, zone = mentors->zone[position];
    const int32_t limit = mentors->limit[position] < mentee->limit ? mentors->limit[position] : mentee->limit;
    if (mentee->minutes_of_zone[zone] > limit) continue;
    lanes->travel[i] = mentee->score_of_zone[zone];
    lanes->way[i] = 0;
  }
}

KERNEL int32_t score_one(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, int32_t i, const chunk_lanes *lanes);

// Adds up the scores of a chunk's candidates, whose ways are known. Next to no branches: what they would ask is a toss-up.
KERNEL void add_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    bool by_distance, bool is_delicate, const chunk_lanes *lanes, int32_t *scores) {
  const uint8_t *const skills = mentors->skill + chunk * CSCORING_CHUNK;
  const int32_t weight = mentee->curve->weight, minimum = mentee->minimum_score;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) {
    for (uint64_t left = lanes->bits.candidates[word]; left != 0; left &= left - 1) {
      const uint32_t i = 64 * (uint32_t)word + (uint32_t)__builtin_ctzll(left), place = CODE_PLACE(i);
      const uint32_t way = lanes->way[i];
      int32_t score;
      if (by_distance) {
        if (__builtin_expect(way >= WAY_DOUBTFUL, 0)) {
          scores[i] = score_one(mentors, mentee, chunk, (int32_t)i, lanes);
          continue;
        }
        const float points = row->stretches[way].intercept - row->stretches[way].slope * lanes->lengths[i];
        score = (int32_t)points;
        if (is_delicate && way < CSCORING_CELLS) {
          const float rest = points - (float)score;
          if (rest < 0.01f || rest > 0.99f) {
            scores[i] = score_one(mentors, mentee, chunk, (int32_t)i, lanes);
            continue;
          }
        }
        score *= weight;
      } else {
        score = lanes->travel[i];
      }
      score += row->digital[way / CSCORING_CELLS * CSCORING_SKILLS + skills[i]];
      score += row->level_and_blocks[lanes->level_and_blocks[place]];
      score += row->half_hours[lanes->half_hours[place]];
      score += row->sector[lanes->sector[place]];
      scores[i] = score >= minimum ? score : -1;
    }
  }
}

// Scores the candidates of a chunk whose codes are spread; everybody else gets -1.
KERNEL void score_candidates(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t chunk,
    chunk_lanes *lanes, const chunk_scores *out) {
  int32_t *const scores = out->scores;
  for (int32_t i = 0; i < CSCORING_CHUNK; i++) scores[i] = -1;
  const plane near = lanes->bits.candidates & lanes->bits.in_person;
  if (mentee->minutes_of_zone || is_empty(&near)) {
    find_travel(mentors, mentee, chunk, lanes);
    add_scores(mentors, mentee, row, chunk, false, false, lanes, scores);
    return;
  }
  find_ways(mentors, mentee, chunk, lanes);
  // Each compiled for itself.
  if (mentee->curve->is_delicate) {
    add_scores(mentors, mentee, row, chunk, true, true, lanes, scores);
  } else {
    add_scores(mentors, mentee, row, chunk, true, false, lanes, scores);
  }
}

// Nothing is left to do: doubts are settled chunk by chunk.
KERNEL void finish_scores(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_constants *row, int32_t first,
    int32_t chunk_count, const chunk_scores *out) {
  (void)mentors, (void)mentee, (void)row, (void)first, (void)chunk_count, (void)out;
}

// Drops candidates whose losses and price together exceed `most` steps.
KERNEL bool keep_small_losses(
    const cscoring_losses *losses, const uint8_t *way_loss, const uint8_t *skill, const uint8_t *price_steps, int32_t most,
    const chunk_lanes *lanes, plane *candidates) {
  uint64_t any = 0;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) {
    uint64_t kept = 0;
    for (uint64_t left = (*candidates)[word]; left != 0; left &= left - 1) {
      const int32_t bit = (int32_t)__builtin_ctzll(left), i = 64 * word + bit;
      const int32_t code = lanes->level_and_blocks[CODE_PLACE(i)];
      const int32_t loss = losses->level_loss[code & 7] + losses->block_loss[code >> 3] +
                           losses->half_hour_loss[lanes->half_hours[CODE_PLACE(i)]] +
                           losses->sector_loss[lanes->sector[CODE_PLACE(i)]] + way_loss[skill[i]] + price_steps[i];
      kept |= (uint64_t)(loss <= most) << bit;
    }
    (*candidates)[word] = kept;
    any |= kept;
  }
  return any != 0;
}

#include "rows.h"
#include "search.h"
#endif
