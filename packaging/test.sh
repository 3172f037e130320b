#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test, those with a real PostgreSQL included; none is
# skipped. Further arguments go to ctest (bash packaging/test.sh -R tst_server).
# They mount small disks, cut networks and become other users, so ctest runs as root, by sudo where needed.
# MASCLET_TEST_SCALE=1…100 (default 10) says how often the repeated fault tests repeat.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build
export CCACHE_DIR=${CCACHE_DIR:-$PWD/build/ccache}
packaging/install-packages.sh build run test
packaging/test-servers.sh
cmake --preset release -DMASCLET_WERROR=ON -DMASCLET_TESTS=ON >build/configure.log || { cat build/configure.log; exit 1; }
cmake --build --preset release
asroot=()
[ "$(id -u)" = 0 ] || asroot=(sudo --preserve-env=MASCLET_TEST_SCALE)
"${asroot[@]}" ctest --preset release --parallel 2 "$@" && exit
status=$?
# Once more at the end, where a log that somebody shortened still has it.
grep -E -A 4 '^(FAIL!|QFATAL)|Received signal' build/release/Testing/Temporary/LastTest.log | tail -n 100 || true
exit "$status"
