#!/bin/bash
# One part of a set of runs: run-part.sh I/N CORES COMMAND [options], a run on each core at a time. Used by the array jobs beside it.
# The program is built once beforehand (dotnet build -c Release Experiments): parts that build at the same time would disturb each other.
set -euo pipefail
if [ $# -lt 3 ]; then
    echo "A part, a number of cores and a command were expected, for example: $0 2/8 2 reproduce all" >&2
    exit 2
fi

cd "$(dirname "$0")/.."
program=Experiments/bin/Release/net10.0/MlNetFashion.Experiments.dll
if [ ! -f "$program" ]; then
    echo "The program was expected at '$PWD/$program', but it is not there; build it once: dotnet build -c Release Experiments" >&2
    exit 2
fi

part=$1 cores=$2
shift 2
case $1 in
    experiment) share=(--threads "$cores") ;; # its seeds go one after another
    *) share=(--parallel "$cores") ;;
esac
exec dotnet "$program" "$@" --shard "$part" "${share[@]}" --results "${MLNETFASHION_RESULTS:-results}"
