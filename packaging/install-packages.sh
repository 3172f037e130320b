#!/usr/bin/env bash
# install-packages.sh SECTION…: installs what is missing of these sections of packaging/packages. Uses sudo
# only when not root, and waits for other users of apt.
set -euo pipefail

list=$(dirname "${BASH_SOURCE[0]}")/packages

# A new version of a server's package restarts the servers that run.
server_runs() {
    case "$1" in postgresql-[0-9]*) ;; *) return 1 ;; esac
    command -v pg_lsclusters >/dev/null && pg_lsclusters --no-header | grep -qw online
}

missing=()
while read -r section package command oldest; do
    case " $* " in *" $section "*) ;; *) continue ;; esac
    [ "${command:--}" != - ] && command -v "$command" >/dev/null && continue
    read -r status version < <(dpkg-query -W -f='${db:Status-Status} ${Version}\n' "$package" 2>/dev/null || echo none)
    if [ "$status" != installed ]; then
        missing+=("$package")
    elif [ -n "$oldest" ] && dpkg --compare-versions "$version" lt "$oldest"; then
        if server_runs "$package"; then
            echo "$package $version is older than $oldest. It is left alone because a server runs; upgrade it yourself."
        else
            missing+=("$package")
        fi
    fi
done < <(grep -v '^#' "$list" | grep .)

[ ${#missing[@]} -gt 0 ] || exit 0
echo "Installing: ${missing[*]}"
asroot=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Run as root or install sudo: these Debian packages are missing." >&2; exit 1; }
    asroot=(sudo)
fi
apt=("${asroot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=580 -q)
"${apt[@]}" update >/dev/null
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
