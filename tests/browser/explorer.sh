#!/usr/bin/env bash
# Drives the explorer in JupyterLab, in headless Chromium, with a real kernel: filters, points, takes a party out, and
# compares every number with the core's. Needs Chromium, node and npm, and a Python that has houvast with the extra
# `notebook`; installs JupyterLab next to it when it is not there. Screenshots: build/browser/shots.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$(command -v "${PYTHON:-python}")
place=build/browser
mkdir -p "$place/shots"
if ! cmp -s tests/browser/package.json "$place/package.json" || [ ! -d "$place/node_modules" ]; then
  cp tests/browser/package.json "$place/"
  npm install --prefix "$place" --no-package-lock --no-audit --no-fund --silent
fi
"$python" -c 'import jupyterlab' 2>/dev/null || "$python" -m pip install --quiet --disable-pip-version-check jupyterlab
rm -rf "$place/notebooks"
"$python" tests/browser/explorer.py "$place/notebooks"

port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
# Everything Jupyter writes stays in the build folder; nothing listens beyond this machine.
export JUPYTER_CONFIG_DIR="$PWD/$place/notebooks/.config" JUPYTER_DATA_DIR="$PWD/$place/notebooks/.data"
export JUPYTER_RUNTIME_DIR="$PWD/$place/notebooks/.runtime" IPYTHONDIR="$PWD/$place/notebooks/.ipython"
export JUPYTERLAB_SETTINGS_DIR="$PWD/$place/notebooks/.settings" JUPYTERLAB_WORKSPACES_DIR="$PWD/$place/notebooks/.workspaces"
mkdir -p "$JUPYTERLAB_SETTINGS_DIR/@jupyterlab/apputils-extension"
echo '{"fetchNews": "false"}' >"$JUPYTERLAB_SETTINGS_DIR/@jupyterlab/apputils-extension/notification.jupyterlab-settings"
"$python" -m jupyterlab --no-browser --allow-root --ip=127.0.0.1 --port="$port" --ServerApp.root_dir="$PWD/$place/notebooks" \
  --IdentityProvider.token='' --ServerApp.password='' --LabApp.news_url='' --LabApp.extension_manager=readonly \
  >"$place/jupyter.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true' EXIT
"$python" - "$port" <<'PY'
import sys, time, urllib.request
for _ in range(120):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/api/status", timeout=2)
        break
    except OSError:
        time.sleep(0.5)
else:
    sys.exit("the notebook server did not start: build/browser/jupyter.log")
PY
node tests/browser/explorer.mjs "http://127.0.0.1:$port" "$place/notebooks/expected.json" "$place/shots"
