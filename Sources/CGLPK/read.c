#include "CGLPK.h"

#if __has_include(<glpk.h>)
#include <glpk.h>
#else
#error "GLPK is missing: run .ci/setup (apt-get install libglpk-dev)"
#endif

#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Everything one reading needs. It lives outside the function that calls setjmp, so its members keep their values.
typedef struct {
  const char *path;
  bool is_free;
  cglpk_model *model;
  char *message;
  size_t message_capacity;
  cglpk_read_status status;
  jmp_buf escape;
} reading;

// Keeps GLPK's last line of text and prints nothing.
static int keep_text(void *info, const char *text) {
  reading *r = info;
  size_t length = strlen(text);
  if (length >= r->message_capacity) length = r->message_capacity - 1;
  // "Error detected ..." and the like follow the line that says what is wrong; a line about it starts with the path.
  if (strstr(text, ":") != NULL || r->message[0] == 0) {
    memcpy(r->message, text, length);
    r->message[length] = 0;
  }
  return 1;
}

static void leave(void *info) {
  reading *r = info;
  longjmp(r->escape, 1);
}

static size_t name_length(const char *name) { return name ? strlen(name) : 0; }

// Allocates at least one element, so that NULL always means failure.
static void *allocate(size_t count, size_t size) { return calloc(count + 1, size); }

// Copies names that may be missing, one after the other.
static char *append_name(char *end, const char *name) {
  size_t length = name_length(name);
  if (length > 0) memcpy(end, name, length);
  end[length] = 0;
  return end + length + 1;
}

// Whether a bound of GLPK's type exists on that side.
static bool has_lower(int type) { return type == GLP_LO || type == GLP_DB || type == GLP_FX; }
static bool has_upper(int type) { return type == GLP_UP || type == GLP_DB || type == GLP_FX; }

static void copy_model(reading *r, glp_prob *problem) {
  cglpk_model *model = r->model;
  int rows = glp_get_num_rows(problem);
  int columns = glp_get_num_cols(problem);
  int entries = glp_get_num_nz(problem);
  size_t row_bytes = 0;
  size_t column_bytes = 0;
  for (int i = 1; i <= rows; i++) row_bytes += name_length(glp_get_row_name(problem, i)) + 1;
  for (int j = 1; j <= columns; j++) column_bytes += name_length(glp_get_col_name(problem, j)) + 1;
  model->shape = (cglpk_shape){
      .maximise = glp_get_obj_dir(problem) == GLP_MAX,
      .column_count = columns,
      .row_count = rows,
      .entry_count = entries,
      .objective_constant = glp_get_obj_coef(problem, 0),
  };
  model->columns = allocate((size_t)columns, sizeof *model->columns);
  model->column_names = allocate(column_bytes, 1);
  model->rows = allocate((size_t)rows, sizeof *model->rows);
  model->row_names = allocate(row_bytes, 1);
  model->entry_row = allocate((size_t)entries + 1, sizeof *model->entry_row);
  model->entry_column = allocate((size_t)entries + 1, sizeof *model->entry_column);
  model->entry_value = allocate((size_t)entries + 1, sizeof *model->entry_value);
  int *index = allocate((size_t)columns + 1, sizeof *index);
  double *value = allocate((size_t)columns + 1, sizeof *value);
  if (!model->columns || !model->column_names || !model->rows || !model->row_names || !model->entry_row ||
      !model->entry_column || !model->entry_value || !index || !value) {
    free(index);
    free(value);
    r->status = CGLPK_READ_NO_MEMORY;
    return;
  }
  char *end = model->column_names;
  for (int j = 1; j <= columns; j++) {
    end = append_name(end, glp_get_col_name(problem, j));
    int type = glp_get_col_type(problem, j);
    model->columns[j - 1] = (cglpk_column){
        .lower = has_lower(type) ? glp_get_col_lb(problem, j) : -INFINITY,
        .upper = has_upper(type) ? glp_get_col_ub(problem, j) : INFINITY,
        .objective = glp_get_obj_coef(problem, j),
        .is_integer = glp_get_col_kind(problem, j) != GLP_CV,
    };
  }
  end = model->row_names;
  int32_t next = 1;
  for (int i = 1; i <= rows; i++) {
    end = append_name(end, glp_get_row_name(problem, i));
    int type = glp_get_row_type(problem, i);
    model->rows[i - 1] = (cglpk_row){
        .lower = has_lower(type) ? glp_get_row_lb(problem, i) : -INFINITY,
        .upper = has_upper(type) ? glp_get_row_ub(problem, i) : INFINITY,
    };
    int count = glp_get_mat_row(problem, i, index, value);
    for (int k = 1; k <= count; k++, next++) {
      model->entry_row[next] = i;
      model->entry_column[next] = index[k];
      model->entry_value[next] = value[k];
    }
  }
  free(index);
  free(value);
  r->status = CGLPK_READ_DONE;
}

static void read_model(reading *r) {
  glp_prob *problem = glp_create_prob();
  r->status = CGLPK_READ_REFUSED;
  if (glp_read_mps(problem, r->is_free ? GLP_MPS_FILE : GLP_MPS_DECK, NULL, r->path) != 0) return;
  copy_model(r, problem);
}

static void read_guarded(reading *r) {
  if (setjmp(r->escape) == 0) {
    read_model(r);
  } else {
    r->status = CGLPK_READ_ABORTED;
  }
}

cglpk_read_status cglpk_read_mps(const char *path, bool is_free, cglpk_model *model, char *message,
                                 int32_t message_capacity) {
  reading r = {.path = path, .is_free = is_free, .model = model, .message = message,
               .message_capacity = (size_t)message_capacity};
  *model = (cglpk_model){0};
  message[0] = 0;
  switch (glp_init_env()) {
    case 0:
      break;
    case 1:
      return CGLPK_READ_BUSY;
    default:
      return CGLPK_READ_NO_MEMORY;
  }
  glp_term_hook(keep_text, &r);
  glp_error_hook(leave, &r);
  read_guarded(&r);
  glp_free_env();
  if (r.status != CGLPK_READ_DONE) cglpk_free_model(model);
  return r.status;
}

void cglpk_free_model(cglpk_model *model) {
  free(model->columns);
  free(model->column_names);
  free(model->rows);
  free(model->row_names);
  free(model->entry_row);
  free(model->entry_column);
  free(model->entry_value);
  *model = (cglpk_model){0};
}
