#!/usr/bin/env bash
# Installs the package from source into a clean environment, as a user would, and looks at what it needs and costs;
# then once more with the files for C++, against which a program is built.
set -euo pipefail
cd "$(dirname "$0")/../.."
work="$PWD/build/wheel-test"
rm -rf "$work"
mkdir -p "$work"
python -m venv "$work/venv"
# The flags and the pybind11 of the other builds, so that compiled objects are found again; pip still makes its own
# build environment of what pyproject.toml requires.
grep -q 'requires = .*"pybind11' pyproject.toml
install() {
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check . \
    --config-settings=cmake.define.HOUVAST_WARNINGS_AS_ERRORS=ON \
    --config-settings=cmake.define.pybind11_DIR="$(python -m pybind11 --cmakedir)" "$@"
}
install
cd "$work"
"$work/venv/bin/houvast" instruments
"$work/venv/bin/python" - <<'PY'
import importlib.metadata, resource, sys, time
before = set(sys.modules)
start = time.perf_counter()
import numpy
middle = time.perf_counter()
import houvast
end = time.perf_counter()
outside = {name.split(".")[0] for name in set(sys.modules) - before} - sys.stdlib_module_names
print("imports beyond the standard library:", sorted(outside))
assert outside <= {"houvast", "numpy", "_houvast_editable"}, outside
installed = {d.metadata["Name"].lower() for d in importlib.metadata.distributions()} - {"pip", "setuptools"}
print("installed:", sorted(installed))
assert installed == {"houvast", "numpy"}, installed
files = importlib.metadata.files("houvast")
print(f"{len(files)} files, {sum(file.size or 0 for file in files) / 1e6:.1f} MB")
assert not [file for file in files if file.suffix in (".a", ".hpp", ".cmake")], "the files for C++ are only for who asks"
print(f"import numpy {1000 * (middle - start):.0f} ms, then import houvast {1000 * (end - middle):.0f} ms, "
      f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
instrument = houvast.instrument("six-elements")
print(len(instrument.elements), len(instrument.questions))
PY
# find_package works from the package's own files when they were asked for
cd "$OLDPWD"
install --force-reinstall --no-deps --config-settings=cmake.define.HOUVAST_INSTALL=ON
cmake -S tests/cpp/consumer -B "$work/consumer" -Dhouvast_DIR="$("$work/venv/bin/python" -m houvast --cmake-dir)" \
  -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$work/consumer" >/dev/null
echo "a C++ program builds against the wheel"
