# shellcheck shell=bash disable=SC2034  # what is found here is read by who sources it
# Sourced: what an image builder would do with a Dockerfile, as far as ours goes. `run_dockerfile FILE CONTEXT ARTEFACTS`
# carries out the last stage's lines in the root it is called in. Stages before it compile: they are not run, and what
# is copied from them is taken from the folder ARTEFACTS, by its name.
# Afterwards: image_env (NAME=VALUE…), image_entrypoint (words), image_health (a shell command).

image_env=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
image_entrypoint=()
image_health=
image_arguments=()
image_stages=0

# One instruction a line: comments out, continued lines together.
docker_lines() { sed -E '/^[[:space:]]*(#|$)/d' "$1" | sed -E -e ':more' -e '/\\$/{N;s/\\\n[[:space:]]*//;b more' -e '}'; }

# ["a", "b"] as lines.
json_words() { sed -E 's/^\["//; s/"\]$//; s/", *"/\n/g' <<<"$1"; }

docker_copy() { # CONTEXT ARTEFACTS words…
    local context=$1 artefacts=$2 words sources target source from=$1
    shift 2
    words=("$@")
    if [[ ${words[0]} == --from=* ]]; then
        from=$artefacts
        words=("${words[@]:1}")
    fi
    target=${words[-1]}
    sources=("${words[@]:0:${#words[@]}-1}")
    for source in "${sources[@]}"; do
        [ "$from" = "$context" ] || source=${source##*/}
        # shellcheck disable=SC2086  # a pattern, as Docker takes it
        cp -r "$from"/$source "$target" || fail "COPY $source: there is none"
    done
}

run_dockerfile() {
    local file=$1 context=$2 artefacts=$3 last instruction words parts stage=0
    last=$(docker_lines "$file" | grep -c '^FROM ')
    while IFS=' ' read -r instruction words; do
        if [ "$instruction" = FROM ]; then stage=$((stage + 1)); fi
        [ "$stage" = "$last" ] || continue
        case "$instruction" in
        FROM) [[ $words == debian:12-slim* ]] || fail "the image is made from $words, this root is Debian 12" ;;
        ARG) image_arguments+=("$words") ;;
        ENV)
            read -ra parts <<<"$words"
            image_env+=("${parts[@]}")
            ;;
        RUN)
            env -i "${image_env[@]}" "${image_arguments[@]}" DEBIAN_FRONTEND=noninteractive HOME=/root \
                sh -c "$words" >/tmp/run.log 2>&1 </dev/null || fail "RUN $words: $(tail -n 20 /tmp/run.log)"
            ;;
        COPY)
            read -ra parts <<<"$words"
            docker_copy "$context" "$artefacts" "${parts[@]}"
            ;;
        ENTRYPOINT) mapfile -t image_entrypoint < <(json_words "$words") ;;
        HEALTHCHECK) image_health=${words#*CMD } ;;
        *) fail "this test does not know the instruction $instruction" ;;
        esac
    done < <(docker_lines "$file")
    image_stages=$stage
}
