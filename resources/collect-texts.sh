#!/usr/bin/env bash
# Collects the texts of the sources into the catalogues of a folder: collect-texts.sh LUPDATE [FOLDER].
# Without a folder it only looks, at a copy of ours, and fails when a text is missing there or not translated.
set -euo pipefail

lupdate=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${2:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp resources/i18n/*.ts "$folder"
fi

# It must see the headers: it resolves Tr::tr() inside members through the class it belongs to.
collect() { "$lupdate" core app ui -I . -locations none -no-obsolete -source-language en "$@"; }
said=$(collect -target-language es -ts "$folder/masclet_es.ts" 2>&1)
collect -target-language en -pluralonly -ts "$folder/masclet_en.ts" >/dev/null 2>&1
[ -z "${2:-}" ] || { echo "$said"; exit 0; }

# lupdate says "Found 1463 source text(s) (0 new and 1463 already existing)".
if grep -E '\([1-9][0-9]* new' <<<"$said" || grep -h -B 4 'type="unfinished"' "$folder"/*.ts; then
    echo "These texts are new or not translated: build the target update_translations, then translate." >&2
    exit 1
fi
