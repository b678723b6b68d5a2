// Two parts of a pass at once. In C, because the module above imports nothing, and a thread is all it needs.
#include "CAssignmentKernels.h"

#if __has_include(<pthread.h>) && __has_include(<unistd.h>)
#include <pthread.h>
#include <unistd.h>

typedef struct {
  void (*work)(void *context, int32_t part);
  void *context;
} second_part;

static void *run_second(void *argument) {
  const second_part *const part = argument;
  part->work(part->context, 1);
  return 0;
}

void cassignment_run_both(void (*work)(void *context, int32_t part), void *context) {
  second_part second = {work, context};
  pthread_t thread;
  const int is_beside = sysconf(_SC_NPROCESSORS_ONLN) > 1 && pthread_create(&thread, 0, run_second, &second) == 0;
  work(context, 0);
  if (is_beside) {
    pthread_join(thread, 0);
  } else {
    work(context, 1);
  }
}
#else
void cassignment_run_both(void (*work)(void *context, int32_t part), void *context) {
  work(context, 0);
  work(context, 1);
}
#endif
