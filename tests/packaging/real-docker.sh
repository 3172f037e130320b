#!/usr/bin/env bash
# real-docker.sh BUILD: by hand, as root, with Debian's packages docker.io, containerd and runc on PATH: packaging/docker
# and the option tools = "docker:…" under a real engine. It takes a quarter of an hour, since the image compiles.
# The engine is one of its own: it listens on a socket alone, has no bridge (containers share this machine's network),
# and ends with the script, which leaves nothing behind. What is committed is what is built.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/machine.sh
. "$here/machine.sh"

build=$(realpath "$1")
source=$(cd "$here/../.." && pwd)
program=$build/bin/masclet-backup
[ "$(id -u)" = 0 ] || fail "an engine needs root"
[ -x "$program" ] || fail "$program is missing: build first"
for tool in dockerd containerd runc docker; do
    command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install docker.io containerd runc"
done

home=$(mktemp -d /tmp/md-XXXXXX)
at_end "rm -rf '$home'"
# The engine leaves the mount of its network behind.
at_end "umount --quiet '$home'/run/netns/* || true"

# The client is called by the program in a clean environment, so it knows the socket by itself.
client=$home/docker
printf '#!/bin/sh\nexec %s --host unix://%s "$@"\n' "$(command -v docker)" "$home/socket" >"$client"
chmod 755 "$client"
docker() { "$client" "$@"; }
setpriv --pdeathsig TERM dockerd --iptables=false --ip6tables=false --bridge=none --storage-driver=vfs \
    --data-root "$home/data" --exec-root "$home/run" --pidfile "$home/pid" --host "unix://$home/socket" \
    >"$home/engine.log" 2>&1 &
engine=$!
at_end "kill $engine; wait $engine || true"
at_end "docker rm --force shop-db backup >/dev/null 2>&1 || true"
until_true 60 "the engine answers" docker version
step "the engine runs: $(docker version --format '{{.Server.Version}}')"

"$here/base_root.sh" "$build/bare-debian.tar"
must docker import "$build/bare-debian.tar" debian:12-slim
git -C "$source" archive HEAD |
    docker build --quiet --network host --file packaging/docker/Dockerfile.backup --tag masclet-backup - >"$home/build.log" 2>&1 ||
    fail "$(tail -n 40 "$home/build.log")"
step "the image is built"
docker build --quiet --network host --tag server - >"$home/build.log" 2>&1 <<'FILE' || fail "$(tail -n 40 "$home/build.log")"
FROM debian:12-slim
RUN apt-get update && apt-get install --no-install-recommends postgresql-15
ENV PATH=/usr/lib/postgresql/15/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER postgres
FILE

secret='pass word$%"x'
port=$(perl -MIO::Socket -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport')
mkdir -m 0755 "$home/server"
printf '%s' "$secret" >"$home/server/secret"
cat >"$home/server/start" <<FILE
#!/bin/sh -e
initdb --pgdata=/tmp/data --username=app --pwfile=/start/secret --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
exec postgres -D /tmp/data -k /tmp -c listen_addresses=127.0.0.1 -c port=$port -c fsync=off
FILE
chmod 755 "$home/server/start"
must docker run --detach --name shop-db --network host --volume "$home/server:/start:ro" server /start/start
sql() { PGPASSWORD=$secret psql -X -q -A -t -w -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U app -d "$@"; }
until_true 60 "the server answers" sql postgres -c 'SELECT 1'
must sql postgres -c 'CREATE DATABASE shop'
must sql shop -c 'CREATE TABLE animals AS SELECT id, repeat(md5(id::text), 20) AS tag FROM generate_series(1, 300000) AS id'
# has_sessions t or f: whether tools inside the container have any.
has_sessions() {
    local ask="SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name ~ '^masclet-backup [0-9a-f]')"
    [ "$(sql postgres -c "$ask")" = "$1" ]
}

# 1: client tools inside the server's container.
export XDG_CONFIG_HOME=$home/desk/config XDG_STATE_HOME=$home/desk/state XDG_RUNTIME_DIR=$home/desk/run
export PGPASSWORD=$secret
mkdir "$home/desk"
mkdir -m 0700 "$XDG_RUNTIME_DIR"
# 3: done, with warnings.
ended_well() {
    local code=0
    "$@" >"$home/said" 2>&1 || code=$?
    [ "$code" = 0 ] || [ "$code" = 3 ] || fail "exit code $code of: $* $(cat "$home/said")"
}
ended_well "$program" init --profile shop --repository "$home/desk/backups" --host 127.0.0.1 --port "$port" \
    --dbname shop --user app --kinds db
must "$program" profile set --tools docker:shop-db --docker "$client"
ended_well "$program" backup
grep -q 'restore-tested' "$home/said" || fail "$(cat "$home/said")"
step "a set made inside the server's container is proven"

"$program" backup --rate-limit '5 MB' >"$home/said" 2>&1 &
running=$!
until_true 30 "pg_dump runs inside" has_sessions t
began=$(date +%s%N)
kill -TERM "$running"
code=0
wait "$running" || code=$?
took=$((($(date +%s%N) - began) / 1000000))
[ "$code" = 143 ] || fail "stopped, it ended with $code: $(cat "$home/said")"
[ "$took" -lt 8000 ] || fail "it took $took ms to stop"
until_true 5 "nothing goes on inside" has_sessions f
step "a stop took $took ms, and nothing goes on inside"
unset PGPASSWORD

# 2: the container of packaging/docker, with the rights that its compose file leaves it, started by its own cron.
rights=(--cap-drop ALL --security-opt no-new-privileges:true)
for right in $(sed -nE 's/^ *cap_add: \[(.*)\]$/\1/p' "$source/packaging/docker/docker-compose.yml" | tr -d ,); do
    rights+=(--cap-add "$right")
done
mkdir "$home/backups"
at=$(date --utc --date '+100 seconds' +%H:%M)
must docker run --detach --name backup --network host "${rights[@]}" --volume "$home/backups:/backups" \
    --env POSTGRES_DB=shop --env POSTGRES_USER=app --env POSTGRES_PASSWORD="$secret" --env POSTGRES_HOST=127.0.0.1 \
    --env POSTGRES_PORT="$port" --env MASCLET_AT="$at" masclet-backup
has_set() { docker exec backup backup_manager.sh list | grep -q "$1"; }
until_true 240 "cron makes a set at $at" has_set 'restore-tested'
step "cron started a backup, and its set is proven"
must_say 'restore-tested' docker exec backup backup_manager.sh restore-test --latest
code=0
docker exec backup backup_manager.sh status >"$home/said" || code=$?
[ "$code" -le 1 ] || fail "status ended with $code: $(cat "$home/said")"

docker exec backup backup_manager.sh backup --rate-limit '5 MB' >"$home/said" 2>&1 &
until_true 30 "a backup runs" grep -q 'Dumping the database' "$home/said"
began=$(date +%s%N)
must docker stop --time 10 backup
took=$((($(date +%s%N) - began) / 1000000))
[ "$took" -lt 8000 ] || fail "the container took $took ms to stop"
[ -z "$(ls -A "$home/backups/.staging" 2>/dev/null)" ] || fail "the stopped backup left something"
step "stopped in the middle of a backup in $took ms"
echo "passed in $SECONDS s"
