#!/bin/bash
# A set of runs over several machines that ssh reaches, with GNU parallel: array.sh PARTS HOSTS COMMAND [options]
#
#   deploy/parallel/array.sh 8 alpha,beta,: reproduce all --seeds 3        (":" is this machine)
#
# Every machine has the repository at the same path, built (dotnet build -c Release Experiments), and the data set or a way to download it.
# Where they share no folder, the run folders are fetched at the end; then the pages are written here over all of them.
# JOBS is the number of parts a machine works on at a time [1], CORES the runs that each has going at a time [2].
set -euo pipefail
if [ $# -lt 3 ]; then
    echo "A number of parts, hosts and a command were expected, for example: $0 8 alpha,beta,: reproduce all" >&2
    exit 2
fi

parts=$1 hosts=$2
shift 2
root=$(cd "$(dirname "$0")/../.." && pwd)
results=${MLNETFASHION_RESULTS:-$root/results}
cores=${CORES:-2}

# A part that fails, or whose machine goes away, is tried again, on another machine where there is one.
seq "$parts" | parallel --sshlogin "$hosts" --jobs "${JOBS:-1}" --retries 3 --line-buffer --tagstring "part {}" \
    MLNETFASHION_RESULTS="$(printf '%q' "$results")" bash "$(printf '%q' "$root/deploy/run-part.sh")" "{}/$parts" "$cores" "$(printf '%q ' "$@")"

IFS=, read -ra machines <<<"$hosts"
for machine in "${machines[@]}"; do
    machine=${machine##*/}
    if [ "$machine" != : ]; then
        ${PARALLEL_SSH:-ssh} "$machine" tar -C "$results" -cf - --exclude=.weights --exclude='.unfinished-*' . | tar -C "$results" -xf - --skip-old-files
    fi
done

MLNETFASHION_RESULTS=$results exec bash "$root/deploy/run-part.sh" 1/1 "$cores" "$@"
