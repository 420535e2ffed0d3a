#!/usr/bin/env bash
# Builds the consumer against an installed tree, a build tree and the wheel's files, and compares its numbers with Python's.
# Called with the virtual environment first on PATH.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work="$PWD/build/consumer"
rm -rf "$work"
mkdir -p "$work"

cmake --preset release >/dev/null
cmake --build --preset release
cmake --install build/release --prefix "$work/prefix" >/dev/null

houvast demo "$work/region" >/dev/null
python -c "import houvast, sys; houvast.load(sys.argv[1]).save(sys.argv[2])" "$work/region" "$work/region.json"
python -c "import houvast, sys; houvast.load(sys.argv[1]).save(sys.argv[2])" tests/data/indiana "$work/indiana.json"

for tree in "$work/prefix" "$PWD/build/release"; do
  build="$work/$(basename "$tree")"
  cmake -S tests/cpp/consumer -B "$build" -DCMAKE_PREFIX_PATH="$tree" -DCMAKE_BUILD_TYPE=Release >/dev/null
  cmake --build "$build" >/dev/null
  for study in region indiana; do
    "$build/consumer" "$work/$study.json" > "$work/cpp.txt"
    python tests/cpp/consumer/expected.py "$work/$study.json" > "$work/python.txt"
    python tests/cpp/consumer/compare.py "$work/cpp.txt" "$work/python.txt"
  done
done
