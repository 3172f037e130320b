#!/usr/bin/env bash
# container.sh TAR PACKAGES SOURCE: packaging/docker without an engine. The Dockerfile's lines are carried out on a bare
# Debian (with the package that the build made, instead of compiling once more), and its entrypoint is PID 1 of process
# and mount namespaces of its own, with the rights that docker-compose.yml leaves it. The server is outside, on loopback.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/machine.sh
. "$here/machine.sh"
# shellcheck source=tests/packaging/dockerfile.sh
. "$here/dockerfile.sh"

# What the container said belongs to every failure.
fail() {
    printf 'FAIL: %s\n' "$*" >&2
    if [ -f /container.log ]; then sed 's/^/  container: /' /container.log >&2; fi
    exit 1
}

tar=$1 packages=$2 source=$3
secret='pass word$%"x'
cluster=/usr/lib/postgresql/15/bin

# Outside: a server with a password, and a small database.
server=
start_server() {
    local folder
    folder=$(mktemp -d /tmp/mc-XXXXXX)
    at_end "rm -rf '$folder'"
    chown postgres: "$folder"
    printf '%s' "$secret" >"$folder/secret"
    chown postgres: "$folder/secret"
    export PGPORT
    PGPORT=$(as_server perl -MIO::Socket -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport')
    as_server "$cluster/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile "$folder/secret" -E UTF8 \
        --locale=C.UTF-8 --no-sync >"$folder/initdb.log"
    "${as_server[@]}" "$cluster/postgres" -D "$folder/data" -k "$folder" -c listen_addresses=127.0.0.1,127.0.0.2 \
        -c fsync=off >"$folder/server.log" 2>&1 &
    server=$!
    at_end "kill -QUIT $server; wait $server || true"
    until_true 30 "the server answers" sql -c 'SELECT 1'
    sql -c 'CREATE DATABASE masclet_imperi'
    sql -d masclet_imperi -c 'CREATE TABLE animals AS SELECT id, md5(id::text) FROM generate_series(1, 20000) id' \
        -c 'CREATE TABLE parts AS TABLE animals'
}
# The stage that compiles is not run, but it must be able to: its configuration exists and has the target.
build_stage() {
    local options folder
    folder=$(mktemp -d /tmp/mc-XXXXXX)
    at_end "rm -rf '$folder'"
    options=$(docker_lines "$source/packaging/docker/Dockerfile.backup" |
        sed -nE 's/^RUN cmake --preset release (.*) && cmake --build --preset release --target packages$/\1/p')
    [ -n "$options" ] || fail "the first stage does not build the packages in a way this test knows"
    # shellcheck disable=SC2086  # several words
    must cmake --preset release -S "$source" -B "$folder" $options
    must_say '^packages:' cmake --build "$folder" --target help
    must_say '^set\(CPACK_COMPONENTS_ALL "cli"\)$' cat "$folder/CPackConfig.cmake"
}
as_server=(setpriv --pdeathsig QUIT --reuid=postgres --regid=postgres --clear-groups)
as_server() { "${as_server[@]}" "$@"; }
sql() { PGPASSWORD=$secret PGHOST=127.0.0.1 PGUSER=postgres psql -X -q -A -t -w -v ON_ERROR_STOP=1 -d postgres "$@"; }

if [ -z "${MASCLET_OWN_MACHINE:-}" ]; then
    if docker compose version >/dev/null 2>&1; then
        must docker compose -f "$source/packaging/docker/docker-compose.yml" config -q
    fi
    build_stage
    cd /
    start_server
fi
own_machine "$tar" "$@"
port=$PGPORT
unset PGPORT
mkdir /context
cp -r --parents /old"$source"/packaging /context
context=/context/old$source
mkdir /artefacts
cp /old"$packages"/*.deb /artefacts/
leave_old_root

step "build"
run_dockerfile "$context/packaging/docker/Dockerfile.backup" "$context" /artefacts
[ "$image_stages" = 2 ] || fail "the image is not built in two stages"
! grep -q '^USER' "$context/packaging/docker/Dockerfile.backup" || fail "this test runs the entrypoint as root"
mapfile -t rights < <(sed -nE 's/^ *cap_add: \[(.*)\]$/\1/p' "$context/packaging/docker/docker-compose.yml" |
    tr -d ' ' | tr , '\n' | tr '[:upper:]' '[:lower:]')
[ ${#rights[@]} -gt 3 ] || fail "docker-compose.yml names no rights"
bounds=-all$(printf ',+%s' "${rights[@]}")

# container NAME=VALUE…: as `docker run` with this environment; log in /container.log. `inside` is `docker exec`.
unshare_pid=
container() {
    environment=("${image_env[@]}" HOME=/root "$@")
    : >/container.log
    unshare --mount --pid --fork --kill-child --mount-proc setpriv --no-new-privs --bounding-set="$bounds" \
        env -i "${environment[@]}" "${image_entrypoint[@]}" "${arguments[@]}" >/container.log 2>&1 </dev/null &
    unshare_pid=$!
}
arguments=()
init_of() { tr -d ' ' <"/proc/$unshare_pid/task/$unshare_pid/children"; } # PID 1, as seen from outside
inside() {
    nsenter --target "$(init_of)" --mount --pid setpriv --no-new-privs --bounding-set="$bounds" \
        env -i "${environment[@]}" "$@"
}
ended() { ! kill -0 "$unshare_pid" 2>/dev/null; }
says() { grep -Eq -e "$1" /container.log; }
refused() { # PATTERN: it ends by itself, as a failure, and says so
    until_true 30 "the container refuses to start" ended
    ! wait "$unshare_pid" || fail "refusing is no failure"
    says "$1" || fail "the container does not say: $1"
}
# stopped LIMIT: SIGTERM to PID 1, as `docker stop` does it.
stopped() {
    local began=$EPOCHREALTIME code=0
    kill -TERM "$(init_of)"
    wait "$unshare_pid" || code=$?
    [ "$code" = 0 ] || fail "the container ended with $code"
    local took=$((${EPOCHREALTIME/./} - ${began/./}))
    [ "$took" -lt "$1"000000 ] || fail "stopping took $took microseconds"
}
health() { # as the engine does it: a shell's command
    local code=0
    inside sh -c "$image_health" || code=$?
    return "$code"
}
secret_is_kept() { # in files of root or the program's user alone
    local file found
    found=$(grep -rlsF -e "$secret" /backups /etc /run /tmp/mas* /var /usr/local || true)
    [ -n "$found" ] || fail "the secret is nowhere, so this looks at nothing"
    for file in $found; do
        [[ "$(stat -c '%a %U' "$file")" =~ ^(600\ root|400\ masclet-backup)$ ]] || fail "$file shows the password"
    done
}
contract=(POSTGRES_DB=masclet_imperi POSTGRES_USER=postgres)

step "nothing is mounted"
container "${contract[@]}" POSTGRES_PASSWORD="$secret"
refused 'Nothing is mounted on /backups'
[ -z "$(ls -A /backups)" ] || fail "something was written into the container"
arguments=(list)
container "${contract[@]}" BACKUP_ALLOW_UNMOUNTED=yes BACKUP_WAIT_SECONDS=0
wait "$unshare_pid" || fail "what was allowed is refused"
arguments=()
rm -rf /backups/.config /backups/*

step "a folder of somebody's files, a user that cannot start cron"
mkdir /foreign
echo mine >/foreign/file
mount --bind /foreign /backups
container "${contract[@]}"
refused 'cannot be written by the user masclet-backup.*chown -R 900:900'
umount /backups
must_say 'This container starts as root' sh -c '! setpriv --reuid=900 --clear-groups entrypoint.sh'

step "the engine's folder, and a zone that is none"
mkdir /volume /data
mount --bind /volume /backups
mkdir -p /var/lib/postgresql/data
mount --bind /data /var/lib/postgresql/data
container "${contract[@]}" TZ=Europe/Nowhere
refused 'TZ=Europe/Nowhere is no time zone'

step "a server that is not there yet"
container "${contract[@]}" POSTGRES_PASSWORD="$secret" POSTGRES_HOST=127.0.0.1 PGPORT=1 TZ=Europe/Madrid \
    BACKUP_WAIT_SECONDS=1
until_true 30 "the container starts" says 'are started at'
for words in 'time zone Europe/Madrid' 'mounted and not used'; do
    says "$words" || fail "the container does not say: $words"
done
profile=/backups/.config/masclet-backup/profiles/masclet_imperi.toml
must_say '^port = 1 ' cat $profile
must_say '^0 2 \* \* \* root /usr/local/bin/backup_manager.sh scheduled masclet_imperi$' cat /etc/cron.d/masclet-backup
secret_is_kept
stopped 8

step "the same volume, another address and port, the password in a file of root's"
printf '%s\n' "$secret" >/secret
chmod 0400 /secret
printf '[[contacts]]\nrole = "dba"\nname = "Ana"\ncommand = ["/bin/true"]\n' >>$profile
# The next minute, or the one after it where it is too near for the container to be ready.
at=$(TZ=Europe/Madrid date -d "+$((65 + ($(date +%-S) > 50 ? 60 : 0) - $(date +%-S))) seconds" +%H:%M)
container "${contract[@]}" POSTGRES_PASSWORD_FILE=/secret POSTGRES_HOST=nowhere.invalid PGHOST=127.0.0.2 PGPORT="$port" \
    TZ=Europe/Madrid MASCLET_AT="$at" MASCLET_MINIMUM_SIZE=1kB
until_true 30 "the container starts" says 'are started at'
must_say "^port = $port " cat $profile
must_say '^host = "127.0.0.2" ' cat $profile
must_say "^${at#*:} ${at%:*} |^${at#*:} 0?${at%:*} " sed 's/^\([0-9]*\) \([0-9]\) /\1 0\2 /; s/^\([0-9]\) /0\1 /' \
    /etc/cron.d/masclet-backup
must_say '^\*/10 \* \* \* \* root /usr/local/bin/backup_manager.sh watch masclet_imperi$' cat /etc/cron.d/masclet-backup
must inside backup_manager.sh watch
must inside backup_manager.sh profile check
must_say 'Installed: cron, /etc/cron.d/masclet-backup' inside backup_manager.sh schedule show
must_say '^\[Pass\] Password: from the file that POSTGRES_PASSWORD_FILE names' \
    inside backup_manager.sh schedule prove --no-store
must health
[ "$(stat -c %U /backups/repository.json $profile | sort -u)" = masclet-backup ] || fail "root owns what lies in the volume"

step "cron starts the backup of $at"
proven() { inside backup_manager.sh list --json | grep -q '"restore-tested"'; }
until_true 150 "cron makes a proven set" proven
until_true 10 "its words are in the container's log" says 'restore-tested, all counts are equal'
[ "$(find /backups/sets -name '*.json' | wc -l)" = 1 ] || fail "more than one set"

step "the manager's verbs"
must_say "$(TZ=Europe/Madrid date +%Y%m%d)" inside backup_manager.sh list
must inside backup_manager.sh verify
must inside backup_manager.sh restore-test
must inside backup_manager.sh restore --latest --to again
export PGPASSWORD=$secret PGUSER=postgres PGHOST=127.0.0.1 PGPORT=$port
[ "$(psql -X -A -t -d again -c 'SELECT count(*) FROM animals')" = 20000 ] || fail "the restored database is not whole"
must_end 2 inside backup_manager.sh
must health

step "no secret where others can read it, nothing runs as root, no zombies"
for process in $(inside sh -c 'grep -lxs masclet-backup /proc/[0-9]*/comm' || true); do fail "$process is still there"; done
secret_is_kept
inside sh -c '(sh -c "exec sleep 0.1" &)'
zombies() { inside sh -c "grep -l '^State:.Z' /proc/[0-9]*/status"; }
no_zombies() { ! zombies; }
until_true 10 "PID 1 reaps" no_zombies

step "stopped in the middle of a backup"
coproc PSQL { psql -X -q -A -t -d masclet_imperi 2>&1; }
echo 'BEGIN; LOCK TABLE animals; SELECT pg_backend_pid();' >&"${PSQL[1]}"
read -r locker <&"${PSQL[0]}"
inside backup_manager.sh backup >/tmp/backup.log 2>&1 &
waits() { [ "$(psql -X -A -t -d postgres -c 'SELECT count(*) FROM pg_locks WHERE NOT granted')" != 0 ]; }
until_true 30 "the backup waits for the lock: $(cat /tmp/backup.log)" waits
[ -n "$(find /backups/.staging -mindepth 1)" ] || fail "no backup is under way"
stopped 8
[ -z "$(find /backups/.staging -mindepth 1)" ] || fail "left in .staging: $(find /backups/.staging)"
[ "$(find /backups/sets -name '*.json' | wc -l)" = 1 ] || fail "half a set is left"
echo "SELECT pg_terminate_backend($locker)" | psql -X -q -d postgres >/dev/null

step "one verb and no cron"
arguments=(backup --kinds db)
container "${contract[@]}" POSTGRES_PASSWORD="$secret" PGHOST=127.0.0.1 PGPORT="$port"
wait "$unshare_pid" || fail "exit code $?"
[ "$(find /backups/sets -name '*.json' | wc -l)" = 2 ] || fail "no second set"
step "done"
