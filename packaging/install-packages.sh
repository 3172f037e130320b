#!/usr/bin/env bash
# install-packages.sh SECTION…: installs what is missing of these sections of packaging/packages. Uses sudo
# only when not root, and waits for other users of apt.
set -euo pipefail

list=$(dirname "${BASH_SOURCE[0]}")/packages
missing=()
while read -r section package command; do
    case " $* " in *" $section "*) ;; *) continue ;; esac
    [ -n "$command" ] && command -v "$command" >/dev/null && continue
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
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
