// The exact distance of a pair, for the few that 32-bit arithmetic cannot decide. No vector code here.
#ifndef CSCORINGKERNELS_EXACT_H
#define CSCORINGKERNELS_EXACT_H

#include "CScoringKernels.h"

typedef struct {
  bool is_near;
  int32_t points;
} cscoring_way;

// Near enough or not, and the points if near: the arithmetic of the plain scorer, operation by operation.
cscoring_way cscoring_exact_way(
    const cscoring_mentors *mentors, const cscoring_mentee *mentee, int32_t position, int32_t approximate_metres);

#endif
