#!/bin/bash
# Makes the profile and the repository where there is none, corrects the profile where the container was started with
# other values, and lets cron start the backups. With arguments: only that verb, as in "docker run … backup".
#
# Debian's cron, as root: the file in /etc/cron.d is where an administrator looks, and the one that `schedule show`
# reads. Root does nothing else: the program itself only ever runs as the user masclet-backup (see backup_manager.sh).
set -euo pipefail

user=masclet-backup
run=/run/masclet-backup
manager=/usr/local/bin/backup_manager.sh
cron_file=/etc/cron.d/masclet-backup

say() { printf 'entrypoint: %s\n' "$*"; }
refuse() {
    printf 'entrypoint: %s\n' "$*" >&2
    exit 1
}
# 3: done, with warnings that it told.
program() {
    local code=0
    "$manager" "$@" || code=$?
    [ "$code" = 0 ] || [ "$code" = 3 ]
}

[ "$(id -u)" = 0 ] || refuse "This container starts as root, for cron; the backups run as the user $user." \
    "Leave \"user:\" out."

# Where the zone is not a zone, libc silently takes UTC.
TZ=${TZ:-Etc/UTC}
[ -f "/usr/share/zoneinfo/$TZ" ] || refuse "TZ=$TZ is no time zone. Use a name like Europe/Madrid."
ln -sf "/usr/share/zoneinfo/$TZ" /etc/localtime
echo "$TZ" >/etc/timezone
export TZ
say "time zone $TZ, now $(date '+%Y-%m-%d %H:%M %Z')"

if ! mountpoint -q /backups && [ "${BACKUP_ALLOW_UNMOUNTED:-}" != yes ]; then
    refuse "Nothing is mounted on /backups: the backups would go with the container. Mount a folder, as in" \
        "\"volumes: [./data/backups:/backups]\", or say BACKUP_ALLOW_UNMOUNTED=yes."
fi
if mountpoint -q /var/lib/postgresql/data; then
    say "/var/lib/postgresql/data is mounted and not used: the database is read through its server"
fi
# The engine makes a missing folder as root's.
if ! setpriv --reuid="$user" --regid="$user" --init-groups test -w /backups; then
    [ -z "$(ls -A /backups)" ] || refuse "/backups holds files and cannot be written by the user $user." \
        "Give the folder to it: chown -R $(id -u "$user"):$(id -g "$user") …/data/backups"
    chown "$user:$user" /backups || refuse "/backups cannot be given to the user $user."
fi

# The contract of the seed, for libpq and for us. What is asked for by libpq's own name goes first.
export PGHOST=${PGHOST:-${POSTGRES_HOST:-db}}
export PGPORT=${PGPORT:-${POSTGRES_PORT:-5432}}
export PGUSER=${PGUSER:-${POSTGRES_USER:-postgres}}
export PGDATABASE=${PGDATABASE:-${POSTGRES_DB:-$PGUSER}}

rm -rf "$run"
mkdir -m 0711 "$run"
mkdir -m 0700 "$run/jobs"
install -d -m 0750 -g "$user" "$run/secret"
(
    umask 077
    env -0 | grep -zE '^(PG|POSTGRES_|MASCLET_|XDG_)[A-Z_]*=|^(TZ|LANG)=' >"$run/environment"
)

# The profile says what the container was started with: each variable MASCLET_… is an option of that name.
given=(--host "$PGHOST" --port "$PGPORT" --dbname "$PGDATABASE" --user "$PGUSER")
[ -n "${MASCLET_ZONE:-}" ] || given+=(--zone "$TZ")
for name in $(compgen -e MASCLET_); do
    option=${name#MASCLET_}
    option=${option,,}
    given+=("--${option//_/-}" "${!name}")
done

shopt -s nullglob
profiles=("$XDG_CONFIG_HOME"/masclet-backup/profiles/*.toml)
if [ ${#profiles[@]} = 0 ]; then
    # A database that is measured gets checks that fit; one that is still starting is worth a minute.
    for ((second = 0; second < ${BACKUP_WAIT_SECONDS:-60}; second++)); do
        ! pg_isready --quiet || break
        sleep 1
    done
    # This container's own files are no configuration worth keeping; the server's comes by SQL.
    [ -n "${MASCLET_CONFIG_PATHS:-}" ] || given+=(--config-paths '')
    program init --repository /backups "${given[@]}" || refuse "No profile could be made, see above."
elif [ ${#profiles[@]} = 1 ]; then
    program profile set "${given[@]}" || refuse "The profile could not be corrected, see above."
else
    say "several profiles, which are left as they are"
fi
profiles=("$XDG_CONFIG_HOME"/masclet-backup/profiles/*.toml)

if [ $# -gt 0 ]; then exec "$manager" "$@"; fi

# The program writes the schedule for another system, as its own user; of that, root takes the times and nothing else.
schedule() {
    local folder
    folder=$(mktemp -d "$run/schedule-XXXXXX")
    mkdir -p "$folder/etc/cron.d"
    chown -R "$user:$user" "$folder"
    for profile in "${profiles[@]}"; do
        program schedule install --as cron --root "$folder" --mail-to '' --profile "$profile" >/dev/null || return 1
    done
    local time='(@reboot|[0-9*,/]+ [0-9*,]+ [*] [*] [0-9*,]+)' name='[a-z0-9][a-z0-9_-]*'
    sed -nE -e '1p' -e '/^# (begin|end) [0-9a-f]+$/p' -e '/^(SHELL|PATH|LANG|MAILTO)=/p' \
        -e "s#^$time [^ ]+ [^ ]+ backup --profile [^ ]*/($name)\.toml .*#\1 root $manager scheduled \2#p" \
        -e "s#^$time [^ ]+ [^ ]+ alarm escalate --profile [^ ]*/($name)\.toml .*#\1 root $manager watch \2#p" \
        "$folder$cron_file" >"$run/cron"
    rm -rf "$folder"
    grep -q " scheduled " "$run/cron" || return 1
    install -m 0644 "$run/cron" "$cron_file"
}
schedule || refuse "No schedule could be made, see above."
say "backups of ${PGDATABASE} on $PGHOST:$PGPORT are started at:"
grep -E '^[@0-9*]' "$cron_file" | sed 's/ root .*//; s/^/    /'

# Sends SIGNAL to every run that is under way and has not got it; false when there is none. A number can be somebody
# else's by now, so the name is looked at; that of a run that is just starting is still the script's.
declare -A told
# shellcheck disable=SC2317  # reached by the trap
signal_runs() {
    local job pid name running=1
    for job in "$run"/jobs/*; do
        pid=${job##*/}
        name=$(cat "/proc/$pid/comm" 2>/dev/null) || continue
        case "$name" in masclet-backup | setpriv | backup_manager*) ;; *) continue ;; esac
        running=0
        [ "${told[$pid]:-}" != "$1$name" ] || continue
        told[$pid]=$1$name
        kill "-$1" "$pid" 2>/dev/null || true
    done
    return "$running"
}

# An engine waits for ten seconds before it kills everything.
# shellcheck disable=SC2317  # reached by the trap
stop() {
    trap '' TERM INT
    say "stopping"
    kill -TERM "$cron" 2>/dev/null || true
    local deadline=$((SECONDS + 7))
    while signal_runs TERM && [ "$SECONDS" -lt "$deadline" ]; do sleep 0.1; done
    signal_runs KILL || true
    exit 0
}

# Of an earlier start of this container.
rm -f /run/crond.pid /run/crond.reboot
cron -f &
cron=$!
trap stop TERM INT
wait "$cron" || true
refuse "cron has ended."
