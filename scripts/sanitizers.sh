# Sourced by what builds with clang's sanitizers: installs clang and their libraries where they are missing.
if ! echo 'int main() {}' | clang++ -x c++ -fsanitize=address,fuzzer-no-link - -o /dev/null 2>/dev/null; then
  echo "== installing clang with its sanitizers"
  [ "$(id -u)" = 0 ] || { echo "Debian's clang and libclang-rt are needed; install them, or run this as root" >&2; exit 1; }
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends clang >/dev/null
  apt-get install -y -qq --no-install-recommends "libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev" >/dev/null
fi
