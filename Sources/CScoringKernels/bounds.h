// Which chunks, and whom of a chunk, a floor under the scores leaves in question. Included by chunk.h.

// Upper bounds of the weighted points of a mentee's pairs, whoever the mentor.
typedef struct {
  int32_t level, blocks, half_hours, sector;
  int32_t in_person;  // digital points
  int32_t online;     // digital and distance points
} row_bounds;

KERNEL row_bounds find_row_bounds(const cscoring_mentee *mentee) {
  row_bounds best = {0};
  for (int32_t level = mentee->lowest_level; level < CSCORING_LEVELS; level++) {
    if (mentee->language_end[level] > mentee->language_end[level - 1]) best.level = mentee->level_score[level];
  }
  const int32_t slots = mentee->slot_count < 63 ? mentee->slot_count : 63;
  best.blocks = mentee->block_score[mentee->block_limit];
  best.half_hours = mentee->half_hour_score[slots];
  best.sector = mentee->sector_score[mentee->sector_value_count];
  for (int32_t skill = 0; skill < CSCORING_SKILLS; skill++) {
    if (mentee->in_person_score[skill] > best.in_person) best.in_person = mentee->in_person_score[skill];
    if (mentee->online_score[skill] > best.online) best.online = mentee->online_score[skill];
  }
  return best;
}

// The most that the way to a mentor of the chunk can be worth, distance points included.
KERNEL int32_t best_way(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_bounds *best, int32_t chunk, bool is_far) {
  int32_t way = mentee->may_meet_online ? best->online : -1;
  if (!mentee->may_meet_in_person || is_far) return way;
  const cscoring_curve *curve = mentee->curve;
  float points = 10000;
  if (!mentee->minutes_of_zone) {
    const float metres = least_metres(mentors, mentee, chunk);
    const float at = metres > 0 ? metres * curve->cells_per_metre : 0;
    const int32_t last = curve->cell_count - 1;
    const int32_t cell = at < (float)last ? (int32_t)at : last;
    points = curve->intercept[cell] - curve->slope[cell] * (metres > 0 ? metres : 0) + 2;
    if (points > 10000) points = 10000;
  }
  const int32_t in_person = best->in_person + (int32_t)points * curve->weight;
  return in_person > way ? in_person : way;
}

// Reduces a chunk to codes as far as some pair may score `floor` or more; false when none can. Candidates that bounds show
// to be below are dropped on the way: each criterion gives at most its best, so none may fall short of its best by more than
// the sum of all bests exceeds the floor (`slack`).
KERNEL bool find_above_floor(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const row_bounds *best, int32_t chunk, int32_t floor,
    chunk_codes *codes) {
  const bool is_far = mentee->may_meet_in_person && is_chunk_far(mentors, mentee, chunk);
  if (floor < mentee->minimum_score) floor = mentee->minimum_score;
  const int32_t way = best_way(mentors, mentee, best, chunk, is_far);
  int32_t slack = best->level + best->blocks + best->half_hours + best->sector + way - floor;
  if (way < 0 || slack < 0) return false;
  plane spoken[CSCORING_LEVELS];
  if (!find_possible(mentee, chunk, is_far, codes, spoken)) return false;
  int32_t level = mentee->lowest_level;
  while (level < CSCORING_LEVELS - 1 && mentee->level_score[level] < best->level - slack) level++;
  codes->candidates &= spoken[level];
  if (is_empty(&codes->candidates)) return false;
  if (!find_sector_values(mentee, chunk, &slack, codes)) return false;
  int32_t blocks = mentee->minimum_blocks;
  while (blocks < mentee->block_limit && mentee->block_score[blocks] < best->blocks - slack) blocks++;
  return find_common_time(mentors, mentee, chunk, blocks, codes);
}

// Appends the mentors of a scored chunk with score - offset >= floor.
KERNEL int32_t collect_above(
    const int32_t *scores, const int32_t *offset, int32_t chunk, int32_t floor, int32_t found, int32_t *positions,
    int32_t *found_scores) {
  const int32_t start = chunk * CSCORING_CHUNK;
  const int32_t least = floor > 0 ? floor : 0;
  for (int32_t group = 0; group < CSCORING_CHUNK; group += 16) {
    int32_t any = 0;
    for (int32_t i = group; i < group + 16; i++) any |= scores[i] >= least && scores[i] - offset[start + i] >= floor;
    if (!any) continue;
    for (int32_t i = group; i < group + 16; i++) {
      // The mark of no candidate is below any score.
      if (scores[i] < 0 || scores[i] - offset[start + i] < floor) continue;
      positions[found] = start + i;
      found_scores[found] = scores[i];
      found++;
    }
  }
  return found;
}
