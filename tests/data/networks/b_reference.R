# Makes b_emon_cheyenne.json and b_reference.json. Usage: Rscript b_reference.R <this folder>
# Needs R with network, sna, igraph and jsonlite.
suppressMessages({library(network); library(sna); library(jsonlite)})
folder <- commandArgs(trailingOnly = TRUE)[1]
ig <- asNamespace("igraph")
data(emon)

write_json_to <- function(value, name) {
  writeLines(toJSON(value, auto_unbox = TRUE, digits = NA, na = "null", null = "null"), file.path(folder, name))
}
arcs <- function(m, directed) {
  at <- which(m != 0, arr.ind = TRUE)
  if (!directed) at <- at[at[, 1] < at[, 2], , drop = FALSE]
  at <- at[order(at[, 1], at[, 2]), , drop = FALSE]
  unname(at) - 1L
}
rows <- function(m) lapply(seq_len(nrow(m)), function(i) I(unname(m[i, ])))
read_network <- function(name) {
  d <- fromJSON(file.path(folder, name))
  n <- nrow(d$nodes)
  m <- matrix(0, n, n)
  at <- cbind(d$edges$source, d$edges$target) + 1
  m[at] <- 1
  if (!d$directed) m[at[, 2:1]] <- 1
  list(m = m, nodes = d$nodes, edges = d$edges, directed = d$directed)
}
sna_brokerage <- function(m, groups) {
  b <- brokerage(m, groups)
  list(raw = rows(b$raw.nli), expected = rows(b$exp.nli), z = rows(b$z.nli),
       total = I(unname(b$raw.gli)), total_expected = I(unname(b$exp.gli)), total_sd = I(unname(b$sd.gli)),
       total_z = I(unname(b$z.gli)))
}
sna_krackhardt <- function(m) {
  list(connectedness = connectedness(m), hierarchy = hierarchy(m, measure = "krackhardt"),
       efficiency = efficiency(m), lubness = lubness(m))
}

out <- list(about = paste0("Computed with ", R.version.string, ": sna ", packageVersion("sna"), ", igraph ",
                           packageVersion("igraph"), ", network ", packageVersion("network")))

# Three reciprocities on one network.
cheyenne <- as.sociomatrix(emon$Cheyenne)
write_json_to(list(
  source = paste("Inter-organizational search and rescue networks (EMON), Drabek, Tamminga, Kilijanek, Adams (1981);",
                 "R package network, data set emon, Cheyenne"),
  directed = TRUE,
  nodes = data.frame(id = seq_len(nrow(cheyenne)) - 1, name = emon$Cheyenne %v% "vertex.names",
                     Sponsorship = emon$Cheyenne %v% "Sponsorship"),
  edges = data.frame(source = arcs(cheyenne, TRUE)[, 1], target = arcs(cheyenne, TRUE)[, 2])), "b_emon_cheyenne.json")
out$cheyenne <- list(
  reciprocity = list(edgewise = grecip(cheyenne, measure = "edgewise")[[1]],
                     dyadic = grecip(cheyenne, measure = "dyadic")[[1]],
                     dyadic_nonnull = grecip(cheyenne, measure = "dyadic.nonnull")[[1]]),
  krackhardt = sna_krackhardt(cheyenne))

# Brokerage with expectation and z.
out$brokerage <- list()
for (case in list(c("tc_indiana_TCcoll", "agency_cat"), c("dhhs_collaboration", "agency"),
                  c("emon_texas", "Sponsorship"), c("b_emon_cheyenne", "Sponsorship"))) {
  net <- read_network(paste0(case[1], ".json"))
  out$brokerage[[case[1]]] <- c(list(by = case[2]), sna_brokerage(net$m, as.character(net$nodes[[case[2]]])))
}

# Many small random networks.
set.seed(20240501)
out$random <- lapply(1:240, function(i) {
  directed <- i %% 3 != 0
  n <- sample(2:9, 1)
  m <- matrix(rbinom(n * n, 1, runif(1, 0.05, 0.6)), n)
  diag(m) <- 0
  if (!directed) {
    m[lower.tri(m)] <- 0
    m <- m + t(m)
  }
  groups <- sample(1:3, n, replace = TRUE)
  g <- ig$graph_from_adjacency_matrix(m, mode = if (directed) "directed" else "undirected")
  weighted <- m * matrix(sample(1:5, n * n, replace = TRUE), n)
  if (!directed) weighted <- pmax(weighted, t(weighted))
  gw <- ig$graph_from_adjacency_matrix(weighted, mode = if (directed) "directed" else "undirected", weighted = TRUE)
  e <- arcs(m, directed)
  list(n = n, directed = directed, edges = rows(e), weights = I(weighted[e + 1]), groups = I(groups),
       brokerage = if (n > 2) sna_brokerage(m, groups)[c("raw", "expected", "z")] else NULL,
       krackhardt = sna_krackhardt(m),
       triads = if (n > 2) I(as.vector(triad.census(m))) else NULL,
       constraint = I(ig$constraint(g)), constraint_weighted = I(ig$constraint(gw)),
       assortativity_nominal = ig$assortativity_nominal(g, groups, directed = directed),
       assortativity_degree = if (directed) NULL else ig$assortativity_degree(g, directed = FALSE),
       modularity = ig$modularity(g, groups, directed = directed),
       modularity_weighted = ig$modularity(gw, groups, weights = ig$E(gw)$weight, resolution = 1.5,
                                           directed = directed))
})

# Correlation with missing cells, and regression.
frequency <- function(name, attribute) {
  net <- read_network(paste0(name, ".json"))
  m <- matrix(0, nrow(net$m), nrow(net$m))
  at <- cbind(net$edges$source, net$edges$target) + 1
  m[at] <- net$edges[[attribute]]
  m[at[, 2:1]] <- net$edges[[attribute]]
  m
}
coll <- frequency("tc_indiana_TCcoll", "collaborate")
contact <- frequency("tc_indiana_TCcnt", "contact")
dissemination <- read_network("tc_indiana_TCdiss.json")$m
holes <- coll
holes[3, ] <- NA
holes[, 3] <- NA
holes[5, 9] <- holes[9, 5] <- NA
out$qap_missing <- gcor(holes, contact, mode = "graph")
set.seed(7)
fit <- netlm(dissemination, list(coll, contact), mode = "graph", nullhyp = "qapspp", reps = 4000)
out$netlm <- list(coefficients = I(unname(fit$coefficients)), t = I(unname(fit$tstat)), p_less_equal = I(fit$pleeq),
                  p_greater_equal = I(fit$pgreq), p_two_sided = I(fit$pgreqabs), permutations = 4000)
texas <- as.sociomatrix(emon$Texas)
frequency_texas <- as.sociomatrix(emon$Texas, "Frequency")
state <- outer(emon$Texas %v% "Sponsorship", emon$Texas %v% "Sponsorship", "==") * 1
set.seed(8)
fit <- netlm(texas, list(state, t(texas)), mode = "digraph", nullhyp = "qapspp", reps = 4000)
out$netlm_directed <- list(coefficients = I(unname(fit$coefficients)), t = I(unname(fit$tstat)),
                           p_less_equal = I(fit$pleeq), p_greater_equal = I(fit$pgreq),
                           p_two_sided = I(fit$pgreqabs), permutations = 4000)
set.seed(9)
q <- qaptest(list(coll, dissemination), gcor, g1 = 1, g2 = 2, mode = "graph", reps = 4000)
out$qap_test <- list(value = q$testval, p_greater_equal = q$pgreq, p_less_equal = q$pleeq,
                     permuted_sd = sd(q$dist), permutations = 4000)

# The best of many divisions that another implementation finds.
set.seed(11)
out$best_modularity <- list()
for (name in c("Zachary", "Krackhardt_kite", "Tutte", "Petersen", "Noperfectmatching", "Meredith")) {
  g <- ig$make_graph(name)
  found <- sapply(1:200, function(i) {
    labels <- ig$membership(ig$cluster_leiden(g, "modularity", n_iterations = -1))
    ig$modularity(g, labels)
  })
  out$best_modularity[[name]] <- list(n = ig$vcount(g), edges = rows(ig$as_edgelist(g, names = FALSE) - 1),
                                      modularity = max(found))
}

# Coreness by a general optimiser: least squares off the diagonal within 0 and 1.
coreness_of <- function(m) {
  off <- row(m) != col(m)
  loss <- function(c) sum((m - outer(c, c))[off]^2)
  slope <- function(c) { r <- m - outer(c, c); diag(r) <- 0; -4 * as.vector(r %*% c) }
  starts <- lapply(1:20, function(i) runif(nrow(m)))
  starts <- c(starts, list(rowSums(m) / max(rowSums(m))))
  fits <- lapply(starts, function(s) optim(s, loss, slope, method = "L-BFGS-B", lower = 0, upper = 1,
                                           control = list(factr = 1, pgtol = 0, maxit = 10000)))
  best <- fits[[which.min(sapply(fits, function(f) f$value))]]
  list(values = I(best$par), loss = best$value, fit = cor(m[off], outer(best$par, best$par)[off]))
}
set.seed(10)
out$coreness <- list(
  Krackhardt_kite = coreness_of(ig$as_adjacency_matrix(ig$make_graph("Krackhardt_kite"), sparse = FALSE)),
  Zachary = coreness_of(ig$as_adjacency_matrix(ig$make_graph("Zachary"), sparse = FALSE)),
  star = coreness_of(ig$as_adjacency_matrix(ig$make_star(6, "undirected"), sparse = FALSE)))

write_json_to(out, "b_reference.json")
