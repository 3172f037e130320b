#!/bin/bash
# backup_manager.sh VERB [arguments]: masclet-backup in this container, as its user and with what the container was
# started with. By hand: docker compose exec backup backup_manager.sh list
#   backup   verify [SET]   restore-test [SET]   restore SET --to NAME   list   status   … every other verb as well
#   scheduled [PROFILE]   watch [PROFILE]   what /etc/cron.d/masclet-backup calls: a backup when one is due, alarms
set -euo pipefail

user=masclet-backup
run=/run/masclet-backup
program=(/usr/bin/masclet-backup)

# cron gives its jobs nothing, so what the container was started with waits in a file for root alone.
if [ -r "$run/environment" ]; then
    handed_over=()
    while IFS= read -r -d '' variable; do
        export "${variable?}"
        handed_over+=("${variable%%=*}")
    done <"$run/environment"
    # For "schedule prove", which gives a run nothing else.
    export MASCLET_HANDED_OVER="${handed_over[*]}"
fi

if [ "$(id -u)" = 0 ]; then
    # Mounted secrets often are for root alone. Copied each time, so that a changed password is the next run's.
    if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
        install -m 0400 -o "$user" -g "$user" "$POSTGRES_PASSWORD_FILE" "$run/secret/new.$$"
        mv -f "$run/secret/new.$$" "$run/secret/password"
        export POSTGRES_PASSWORD_FILE=$run/secret/password
    fi
    HOME=$(getent passwd "$user" | cut -d: -f6)
    export HOME
    program=(setpriv --reuid="$user" --regid="$user" --init-groups --inh-caps=-all "${program[@]}")
fi

verb=${1:-}
[ $# = 0 ] || shift
case "$verb" in
'')
    echo "usage: backup_manager.sh backup|verify|restore|restore-test|list|status|scheduled [arguments]" >&2
    exit 2
    ;;
scheduled | watch)
    # What it says belongs to the container's log. The job's own standard output is a pipe of cron's that nobody reads.
    exec >>/proc/1/fd/1 2>>/proc/1/fd/2
    if [ "$verb" = watch ]; then
        set -- escalate ${1:+--profile "$1"} --scheduled
        verb=alarm
    else
        set -- ${1:+--profile "$1"} --scheduled --if-due --wait 4h
        verb=backup
    fi
    ;;
verify | restore-test)
    [ $# -gt 0 ] || set -- --latest
    ;;
esac

# The entrypoint ends whoever is named here when the container stops. exec: the number stays the same.
if [ "$(id -u)" = 0 ] && [ -d "$run/jobs" ]; then
    for job in "$run"/jobs/*; do
        if [ ! -d "/proc/${job##*/}" ]; then rm -f "$job"; fi
    done
    : >"$run/jobs/$$"
fi
cd /
exec "${program[@]}" "$verb" "$@"
