#if defined(__x86_64__)
#define KERNEL_TARGET \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,bmi,bmi2,popcnt"), min_vector_width(512)))
#define KERNEL(name) cassignment_##name##_avx512
#include "lanes.h"
#endif
