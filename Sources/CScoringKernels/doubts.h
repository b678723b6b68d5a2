// Distances that 32-bit arithmetic leaves in doubt, settled in 64 bits. Included by chunk.h.

// Mentees who travel no farther than this need fewer terms (is_row_near). In metres.
static const int32_t near_limit = 60000;

// Whether short arcs are all that matters, and cells beyond the last need no care: nobody farther away than the limit is near
// enough, whatever the points.
KERNEL bool is_row_near(const cscoring_mentee *mentee) {
  const cscoring_curve *curve = mentee->curve;
  return mentee->limit <= near_limit && (float)(mentee->limit + 1) * curve->cells_per_metre < CSCORING_CELLS - 1 &&
         !curve->is_delicate;
}

// Where the mentee lives, as a chunk's offset_x and so on have it.
KERNEL void find_offsets(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk, float from[3]) {
  const int32_t *const origin = mentors->origin + 3 * (int64_t)chunk;
  const float metre = 1 / mentee->curve->units_per_metre;
  from[0] = (float)(mentee->x - origin[0]) * metre;
  from[1] = (float)(mentee->y - origin[1]) * metre;
  from[2] = (float)(mentee->z - origin[2]) * metre;
}

// From how far from a whole metre 64 bits do not tell which it is.
KERNEL double least_precise_doubt(const cscoring_curve *curve, bool is_near) {
  return 0.5 - (double)(is_near ? curve->near_error : curve->absolute_error);
}

// The length of a way in 64-bit floating point: off by absolute_error at most up to 400 km.
KERNEL double precise_metres(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position) {
  const int32_t *const place = mentors->places_and_limits + 4 * (int64_t)position;
  const double x = place[0] - mentee->x;
  const double y = place[1] - mentee->y;
  const double z = place[2] - mentee->z;
  const double chord = __builtin_sqrt(x * x + y * y + z * z) / (double)mentee->curve->units_per_metre;
  const double square = chord * chord;
  const double r2 = 6371008.8 * 6371008.8;
  return chord + chord * square * (1.0 / 24 / r2 + square * (3.0 / 640 / r2 / r2));
}

// What 32-bit lengths are not known to, in relation to them (see way512.h), and beyond every reach (see PlaceScale): where short
// arcs are all that matters, and up to 1,250 km.
KERNEL float relative_doubt(bool is_near) { return is_near ? cscoring_near_doubt : cscoring_far_doubt; }

// The greatest 32-bit length of a way to a mentor of the chunk that may be within the mentee's limit. Lengths are 32-bit numbers,
// too: rounded down, none is left out, and none let in.
KERNEL float reach_in_chunk(const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t chunk) {
  const double reach = mentee->reach + (double)mentors->offset_error[chunk];
  const float nearest = (float)reach;
  // The one before a positive number is that of the bits before.
  union { float number; int32_t bits; } before = {nearest};
  before.bits -= (double)nearest > reach;
  return before.number;
}

// Lists the bits of a word, numbered from `first` on, behind the `count` members there are; returns how many there are then.
// Needs room for three more.
KERNEL int32_t list_bits(uint64_t word, int32_t first, int32_t *members, int32_t count) {
  // Seldom more than three: no branch for so many.
  const uint64_t second = word & (word - 1), third = second & (second - 1);
  members[count] = first + (int32_t)__builtin_ctzll(word | 1ull << 63);
  members[count + 1] = first + (int32_t)__builtin_ctzll(second | 1ull << 63);
  members[count + 2] = first + (int32_t)__builtin_ctzll(third | 1ull << 63);
  const int32_t end = count + (int32_t)__builtin_popcountll(word);
  uint64_t more = third & (third - 1);
  if (__builtin_expect(more != 0, 0)) {
    for (count += 3; more != 0; more &= more - 1) members[count++] = first + (int32_t)__builtin_ctzll(more);
  }
  return end;
}

// Lists the mentors of a set; returns how many.
KERNEL int32_t list_members(const uint64_t *words, int32_t *members) {
  int32_t count = 0;
  for (int32_t word = 0; word < CSCORING_CHUNK_WORDS; word++) count = list_bits(words[word], 64 * word, members, count);
  return count;
}

// Whether the mentor at a position may meet the mentee online.
static inline bool meets_online(const cscoring_mentee *mentee, int32_t position) {
  if (!mentee->may_meet_online) return false;
  uint64_t word = mentee->online[position / 64];
  if (mentee->online_antenna) word &= mentee->online_antenna[position / 64];
  return word >> (position % 64) & 1;
}

// Corrects the score of a mentor who lives so many metres away, and was taken to meet in person, by a way worth `before`. A
// function of its own, seldom called: inside, it would cost the kernel its registers.
static __attribute__((noinline, unused)) void correct_score(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, int64_t metres, int32_t before,
    int32_t *score) {
  const int32_t skill = mentors->skill[position];
  if (metres <= mentors->limit[position] && metres <= mentee->limit) {
    *score += mentee->curve->weight * cscoring_points(mentee->curve, metres) - before;
  } else if (meets_online(mentee, position)) {
    *score += mentee->online_score[skill] - before - mentee->in_person_score[skill];
  } else {
    *score = -1;
  }
}
