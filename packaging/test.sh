#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test, those with a real PostgreSQL included; none is
# skipped. Further arguments go to ctest (bash packaging/test.sh -R tst_server).
# MASCLET_TEST_SCALE=1…100 (default 10) says how often the repeated fault tests repeat.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build
packaging/install-packages.sh build run test
packaging/test-servers.sh
cmake --preset release -DMASCLET_WERROR=ON -DMASCLET_TESTS=ON >build/configure.log || { cat build/configure.log; exit 1; }
cmake --build --preset release
ctest --preset release --parallel 2 "$@"
