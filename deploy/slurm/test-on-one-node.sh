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

what=(--cpus-per-task=1 --mem=1G)
array=$(sbatch --parsable "${what[@]}" --array=1-3 --output="$place/part-%a.txt" deploy/slurm/reproduce.sbatch dalvi --quick "$@")
sbatch --wait "${what[@]}" --dependency="afterok:$array" --output="$place/pages.txt" deploy/slurm/pages.sbatch dalvi --quick "$@"
cat "$place/pages.txt"
grep -q "3 in all; 3 are finished already; nothing is left to do" "$place/pages.txt"
test "$(find "$place/results/quick" -name run.json | wc -l)" = 3
test -s "$place/results/quick/reproduction/dalvi.html"
echo "The array's three parts make one whole."
