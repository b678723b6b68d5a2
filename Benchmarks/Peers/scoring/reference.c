// The five criteria of the default policy in plain C, pair by pair: what a careful programmer writes without vectors.
//
//   reference FOLDER MENTEES MENTORS
//
// Reads the arrays that score-people writes, scores all pairs, compares with its scores, and prints one JSON line: million
// pairs a second on one core.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct {
  int32_t *levels, *sectors, *years, *generalist, *in_person, *online, *skill, *computer, *limit;
  uint64_t *days;
  double *place;
} people;

static void *read_array(const char *folder, const char *side, const char *name, size_t size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s%s.bin", folder, side, name);
  FILE *file = fopen(path, "rb");
  void *values = malloc(size);
  if (!file || !values || fread(values, 1, size, file) != size) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(1);
  }
  fclose(file);
  return values;
}

static people read_people(const char *folder, const char *side, size_t count, bool is_mentor) {
  people p = {0};
  p.levels = read_array(folder, side, "_levels", count * 5 * sizeof(int32_t));
  p.sectors = read_array(folder, side, "_sectors", count * 3 * sizeof(int32_t));
  p.in_person = read_array(folder, side, "_in_person", count * sizeof(int32_t));
  p.online = read_array(folder, side, "_online", count * sizeof(int32_t));
  p.skill = read_array(folder, side, "_skill", count * sizeof(int32_t));
  p.computer = read_array(folder, side, "_computer", count * sizeof(int32_t));
  p.limit = read_array(folder, side, "_limit", count * sizeof(int32_t));
  p.days = read_array(folder, side, "_days", count * 7 * sizeof(uint64_t));
  p.place = read_array(folder, side, "_place", count * 3 * sizeof(double));
  if (is_mentor) {
    p.years = read_array(folder, side, "_years", count * 3 * sizeof(int32_t));
    p.generalist = read_array(folder, side, "_generalist", count * sizeof(int32_t));
  }
  return p;
}

static int32_t language_level(const int32_t *a, const int32_t *b) {
  int32_t best = 0;
  for (int k = 0; k < 5; k++) {
    const int32_t level = a[k] < b[k] ? a[k] : b[k];
    if (level > best) best = level;
  }
  return best;
}

// Counts common half hours and separate blocks of four.
static int32_t common_time(const uint64_t *a, const uint64_t *b, int32_t *blocks) {
  int32_t half_hours = 0;
  *blocks = 0;
  for (int day = 0; day < 7; day++) {
    const uint64_t common = a[day] & b[day];
    if (common == 0) continue;
    half_hours += __builtin_popcountll(common);
    uint64_t starts = common & common >> 1 & common >> 2 & common >> 3;
    while (starts != 0) {
      starts &= ~(UINT64_C(15) << __builtin_ctzll(starts));
      ++*blocks;
    }
  }
  return half_hours;
}

static int32_t sector_points(const int32_t *targets, const int32_t *codes, const int32_t *years, bool is_generalist) {
  static const int32_t by_shared[5] = {0, 1000, 5000, 7500, 10000}, by_rank[3] = {100, 85, 70};
  if (targets[0] == 0) return is_generalist ? 10000 : 4000;
  int32_t best = is_generalist ? 3000 : 0;
  for (int rank = 0; rank < 3 && targets[rank] != 0; rank++) {
    for (int k = 0; k < 3 && codes[k] != 0; k++) {
      const uint32_t differing = (uint32_t)(targets[rank] ^ codes[k]);
      const int32_t shared = differing == 0 ? 4 : __builtin_clz(differing) / 8;
      const int32_t by_years = years[k] >= 8 ? 100 : years[k] >= 3 ? 85 : 70;
      const int32_t points = by_shared[shared] * by_rank[rank] * by_years / 10000;
      if (points > best) best = points;
    }
  }
  return best;
}

static int64_t metres_between(const double *a, const double *b) {
  const double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
  const double half = sqrt(x * x + y * y + z * z) / 2;
  return (int64_t)round(2 * 6371008.8 * asin(half < 1 ? half : 1));
}

static int32_t distance_points(int64_t metres) {
  static const int32_t at[4] = {2000, 10000, 20000, 50000}, points[4] = {10000, 8000, 4000, 0};
  if (metres <= at[0]) return points[0];
  for (int k = 1; k < 4; k++) {
    if (metres <= at[k]) {
      return points[k] + (int32_t)((points[k - 1] - points[k]) * (at[k] - metres) / (at[k] - at[k - 1]));
    }
  }
  return 0;
}

static int32_t digital_points(int32_t mentee, int32_t mentor, bool needs_laptop) {
  const int32_t gap = mentee < 5 ? 5 - mentee : 0;
  int32_t covered = mentor > mentee ? mentor - mentee : 0;
  if (covered > gap) covered = gap;
  int32_t points = gap == 0 ? 10000 : 4000 + 6000 * covered / gap;
  if (needs_laptop) points = points > 1500 ? points - 1500 : 0;
  return points;
}

static int32_t score(const people *e, size_t i, const people *m, size_t j) {
  static const int32_t by_level[8] = {0, 500, 2000, 5000, 7500, 9000, 10000, 10000};
  static const int32_t by_blocks[4] = {0, 5000, 7000, 8000};
  const int32_t level = language_level(e->levels + 5 * i, m->levels + 5 * j);
  if (level < 3) return -1;
  int32_t blocks;
  int32_t half_hours = common_time(e->days + 7 * i, m->days + 7 * j, &blocks);
  if (blocks < 1) return -1;
  int32_t distance = -1;
  bool needs_laptop = false;
  if (e->in_person[i] && m->in_person[j]) {
    const int32_t limit = e->limit[i] < m->limit[j] ? e->limit[i] : m->limit[j];
    const int64_t metres = metres_between(e->place + 3 * i, m->place + 3 * j);
    if (metres <= limit * INT64_C(1000)) distance = distance_points(metres);
  }
  if (distance < 0) {
    if (!e->online[i] || !m->online[j] || e->skill[i] < 3 || m->skill[j] < 3 || !m->computer[j]) return -1;
    distance = 10000;
    needs_laptop = !e->computer[i];
  }
  if (half_hours > 24) half_hours = 24;
  return 25 * by_level[level] +
         30 * sector_points(e->sectors + 3 * i, m->sectors + 3 * j, m->years + 3 * j, m->generalist[j] != 0) +
         20 * (by_blocks[blocks < 3 ? blocks : 3] + 2000 * half_hours / 24) + 15 * distance +
         10 * digital_points(e->skill[i], m->skill[j], needs_laptop);
}

int main(int count, char **arguments) {
  if (count != 4) return fprintf(stderr, "usage: reference FOLDER MENTEES MENTORS\n"), 2;
  const size_t mentees = strtoul(arguments[2], NULL, 10), mentors = strtoul(arguments[3], NULL, 10);
  const people e = read_people(arguments[1], "mentee", mentees, false);
  const people m = read_people(arguments[1], "mentor", mentors, true);
  const int32_t *expected = read_array(arguments[1], "scores", "", mentees * mentors * sizeof(int32_t));
  int32_t *scores = malloc(mentees * mentors * sizeof(int32_t));
  if (!scores) return 1;
  double best = INFINITY;
  for (int repeat = 0; repeat < 3; repeat++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (size_t i = 0; i < mentees; i++) {
      for (size_t j = 0; j < mentors; j++) scores[i * mentors + j] = score(&e, i, &m, j);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    const double seconds = (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec);
    if (seconds < best) best = seconds;
  }
  for (size_t k = 0; k < mentees * mentors; k++) {
    if (scores[k] != expected[k]) {
      return fprintf(stderr, "pair %zu: %d for %d\n", k, (int)scores[k], (int)expected[k]), 1;
    }
  }
  printf("{\"rate\": %.3f}\n", (double)(mentees * mentors) / best / 1e6);
  return 0;
}
