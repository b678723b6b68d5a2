// How much a chunk can be worth at most. Included by chunk.h.

// The most that the way to a mentor of the chunk can be worth, distance points included.
KERNEL int32_t best_way(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, const cscoring_losses *best, int32_t chunk, bool is_far) {
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
