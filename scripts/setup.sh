# Sourced by demo and test: everything that a fresh Debian machine needs, said out loud, and nothing twice.
#   source scripts/setup.sh demo      what runs houvast and makes its reports
#   source scripts/setup.sh docs      what makes the documentation, as well
#   source scripts/setup.sh tests     the C++ tests, and the Python packages that the tests use, as well
# Leaves the virtual environment's programs first on PATH and the shell in the project's folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
purpose=$1

say() { printf '== %s\n' "$*"; }

# package:probe pairs; a package is wanted when its probe fails
packages_missing() {
  local missing=()
  command -v g++ >/dev/null || missing+=(g++)
  command -v cmake >/dev/null || missing+=(cmake)
  command -v ninja >/dev/null || missing+=(ninja-build)
  command -v ccache >/dev/null || missing+=(ccache)
  [ "$purpose" != tests ] || [ -e /usr/include/gtest/gtest.h ] || missing+=(libgtest-dev)
  [ "$purpose" != tests ] || command -v java >/dev/null || missing+=(default-jre-headless)  # Spark
  [ "$purpose" != docs ] || command -v doxygen >/dev/null || missing+=(doxygen)
  python_found >/dev/null || missing+=(python3 python3-venv python3-dev)
  echo "${missing[@]:-}"
}

python_found() {
  local candidate
  for candidate in python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
    command -v "$candidate" >/dev/null || continue
    "$candidate" - 2>/dev/null <<'PY' && { command -v "$candidate"; return 0; }
import sys, sysconfig, pathlib, venv, ensurepip
assert sys.version_info >= (3, 11)
assert (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists()
PY
  done
  return 1
}

missing=$(packages_missing)
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing system packages: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    say "these system packages are missing: $missing"
    say "install them as root (apt-get install $missing) and run this again"
    exit 1
  fi
fi

if [ ! -x .venv/bin/python ]; then
  say "making the virtual environment .venv with $(python_found)"
  "$(python_found)" -m venv .venv
fi
export VIRTUAL_ENV="$PWD/.venv" PATH="$PWD/.venv/bin:$PATH" PIP_DISABLE_PIP_VERSION_CHECK=1
# Compiled objects are found again in every build folder and checkout; the compiler's name counts as well.
export CXX="${CXX:-g++}"
export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}" CMAKE_GENERATOR=Ninja

# The build requirements of pyproject.toml, its dependencies, and the extras named (or all of them).
python_requirements() {
  python - "$@" <<'PY'
import sys, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)
extras = project["project"]["optional-dependencies"]
wanted = set(project["build-system"]["requires"]) | set(project["project"]["dependencies"])
wanted |= {line for name in sys.argv[1:] or extras for line in extras[name] if not line.startswith("houvast[")}
print("\n".join(sorted(wanted)))
PY
}

case "$purpose" in
  demo) requirements=$(python_requirements report) ;;
  docs) requirements=$(python_requirements docs convert excel frames network notebook plot report spss) ;;
  *) requirements=$(python_requirements) ;;
esac
if [ "$requirements" != "$(cat ".venv/requirements-$purpose.txt" 2>/dev/null)" ]; then
  say "installing Python packages of pyproject.toml for: $purpose"
  echo "$requirements" > .venv/requirements-wanted.txt
  pip install --quiet --requirement .venv/requirements-wanted.txt
  mv .venv/requirements-wanted.txt ".venv/requirements-$purpose.txt"
fi

# One build folder for the library, the Python module and the C++ tests.
newer() { find "$@" -newer build/dev/installed -not -name '*.pyc' -not -name __pycache__ -print -quit; }
if [ ! -e build/dev/installed ] || [ -n "$(newer CMakeLists.txt pyproject.toml cmake include src bindings python)" ]; then
  say "building houvast (the first time takes some minutes)"
  mkdir -p build/dev
  pip install --quiet --no-build-isolation --no-deps --editable . \
    --config-settings=build-dir=build/dev --config-settings=build.targets=_core \
    --config-settings=cmake.define.HOUVAST_WARNINGS_AS_ERRORS=ON \
    --config-settings=cmake.define.CMAKE_VERIFY_INTERFACE_HEADER_SETS=ON || { say "the build failed"; exit 1; }
  touch build/dev/installed
fi
if [ "$purpose" = tests ]; then
  say "building the C++ tests"
  cmake -S . -B build/dev -DHOUVAST_BUILD_TESTING=ON >/dev/null
  cmake --build build/dev || { say "the build failed"; exit 1; }
fi
