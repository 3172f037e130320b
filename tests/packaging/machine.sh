# shellcheck shell=bash
# Sourced by the tests that run below a root of their own. `own_machine TAR "$@"` first, as in:
#   own_machine "$1" "$@"   # starts the script once more in mount and process namespaces of its own
# It returns in that second run only, with the root of TAR made in memory and entered; what was the machine's own
# root is reached below /old until `leave_old_root`. All of it, processes too, ends with the script.

step() { printf '%4d s  %s\n' "$SECONDS" "$*"; }
fail() {
    printf 'FAIL: %s\n' "$*" >&2
    exit 1
}
# must COMMAND…: it ends with 0, or the test with what it said.
must() {
    local said code=0
    said=$("$@" 2>&1) || code=$?
    [ "$code" = 0 ] || fail "exit code $code of: $* $(printf '\n%s' "$said")"
}
# must_say PATTERN COMMAND…: and its output has a line that matches.
must_say() {
    local pattern=$1 said code=0
    shift
    said=$("$@" 2>&1) || code=$?
    [ "$code" = 0 ] || fail "exit code $code of: $* $(printf '\n%s' "$said")"
    grep -Eq -e "$pattern" <<<"$said" || fail "\"$*\" does not say \"$pattern\" but: $(printf '\n%s' "$said")"
}
# must_end CODE COMMAND…: it ends with just that code.
must_end() {
    local expected=$1 said code=0
    shift
    said=$("$@" 2>&1) || code=$?
    [ "$code" = "$expected" ] || fail "exit code $code instead of $expected of: $* $(printf '\n%s' "$said")"
}
# until_true SECONDS WHAT COMMAND…: polls.
until_true() {
    local limit=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$limit" ] || fail "not within the time: $what"
        sleep 0.1
    done
}

# at_end COMMAND: when this script ends, however it does; the last one first.
ends=:
at_end() {
    ends="$1; $ends"
    # shellcheck disable=SC2064  # their values of now
    trap "$ends" EXIT
}

self=$(realpath "$0")
own_machine() {
    local tar=$1
    shift
    if [ -z "${MASCLET_OWN_MACHINE:-}" ]; then
        local root code=0
        [ "$(id -u)" = 0 ] || fail "a root of its own needs root"
        [ -f "$tar" ] || fail "$tar is missing: base_root.sh makes it"
        root=$(mktemp -d /tmp/mm-XXXXXX)
        at_end "rmdir '$root'"
        MASCLET_OWN_MACHINE=$root setpriv --pdeathsig KILL \
            unshare --mount --pid --fork --kill-child --propagation private bash "$self" "$@" || code=$?
        exit "$code"
    fi
    local root=$MASCLET_OWN_MACHINE
    unset MASCLET_OWN_MACHINE
    SECONDS=0
    mount -t tmpfs -o size=3G,mode=0755 tmpfs "$root"
    tar --extract --file "$tar" --directory "$root" --same-permissions
    cd "$root" || exit 1
    mkdir -p old
    mount --rbind /dev dev
    mount -t tmpfs -o mode=1777 tmpfs dev/shm
    mount -t sysfs -o ro sysfs sys
    cp /etc/resolv.conf /etc/hosts etc/
    pivot_root . old
    mount -t proc proc /proc
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
    export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
    unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS TMPDIR
    umask 022
    cd /
    apt-get update >/tmp/apt.log 2>&1 || fail "$(cat /tmp/apt.log)"
}
leave_old_root() { umount -l /old && rmdir /old; }

# A line per package would drown what the test says.
install() { apt-get install "$@" >/tmp/apt.log 2>&1 || fail "$(tail -n 40 /tmp/apt.log)"; }
