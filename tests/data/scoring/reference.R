# Makes r_reference.json from lq2002.csv. Run in this folder: Rscript reference.R
# Used: R 4.2.2, psych 2.2.9, multilevel 2.7.
suppressMessages({
  library(psych)
  library(multilevel)
})
answers <- read.csv("lq2002.csv")
lead <- as.matrix(answers[, grep("^LEAD", names(answers))])
group <- answers$COMPID

# Gaps by rule: respondent r and item i, both from 0, when 7 r + 13 i is a multiple of 17.
gap <- outer(0:(nrow(lead) - 1), 0:(ncol(lead) - 1), function(r, i) (7 * r + 13 * i) %% 17 == 0)
holes <- lead
holes[gap] <- NA
# Only some respondents get gaps in the second data set, so that complete ones remain.
few <- lead
few[gap & (row(lead) %% 3 == 0)] <- NA

number <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.17g", x)), collapse = ","), "]")
out <- character()
add <- function(name, x) out <<- c(out, sprintf("\"%s\": %s", name, number(x)))

pairwise <- suppressWarnings(psych::alpha(holes, warnings = FALSE))
add("alpha_pairwise", c(pairwise$total$raw_alpha, pairwise$total$std.alpha))
add("alpha_pairwise_if_dropped", pairwise$alpha.drop$raw_alpha)
add("alpha_pairwise_item_rest", pairwise$item.stats$r.drop)
add("alpha_pairwise_feldt", c(pairwise$feldt$lower.ci[[1]], pairwise$feldt$upper.ci[[1]]))
listwise <- suppressWarnings(psych::alpha(few[complete.cases(few), ], warnings = FALSE))
add("alpha_listwise", c(listwise$total$raw_alpha, listwise$total$std.alpha))
add("alpha_listwise_feldt", c(listwise$feldt$lower.ci[[1]], listwise$feldt$upper.ci[[1]]))

add("group_ids_listwise", as.numeric(as.character(rwg.j(few, group)$grpid)))
add("rwg_j_listwise", rwg.j(few, group)$rwg.j)
add("rwg_j_listwise_size", rwg.j(few, group)$gsize)
add("r_star_wg_j", rwg.j.lindell(lead, group)$rwg.lindell)
add("ad_mean_listwise", ad.m(few, group, type = "mean")$AD.M)
add("ad_median_listwise", ad.m(few, group, type = "median")$AD.M)
add("awg_lead01", multilevel::awg(lead[, 1], group, range = c(1, 5))$a.wg)
add("awg_all", multilevel::awg(lead, group, range = c(1, 5))$a.wg)
add("rwg_lead01_slight_skew", rwg(lead[, 1], group, ranvar = 1.34)$rwg)

icc_fit <- aov(holes[, 1] ~ as.factor(group))
add("icc_lead01_gaps", c(ICC1(icc_fit), ICC2(icc_fit)))

add("interpolated_median", apply(lead, 2, interp.median))
add("polychoric_first_four", as.vector(psych::polychoric(lead[, 1:4], correct = 0)$rho))
minres <- psych::fa(cov2cor(cov(holes, use = "pairwise")), nfactors = 1, fm = "minres", n.obs = nrow(holes))
add("minres_loadings_gaps", as.vector(minres$loadings))

writeLines(c("{", paste(out, collapse = ",\n"), "}"), "r_reference.json")
