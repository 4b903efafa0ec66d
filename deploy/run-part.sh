#!/bin/bash
# One part of 'reproduce': run-part.sh I/N CORES REPORT [options], a run on each core at a time. Used by the array jobs beside it.
# The program is built once beforehand (dotnet build -c Release Experiments): parts that build at the same time would disturb each other.
set -euo pipefail
if [ $# -lt 3 ]; then
    echo "A part, a number of cores and a report were expected, for example: $0 2/8 2 all" >&2
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
exec dotnet "$program" reproduce "$@" --shard "$part" --parallel "$cores" --results "${MLNETFASHION_RESULTS:-results}"
