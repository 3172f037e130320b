#!/usr/bin/env bash
# package_quality.sh PACKAGES: lintian has nothing to say of the packages in that folder, not even as information;
# systemd takes the units, which close the service off.
set -euo pipefail
# shellcheck source=tests/packaging/machine.sh
. "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

said=$(lintian --allow-root --display-info --fail-on error,warning,info "$1"/*.deb 2>&1) || fail "lintian: $said"
if grep -E '^[A-Z]: ' <<<"$said"; then fail "lintian has something to say"; fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dpkg-deb -x "$1"/masclet-backup_*.deb "$folder/package"
# The program is looked for, and is not installed on this machine.
units=$folder/package/lib/systemd/system
sed -i "s#=/usr/bin/masclet-backup#=$folder/package/usr/bin/masclet-backup#" "$units"/*.service
for unit in masclet-backup masclet-alarms; do
    said=$(cd "$units" && systemd-analyze verify --man=no $unit@shop.service $unit@shop.timer 2>&1) ||
        fail "systemd-analyze: $said"
    [ -z "$said" ] || fail "systemd-analyze: $said"
    # 30: an exposure of 3.0 at most.
    must systemd-analyze security --offline=true --threshold=30 "$units/$unit@.service"
done
