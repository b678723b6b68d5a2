// Scores one mentee against a run of mentors, 512 mentors (a chunk) at a time.
//
// What can be told by yes or no is held bit by bit: a plane has one bit per mentor, bit m % 64 of word m / 64, eight
// words to a chunk. What has many values is held as an array with one entry per mentor. Every array is padded to whole
// chunks; mentors of the padding are in no plane. Planes and arrays are aligned to 64 bytes.
//
// The caller checks sizes once; the kernels trust them. All kernels give the scores of the plain scorer exactly.
#ifndef CSCORINGKERNELS_H
#define CSCORINGKERNELS_H

#include <stdbool.h>
#include <stdint.h>

enum {
  CSCORING_CHUNK = 512,             // mentors in a chunk
  CSCORING_CHUNK_WORDS = 8,         // words of a plane in a chunk
  CSCORING_SLOTS = 7 * 48 + 1,      // half hours of a week, and one that nobody has
  CSCORING_LEVELS = 8,              // 0 (not spoken) to 7 (native)
  CSCORING_BLOCKS = 16,             // blocks are counted up to 15
  CSCORING_HALF_HOURS = 64,         // common half hours are counted up to 63
  CSCORING_SECTOR_VALUES = 64,      // distinct sector scores of a mentee, 0 included
  CSCORING_SECTOR_DIGITS = 6,
  CSCORING_SKILLS = 8,
  CSCORING_CELLS = 32,
};

// What 32-bit lengths of ways are not known to, in relation to them, beside what is known of the chunk: up to 60 km, and up to
// 1,250. Nearer to the middle between two whole metres they are in doubt.
static const float cscoring_near_doubt = 3.4e-7f;
static const float cscoring_far_doubt = 3.9e-7f;

// What is known of the mentors, once per roster and policy.
typedef struct {
  const uint64_t *availability;  // [chunk][slot][word]
  const uint64_t *starts;        // the same: free for a whole meeting from this half hour on
  const int32_t *box;            // [chunk][6]: least x, y, z, greatest x, y, z
  const float *offset_x;  // metres from the chunk's origin
  const float *offset_y;
  const float *offset_z;
  const int32_t *origin;      // [chunk][3]: x, y, z
  const float *offset_error;  // [chunk]: how far 32-bit lengths of ways to the chunk may be off, in metres
  const int32_t *x;           // coordinates, cscoring_curve.units_per_metre
  const int32_t *y;
  const int32_t *z;
  const int32_t *places_and_limits;  // [position][4]: x, y, z, limit, for those who are looked at one by one
  const double *unit_x;  // the same on the unit sphere, for the exact distance
  const double *unit_y;
  const double *unit_z;
  const int32_t *limit;  // how far the mentor travels: metres, or minutes with travel times
  const float *reach;    // no 32-bit length of a way within the limit is greater; in metres, not read with travel times
  const int32_t *zone;   // NULL without travel times
  const uint8_t *skill;  // digital skill - 1
} cscoring_mentors;

// The policy's curve from metres to points, and how well 32-bit distances are known.
typedef struct {
  float units_per_metre;         // a power of two
  float absolute_error;          // of a length in 64 bits up to 400 km, in metres
  float near_error;              // and up to 60 km
  int32_t weight;
  bool is_delicate;  // points near a whole number must be computed exactly
  // points = floor(intercept - slope * metres), by the cell of the distance; the last cell goes on for ever, and entries
  // beyond it repeat it. Knots are at the bounds of cells.
  float cells_per_metre;
  int32_t cell_count;  // at most CSCORING_CELLS
  float slope[32];
  float intercept[32];
  int32_t exact_knot_count;
  const int32_t *exact_at;  // metres
  const int32_t *exact_points;
} cscoring_curve;

// A mentee, and everything that depends on the mentee and the policy alone.
typedef struct {
  // Planes; NULL means everybody.
  const uint64_t *in_person;
  const uint64_t *in_person_antenna;
  const uint64_t *online;
  const uint64_t *online_antenna;
  const uint64_t *wishes;
  bool may_meet_in_person;
  bool may_meet_online;
  // Mentors who speak one of the mentee's languages at level L or better: planes [language_end[L - 1], language_end[L]).
  const uint64_t *const *language_planes;
  int32_t language_end[CSCORING_LEVELS];
  int32_t lowest_level;  // the level that a pair needs
  // Mentors worth sector score v or more: v counts from the best, sector_planes [sector_end[v - 1], sector_end[v]).
  const uint64_t *const *sector_planes;
  const int32_t *sector_end;
  // By sector plane: which digit of the value's number changes after it, in the reflected binary code (F. Gray's), whose
  // numbers differ from the next in one digit: that of the number's last zeros. CSCORING_SECTOR_DIGITS for none, where more
  // planes of the value follow.
  const int16_t *sector_digit;
  int32_t sector_value_count;
  // The mentee's half hours: stretches as (first slot, length), and one by one as the first words of their planes in a chunk,
  // CSCORING_CHUNK_WORDS times the slot, padded with the empty slot to eights.
  const int16_t *stretches;
  int32_t stretch_count;
  const int16_t *slots;
  int32_t slot_count;
  int32_t meeting_length;
  int32_t block_limit;  // blocks beyond this many need not be told apart; 1 to 15
  int32_t minimum_blocks;
  // Weighted points.
  int32_t level_score[16];
  int32_t block_score[CSCORING_BLOCKS];
  int32_t half_hour_score[CSCORING_HALF_HOURS];
  int32_t sector_score[CSCORING_SECTOR_VALUES];  // 0: none of the values, then from the least to the best
  int32_t in_person_score[16];                   // digital, by the mentor's skill
  int32_t online_score[16];                      // digital and distance, by the mentor's skill
  int32_t minimum_score;
  // The way.
  int32_t x, y, z;
  double unit_x, unit_y, unit_z;
  int32_t limit;
  double reach;  // as of mentors, but for the chunk's error
  const cscoring_curve *curve;
  const int32_t *minutes_of_zone;  // NULL without travel times; INT32_MAX without a connection
  const int32_t *score_of_zone;
} cscoring_mentee;

typedef enum __attribute__((enum_extensibility(closed))) {
  CSCORING_KERNEL_NONE,         // this machine has none; use the scorer in Swift
  CSCORING_KERNEL_PORTABLE,     // plain C
  CSCORING_KERNEL_AVX2,         // AVX2 and FMA
  CSCORING_KERNEL_AVX512,       // AVX-512 F, BW, DQ, VL
  CSCORING_KERNEL_AVX512_VBMI,  // and VBMI, GFNI
} cscoring_kernel;

// The best kernel of this machine; looked up once.
cscoring_kernel cscoring_best_kernel(void);

// Writes the scores of the chunks first_chunk ..< end_chunk, -1 for mentors who are no candidates, to scores[0...].
// The kernel must be one that this machine has.
void cscoring_score(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t first_chunk,
    int32_t end_chunk, int32_t *scores);

// No score is greater.
enum { CSCORING_GREATEST_SCORE = 1000000 };

// By how much each criterion of a row falls short of its best, in whole steps of 2^11 points: a quick upper bound of a pair's
// score. A loss of 255 steps or more is 255, over half of the greatest score.
enum { CSCORING_STEP_SHIFT = 11 };
typedef struct {
  // The most that each criterion can give.
  int32_t level, blocks, half_hours, sector;
  int32_t in_person;  // digital points
  int32_t online;     // digital and distance points; -1 when the mentee does not meet online
  uint8_t level_loss[16];
  uint8_t block_loss[16];
  uint8_t online_loss[16];  // by the mentor's skill
  uint8_t half_hour_loss[64];
  uint8_t sector_loss[64];
} cscoring_losses;

// Finds the losses of a row.
void cscoring_find_losses(const cscoring_mentee *mentee, cscoring_losses *losses);

// A pair that a search found.
typedef struct {
  int32_t row;  // number of the mentee among those searched for
  int32_t position;
  int32_t score;
} cscoring_found;

// The prices of a chunk's mentors. Prices may lie at levels far apart (whether somebody is matched at all is worth more than
// any score); each level has a base of its own.
enum { CSCORING_PRICE_LEVELS = 4 };
typedef struct {
  const int64_t *price;  // 512
  int32_t level_count;   // at least 1
  // The least price of the level. Levels ascend and lie more than CSCORING_GREATEST_SCORE apart.
  int64_t base[CSCORING_PRICE_LEVELS];
  const uint64_t *members[CSCORING_PRICE_LEVELS];  // whose prices they are: 512 bits, aligned
  const uint8_t *steps;                            // 512, aligned: price - base of the own level in whole steps, at most 255
} cscoring_prices;

// Searches one chunk for many rows: mentors with price - score <= limit of the row, in 64 bits. Rows in order. Mentors whom losses show to be below are not scored.
//
// found needs room for 512 pairs a row. Returns how many were found, and adds to scored_pairs how many pairs losses did not
// rule out.
int32_t cscoring_search_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees,
    const cscoring_losses *losses, int32_t row_count, int32_t chunk, const cscoring_prices *prices, const int64_t *limit,
    cscoring_found *found, int64_t *scored_pairs);

// Counts the candidates of one chunk for many rows; adds to counts, one a row.
void cscoring_count_chunk(
    cscoring_kernel kernel, const cscoring_mentors *mentors, const cscoring_mentee *mentees, int32_t row_count,
    int32_t chunk, int32_t *counts);

#endif
