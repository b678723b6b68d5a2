// What Swift has no word for: telling the processor which memory is needed soon. A hint has no effect on any result.
#ifndef CMEMORYHINTS_H
#define CMEMORYHINTS_H

static inline __attribute__((always_inline)) void cmemory_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
