#!/usr/bin/env bash
# Opens reports, and the map on a page of its own, in headless Chromium and fails on accessibility violations, console
# messages, requests and sideways scrolling; holds PDFs against PDF/UA-1 where Java and Maven are. Needs Chromium, node and npm,
# and a Python that has houvast. Screenshots and PDFs: build/browser/shots.
set -euo pipefail
cd "$(dirname "$0")/../.."
place=build/browser
mkdir -p "$place"
if ! cmp -s tests/browser/package.json "$place/package.json" || [ ! -d "$place/node_modules" ]; then
  cp tests/browser/package.json "$place/"
  npm install --prefix "$place" --no-package-lock --no-audit --no-fund --silent
fi
rm -rf "$place/reports" "$place/shots"
"${PYTHON:-python}" tests/browser/reports.py "$place/reports"
"${PYTHON:-python}" -c 'import pypdfium2' 2>/dev/null || "${PYTHON:-python}" -m pip install --quiet --disable-pip-version-check pypdfium2
rm -rf "$place/printed"
"${PYTHON:-python}" tests/browser/printed.py "$place/printed"
if command -v java >/dev/null && command -v mvn >/dev/null &&
  mvn -q -f tests/browser/structure/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$place/verapdf"; then
  java -cp "$place/verapdf/*" tests/browser/structure/Structure.java "$place"/reports/*.pdf
else
  echo "no Java, Maven or veraPDF: PDFs are not held against PDF/UA-1"
fi
rm -rf "$place/map"
"${PYTHON:-python}" tests/browser/map.py "$place/map"
node tests/browser/map.mjs "$place/map/map-intern.html" "$place/map/expected.json" "$place/shots"
# Each report has a browser of its own, as many at a time as there are processors.
printf '%s\0' "$place"/reports/*.html | xargs -0 -n 1 -P "$(nproc)" node tests/browser/check.mjs --shots "$place/shots"
