// The pairs that 32-bit arithmetic cannot decide, one by one. No vector code here.
#ifndef CSCORINGKERNELS_EXACT_H
#define CSCORINGKERNELS_EXACT_H

#include "CScoringKernels.h"

// The score of a pair that is a candidate if it can meet: in person when its exact distance is within the limits, or
// else online when `is_online`. -1 when it is no candidate.
// other_criteria: their weighted points.
int32_t cscoring_exact_score(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, bool is_online,
    int32_t other_criteria);

#endif
