#!/usr/bin/env bash
# Speed and size as ratios in one run: our backup (globals, counts, read-back and manifest included) against
# "pg_dump | gzip", our verify against "gunzip -t", and other ways beside them. Rounds alternate the order; the
# median counts. Where desk_benchmark is built, also how quickly the desk opens on 100,000 rows, what memory it takes
# and how long its event loop keeps an event waiting. Exit code 1 when one of the figures is not the wanted one, or the
# dump has not the size that was asked for. Starts a PostgreSQL 15 of its own below /tmp and removes it. Not part of
# ctest.
#   tests/benchmark/run.sh [MB of dump, default 700] [rounds, default 3]
set -euo pipefail

megabytes=${1:-700}
rounds=${2:-3}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${MASCLET_BACKUP:-$here/../../build/release/bin/masclet-backup}
programs=/usr/lib/postgresql/15/bin
[ -x "$program" ] || { echo "benchmark: build first: $program is missing" >&2; exit 1; }

work=$(mktemp -d /tmp/mb-XXXXXX)
server_pid=
finish() {
    [ -z "$server_pid" ] || kill -INT "$server_pid" || true
    wait
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
chmod 0711 "$work"
mkdir "$work/server" "$work/times" "$work/home"
as_server=(setpriv --pdeathsig INT)
if [ "$(id -u)" = 0 ]; then
    chown postgres:postgres "$work/server"
    as_server+=(--reuid postgres --regid postgres --clear-groups)
fi
cd /
"${as_server[@]}" "$programs/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as_server[@]}" "$programs/postgres" -D "$work/server/data" -k "$work/server" -c listen_addresses= -c fsync=off \
    -c shared_buffers=256MB -c max_wal_size=4GB >"$work/log" 2>&1 &
server_pid=$!
export PGHOST=$work/server PGPORT=5432 PGUSER=postgres PGDATABASE=bench
for _ in $(seq 100); do "$programs/pg_isready" -q -d postgres && break; sleep 0.1; done
"$programs/createdb" -T template0 -E UTF8 bench
echo "Making about $megabytes MB"
perl "$here/dataset.pl" "$megabytes" | "$programs/psql" -X -q -v ON_ERROR_STOP=1 bench

masclet() {
    env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 XDG_CONFIG_HOME="$work/home/config" \
        XDG_STATE_HOME="$work/home/state" "$program" "$@" >>"$work/masclet.log" 2>&1 ||
        { tail "$work/masclet.log" >&2; return 1; }
}
masclet init --profile bench --repository "$work/backups" --host "$work/server" --dbname bench --user postgres
masclet profile set --restore-test never --critical-tables readings,notes

# The ways. Each is a function; its wall time goes to times/NAME.
ours() { masclet backup --no-retention; }
gzip_pipe() { "$programs/pg_dump" bench | gzip >"$work/plain.sql.gz"; }
ours_verify() { masclet verify --latest; }
gunzip_t() { gunzip -t "$work/plain.sql.gz"; }
dump_only() { "$programs/pg_dump" bench >/dev/null; }
pigz_pipe() { "$programs/pg_dump" bench | pigz >"$work/pigz.sql.gz"; }
custom() { "$programs/pg_dump" -Fc -f "$work/custom.dump" bench; }
directory() { rm -rf "$work/directory"; "$programs/pg_dump" -Fd -j2 -f "$work/directory" bench; }

missed=0
# wanted WHAT FIGURE UNIT LIMIT: prints them; a figure over its limit is remembered for the exit code.
wanted() {
    local verdict=
    if awk -v f="$2" -v l="$4" 'BEGIN { exit !(f == "" || f + 0 > l + 0) }'; then
        verdict='   MISSED'
        missed=1
    fi
    printf '%-44s %8s%s   wanted: %s%s or less%s\n' "$1" "$2" "$3" "$4" "$3" "$verdict"
}

measure() {
    local began
    began=$(date +%s%N)
    "$1"
    echo $((($(date +%s%N) - began) / 1000000)) >>"$work/times/$1"
}
median() { sort -n "$work/times/$1" | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }

"$programs/pg_dump" bench | wc -c >"$work/raw" # and warms the cache for everybody
awk -v raw="$(cat "$work/raw")" -v asked="$megabytes" 'BEGIN { d = raw / (asked * 1000000) - 1; exit !(d > -0.1 && d < 0.1) }' ||
    { echo "benchmark: the dump has $(cat "$work/raw") bytes, not $megabytes MB within a tenth" >&2; exit 1; }
for round in $(seq "$rounds"); do
    if [ $((round % 2)) = 1 ]; then
        for way in gzip_pipe ours gunzip_t ours_verify; do measure "$way"; done
    else
        for way in ours gzip_pipe ours_verify gunzip_t; do measure "$way"; done
    fi
done
for way in dump_only pigz_pipe custom directory; do measure "$way"; done

bytes() { du -cb "$@" | tail -n 1 | cut -f 1; }
# What a set is: archive, globals and manifest.
set_bytes() {
    local id
    id=$(basename "$(find "$work/backups/sets" -name '*.json' | sort | tail -n 1)" .json)
    bytes "$work/backups/db/$id.sql.gz" "$work/backups/db/$id.globals.sql.gz" "$work/backups/sets/$id.json"
}
row() { printf '%-36s %8.2f s   %12s bytes\n' "$1" "$(awk -v t="$(median "$2")" 'BEGIN { print t / 1000 }')" "${3:--}"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }

echo "raw dump: $(cat "$work/raw") bytes; median of $rounds rounds (the last four: one)"
row "masclet-backup backup" ours "$(set_bytes)"
row "pg_dump | gzip" gzip_pipe "$(bytes "$work/plain.sql.gz")"
row "masclet-backup verify" ours_verify
row "gunzip -t" gunzip_t
row "pg_dump > /dev/null" dump_only
row "pg_dump | pigz" pigz_pipe "$(bytes "$work/pigz.sql.gz")"
row "pg_dump -Fc" custom "$(bytes "$work/custom.dump")"
row "pg_dump -Fd -j2" directory "$(bytes "$work/directory")"
wanted "backup / (pg_dump | gzip), time:" "$(ratio "$(median ours)" "$(median gzip_pipe)")" '' 0.35
wanted "backup / (pg_dump | gzip), size:" "$(ratio "$(set_bytes)" "$(bytes "$work/plain.sql.gz")")" '' 1.12
wanted "verify / gunzip -t, time:" "$(ratio "$(median ours_verify)" "$(median gunzip_t)")" '' 0.35

desk=$here/../../build/release/tests/desk_benchmark
[ -x "$desk" ] || { echo "desk: not built (cmake --build --preset release --target desk_benchmark)"; exit "$missed"; }
on_desk() {
    env -i PATH=/usr/bin:/bin HOME="$work/home" LANG=C.UTF-8 XDG_RUNTIME_DIR="$work" QT_QPA_PLATFORM=offscreen "$desk" "$@"
}
# median_of FILE COLUMN
median_of() { awk -v c="$2" '{ print $c }' "$work/times/$1" | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }'; }
on_desk prepare "$work/none" 0
on_desk prepare "$work/many" 100000
for round in $(seq "$rounds"); do
    for desk_home in none many; do on_desk start "$work/$desk_home" >>"$work/times/desk-$desk_home"; done
done
echo "desk, history shown after:          $(median_of desk-none 1) ms empty, $(median_of desk-many 1) ms with 100,000 rows"
echo "desk, everything shown after:       $(median_of desk-none 2) ms empty, $(median_of desk-many 2) ms with 100,000 rows"
wanted "desk, start many / empty:" "$(ratio "$(median_of desk-many 1)" "$(median_of desk-none 1)")" '' 1.5
wanted "desk, an event waited, 100,000 rows:" "$(median_of desk-many 3)" ' ms' 50
wanted "desk, an event waited, beside a backup:" "$(on_desk backup "$work/home")" ' ms' 50
wanted "desk, memory with 100,000 rows:" "$(median_of desk-many 4)" ' MiB' 200
[ "$missed" = 0 ]
