#!/usr/bin/env bash
# base_root.sh TAR: puts a bare Debian 12 (debootstrap's minbase) into TAR, unless one of today is there. It is taken
# from where this machine takes its own packages from, and is told to get more from there; no address stands here.
set -euo pipefail

tar=$1
# Packages that are replaced on the mirror cannot be fetched by an index of last week.
if [ -f "$tar" ] && [ -z "$(find "$tar" -mmin +1440)" ]; then exit 0; fi
[ "$(id -u)" = 0 ] || { echo "base_root: making a root needs root" >&2; exit 1; }

if [ -z "${MASCLET_OWN_MOUNTS:-}" ]; then
    exec env MASCLET_OWN_MOUNTS=1 unshare --mount --propagation private bash "$0" "$@"
fi

# "URI SUITE COMPONENT" of each source of Debian's that this machine has.
# shellcheck disable=SC2016  # the names are apt's
sources=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    sed -nE 's/^Debian(-Security)? //p' | sort -u)
mirror=$(awk '$2 == "bookworm" { print $1; exit }' <<<"$sources")
[ -n "$mirror" ] || { echo "base_root: this machine has no source of packages for Debian 12" >&2; exit 1; }

root=$(mktemp -d /tmp/mb-XXXXXX)
trap 'rm -rf "$root"' EXIT
# In memory: thousands of small files, each synced. The mount goes with this process.
mount -t tmpfs -o size=2G tmpfs "$root"
debootstrap --variant=minbase bookworm "$root/root" "$mirror" >"$tar.log" || { tail -n 20 "$tar.log" >&2; exit 1; }

awk '$2 ~ /^bookworm/ { print "deb", $1, $2, $3 }' <<<"$sources" >"$root/root/etc/apt/sources.list"
{
    apt-config dump | grep -E '^Acquire::(http|https|ftp)::' || true
    printf '%s\n' 'APT::Get::Assume-Yes "true";' 'APT::Update::Error-Mode "any";' 'quiet "2";'
} >"$root/root/etc/apt/apt.conf.d/90tests"
echo force-unsafe-io >"$root/root/etc/dpkg/dpkg.cfg.d/90tests"
# Packages start no daemon: the tests start what they need, and stop it by its number.
printf '#!/bin/sh\nexit 101\n' >"$root/root/usr/sbin/policy-rc.d"
chmod 755 "$root/root/usr/sbin/policy-rc.d"
rm -f "$root/root"/var/cache/apt/archives/*.deb

tar --create --file "$tar.part" --directory "$root/root" --one-file-system --exclude './dev/*' --exclude './proc/*' \
    --exclude './sys/*' .
mv "$tar.part" "$tar"
umount "$root"
