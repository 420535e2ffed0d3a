# Makes survey_design.csv and prints what R's survey says of it: mean, standard error, degrees of freedom, interval.
library(survey)
set.seed(7)
n <- 200
d <- data.frame(
  y = round(rnorm(n, 3, 1.2), 3), w = round(runif(n, 0.5, 4), 3), s = sample(1:5, n, TRUE), c = sample(1:8, n, TRUE),
  g = sample(c("a", "b"), n, TRUE)
)
d$y[sample(n, 15)] <- NA
d$N <- c(20, 25, 30, 18, 40)[d$s]
write.csv(d, "survey_design.csv", row.names = FALSE)

told <- function(design, df = degf(design)) {
  mean <- svymean(~y, design, na.rm = TRUE)
  c(coef(mean), SE(mean), df, confint(mean, df = df))
}
nested <- svydesign(ids = ~c, strata = ~s, weights = ~w, nest = TRUE, data = d)
designs <- list(
  weights = told(svydesign(ids = ~1, weights = ~w, data = d)),
  clusters = told(svydesign(ids = ~c, weights = ~w, data = d)),
  strata = told(nested),
  population = told(svydesign(ids = ~c, strata = ~s, weights = ~w, fpc = ~N, nest = TRUE, data = d)),
  domain = told(subset(nested, g == "a"), degf(nested))
)
for (name in names(designs)) cat(name, sprintf("%.15g", designs[[name]]), "\n")
