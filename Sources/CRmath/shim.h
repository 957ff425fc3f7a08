// R's distributions. Rmath.h renames them by macros that Swift does not see.
#define MATHLIB_STANDALONE 1
#include <Rmath.h>

/// The chance that a variable of the chi-squared distribution is above a value.
static inline double r_chi_squared_above(double value, double freedom) { return pchisq(value, freedom, 0, 0); }

/// The value that a standard normal variable is at most with a chance.
static inline double r_normal_quantile(double chance) { return qnorm(chance, 0, 1, 1, 0); }

/// The least number that a variable of the binomial distribution, of so many tries, is at most with a chance.
static inline double r_binomial_quantile(double chance, double tries, double share) { return qbinom(chance, tries, share, 1, 0); }
