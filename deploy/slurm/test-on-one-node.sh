#!/bin/bash
# Tries the array script on a Slurm of one node, made for the purpose and taken away again. As root, with Debian's slurmctld, slurmd and munge:
#   apt-get install slurmctld slurmd munge && dotnet build -c Release Experiments && deploy/slurm/test-on-one-node.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
place=$(mktemp -d)
export SLURM_CONF=$place/slurm.conf MLNETFASHION_RESULTS=$place/results
node=$(hostname -s)
mkdir -p "$place/state" "$place/spool" /run/munge
cat >"$SLURM_CONF" <<END
ClusterName=one
SlurmctldHost=$node
SlurmUser=root
SlurmdUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
SlurmctldLogFile=$place/slurmctld.log
SlurmdLogFile=$place/slurmd.log
NodeName=$node CPUs=$(nproc) RealMemory=3500 State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
END

chown munge:munge /run/munge
munge_is_ours=
if ! munge -n >/dev/null 2>&1; then
    su -s /bin/bash munge -c /usr/sbin/munged
    munge_is_ours=$(cat /run/munge/munged.pid)
fi
slurmctld
slurmd
finish() {
    for pid in "$(cat "$place/slurmd.pid")" "$(cat "$place/slurmctld.pid")" $munge_is_ours; do kill "$pid" || true; done
    rm -rf "$place"
}
trap finish EXIT

# array_and_whole PARTS COMMAND...: the array, and after it the whole, whose output is left in $place/whole.txt
array_and_whole() {
    local parts=$1 job
    shift
    job=$(sbatch --parsable --cpus-per-task=1 --mem=1G --array="1-$parts" --output="$place/part-%a.txt" deploy/slurm/array.sbatch "$@")
    sbatch --wait --cpus-per-task=1 --mem=1G --dependency="afterok:$job" --output="$place/whole.txt" deploy/slurm/whole.sbatch "$@"
    cat "$place/whole.txt"
}

array_and_whole 3 reproduce dalvi --quick "$@"
grep -q "3 in all; 3 are finished already; nothing is left to do" "$place/whole.txt"
test "$(find "$place/results/quick" -name run.json | wc -l)" = 3
test -s "$place/results/quick/reproduction/dalvi.html"

array_and_whole 2 experiment dalvi/one-hidden --seeds 3 --epochs 1 "$@"
grep -q "3 are finished already" "$place/whole.txt"
test "$(find "$place/results" -path "*one-hidden_seed*" -name run.json -not -path "*/quick/*" | wc -l)" = 3

echo '{ "learningRate": [0.01, 0.001], "batchSize": [64, 128] }' >"$place/grid.json"
array_and_whole 2 tune dalvi/mlp --grid "$place/grid.json" --epochs 1 "$@"
test "$(find "$place/results" -path "*tune*" -name "*.html" | wc -l)" = 1

echo "Each array's parts make one whole."
