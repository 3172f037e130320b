#!/usr/bin/env bash
# From a fresh checkout to a proven backup: installs what is missing, builds, starts a PostgreSQL of its own
# with the sample database, runs the main job on it and says what came out. Its last line is
# "result: restore-tested", and only then its exit code is 0. A second start reuses everything. Where there is a
# display the desk opens on what was made, and the script goes on when it is closed.
#   bash packaging/quickstart.sh           run it
#   bash packaging/quickstart.sh --clean   remove what the demonstration wrote outside build/
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
demo=/tmp/masclet-demo-$(id -u) # short: a socket's path has 107 bytes at most
server_folder=$demo/server
programs=/usr/lib/postgresql/15/bin
server_pid=

# A compiler cache, where there is one, stays inside build/ as well.
export CCACHE_DIR=${CCACHE_DIR:-$top/build/ccache}

stop_server() {
    [ -n "$server_pid" ] || return 0
    kill -INT "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
}
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
    echo "quickstart: $*" >&2
    echo "result: failed" >&2
    exit 1
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# /tmp is open to everybody: the folder must be ours, not a link somebody planted.
own_folder() { [ -d "$demo" ] && [ ! -L "$demo" ] && [ -O "$demo" ]; }

if [ "${1:-}" = --clean ]; then
    if own_folder; then
        rm -rf "$demo"
        echo "Removed $demo"
    fi
    exit 0
fi
[ $# = 0 ] || fail "unknown argument: $1 (only --clean)"

# The server must not run as root (PostgreSQL refuses it); it then belongs to the user "postgres". It ends
# when this script does, however that happens.
as_server=(setpriv --pdeathsig INT)
if [ "$(id -u)" = 0 ]; then as_server+=(--reuid postgres --regid postgres --clear-groups); fi

psql_here() {
    env -u PGOPTIONS PGHOST="$server_folder" PGPORT=5432 PGUSER=postgres "$programs/psql" -X -q -A -t -w -v ON_ERROR_STOP=1 "$@"
}

# step NAME COMMAND…: runs it with its output in a file, one line on the screen.
logs=$demo/logs
number=0
step() {
    local name=$1 began=$SECONDS log code=0
    shift
    number=$((number + 1))
    log=$logs/$(printf '%02d' "$number")-${name// /-}.log
    "$@" >"$log" 2>&1 || code=$?
    # 3: done, with warnings that the log names.
    if [ "$code" = 0 ]; then
        printf '  %-22s ok        %3d s\n' "$name" $((SECONDS - began))
    elif [ "$code" = 3 ]; then
        printf '  %-22s warnings  %3d s   %s\n' "$name" $((SECONDS - began)) "$log"
    else
        printf '  %-22s FAILED (exit code %s)\n\n' "$name" "$code"
        tail -n 20 "$log"
        fail "step \"$name\" failed, see $log"
    fi
}

# The steps. Each is one chain of &&, for "set -e" does not reach into what "||" follows.
build() {
    local targets=(masclet-backup)
    if has_display; then targets+=(masclet-backup-gui); fi
    cd "$top" && cmake --preset release && cmake --build --preset release --target "${targets[@]}"
}

make_cluster() {
    [ ! -f "$server_folder/data/PG_VERSION" ] || return 0
    rm -rf "$server_folder" && mkdir -m 0700 "$server_folder" &&
        if [ "$(id -u)" = 0 ]; then chown postgres:postgres "$server_folder"; fi &&
        "${as_server[@]}" "$programs/initdb" -D "$server_folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8
}

start_server() {
    cd / && make_cluster || return 1
    "${as_server[@]}" "$programs/postgres" -D "$server_folder/data" -k "$server_folder" -c listen_addresses= &
    server_pid=$!
    for _ in $(seq 300); do
        if psql_here -d postgres -c 'SELECT 1'; then return 0; fi
        kill -0 "$server_pid" || return 1
        sleep 0.1
    done
    return 1
}

# The script is one transaction, so the table is there only after a whole load.
load_sample() {
    if [ "$(psql_here -d postgres -c "SELECT count(*) FROM pg_database WHERE datname = 'masclet_imperi'")" = 0 ]; then
        psql_here -d postgres -c "CREATE DATABASE masclet_imperi TEMPLATE template0 ENCODING 'UTF8'" || return 1
    fi
    [ "$(psql_here -d masclet_imperi -c "SELECT to_regclass('public.animals') IS NULL")" = f ] ||
        psql_here -d masclet_imperi -f "$top/resources/sample/masclet_imperi.sql"
}

# Nothing of the person's own configuration is read or written.
masclet() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$demo/home" LANG="${LANG:-C.UTF-8}" \
        XDG_CONFIG_HOME="$demo/home/config" XDG_STATE_HOME="$demo/home/state" \
        "$top/build/release/bin/masclet-backup" "$@"
}

# The same for the desk, which also needs to know where the screen and the session are.
desk() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$demo/home" LANG="${LANG:-C.UTF-8}" DISPLAY="${DISPLAY:-}" \
        XAUTHORITY="${XAUTHORITY:-${HOME:-}/.Xauthority}" WAYLAND_DISPLAY="${WAYLAND_DISPLAY:-}" \
        XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$demo/home}" DBUS_SESSION_BUS_ADDRESS="${DBUS_SESSION_BUS_ADDRESS:-}" \
        XDG_CONFIG_HOME="$demo/home/config" XDG_STATE_HOME="$demo/home/state" \
        "$top/build/release/bin/masclet-backup-gui"
}

# Some more sets of a database that lives, for a history to look at.
history() {
    for _ in 1 2 3 4; do
        psql_here -d masclet_imperi -c "CREATE TABLE IF NOT EXISTS visits (id int, at timestamptz DEFAULT now())" \
            -c "INSERT INTO visits SELECT generate_series(1, 500)" && masclet backup --no-retention || return 1
    done
}

init() {
    [ ! -f "$demo/home/config/masclet-backup/profiles/masclet_imperi.toml" ] || return 0
    masclet init --profile masclet_imperi --repository "$demo/backups" \
        --host "$server_folder" --dbname masclet_imperi --user postgres
}

# Debian's package of the server makes a cluster and starts it. Nobody asked for that one here.
clusters() { if command -v pg_lsclusters >/dev/null; then LC_ALL=C pg_lsclusters --no-header; fi; }
stop_new_clusters() {
    local version name port status rest asroot=()
    [ "$(id -u)" = 0 ] || asroot=(sudo)
    clusters | while read -r version name port status rest; do
        if [ "$status" = online ]; then
            "${asroot[@]}" pg_ctlcluster "$version" "$name" stop &&
                echo "Stopped the cluster $version/$name that Debian's package of PostgreSQL had just made (port $port)."
        fi
    done
}

echo "Masclet Backup: a demonstration on a sample database"
before=$(clusters)
"$top/packaging/install-packages.sh" build run demo
[ -n "$before" ] || stop_new_clusters
if [ -e "$demo" ] || [ -L "$demo" ]; then own_folder || fail "$demo is not a folder of yours; move it away"; fi
mkdir -p "$demo" "$demo/home" "$logs"
chmod 0711 "$demo" # the server's user passes through it
chmod 0700 "$demo/home" "$logs"

step "build" build
step "PostgreSQL" start_server
step "sample database" load_sample
step "profile" init
step "profile check" masclet profile check
if has_display; then step "history" history; fi
step "backup" masclet backup
step "verify" masclet verify --latest
step "restore test" masclet restore-test --latest --sandbox
step "checklist" masclet checklist
step "retention preview" masclet retention
step "list" masclet list
step "state" masclet show --latest --json

echo
cat "$logs"/*-list.log
echo
cat "$logs"/*-checklist.log
echo
echo "Sets, manifests, journal   $demo/backups"
echo "Profile                    $demo/home/config/masclet-backup/profiles/masclet_imperi.toml"
echo "Output of each step        $logs"
echo "The program                $top/build/release/bin/masclet-backup"
echo "Remove it all              bash packaging/quickstart.sh --clean"
if has_display; then
    echo
    echo "The desk is open on it. Closing it ends the demonstration."
    desk || echo "quickstart: the desk ended with exit code $?" >&2
fi
stop_server
grep -Eq '"state": *"restore-tested"' "$logs"/*-state.log || fail "the set is not restore-tested, see $logs"
echo "result: restore-tested"
