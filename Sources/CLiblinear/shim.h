// LIBLINEAR. What it has no need of here, and that it prints what it does, stays behind this.
#include <linear.h>

static void liblinear_silent(const char *text) { (void)text; }

/// Trains a support vector machine with squared hinge loss on examples of two classes, 1 and -1, in the primal, which draws no lots.
///
/// Each row ends with the bias, 1 at the last feature, and a cell of the index -1. Writes a weight for each feature. Whether it could be done.
static inline int liblinear_train(struct feature_node **rows, double *classes, int count, int features, double cost,
                                  double tolerance, double *weights) {
  struct problem examples = {.l = count, .n = features, .y = classes, .x = rows, .bias = 1};
  struct parameter rule = {.solver_type = L2R_L2LOSS_SVC, .C = cost, .eps = tolerance};
  if (check_parameter(&examples, &rule)) return 0;
  set_print_string_function(&liblinear_silent);
  struct model *trained = train(&examples, &rule);
  int known = trained && trained->nr_class == 2;
  if (known)
    for (int place = 0; place < features; place++)
      weights[place] = trained->label[0] > 0 ? trained->w[place] : -trained->w[place];
  if (trained) free_and_destroy_model(&trained);
  return known;
}
