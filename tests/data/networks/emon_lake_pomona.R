# Makes emon_lake_pomona.json. Usage: Rscript emon_lake_pomona.R <this folder>
suppressPackageStartupMessages({library(network); library(jsonlite)})
data(emon)
pomona <- as.sociomatrix(emon$LakePomona)
arcs <- which(pomona == 1, arr.ind = TRUE)
arcs <- arcs[order(arcs[, 1], arcs[, 2]), ]
write(toJSON(list(
  source = paste("Inter-organizational search and rescue networks (EMON), Drabek, Tamminga, Kilijanek, Adams (1981);",
                 "R package network, data set emon, LakePomona"),
  directed = TRUE,
  nodes = data.frame(id = seq_len(nrow(pomona)) - 1, name = emon$LakePomona %v% "vertex.names",
                     Sponsorship = emon$LakePomona %v% "Sponsorship"),
  edges = data.frame(source = arcs[, 1] - 1, target = arcs[, 2] - 1)), auto_unbox = TRUE),
  file.path(commandArgs(TRUE)[1], "emon_lake_pomona.json"))
