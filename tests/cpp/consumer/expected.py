"""Prints for a study what the C++ consumer prints, through Python."""

import sys

import houvast

try:
    houvast.load(f"{sys.argv[1]}.none")
except houvast.ParseError as error:
    print("refused", error.code)
study = houvast.load(sys.argv[1])
network = study.network()
print("density", repr(network.density.value))
print("cut_parties", len(network.articulation_points))
for finding in study.coverage():
    print(finding.check, finding.status)
for row in study.scores().to_dicts():
    print(row["wave"], row["id"], row["scored"], repr(-1.0 if row["top_box"] is None else row["top_box"]))
