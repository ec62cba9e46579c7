# shellcheck shell=bash
# The ledger's program, and the data directory it works in. Sourced, not run.
#
# A data directory holds all that one ledger has on this machine: its private PostgreSQL (unless LEDGER_DATABASE names
# another), the keys that protect sign-ins, and the sample officers' password.

# shellcheck source=SCRIPTDIR/machine.sh
source "$(dirname "${BASH_SOURCE[0]}")/machine.sh"
# shellcheck source=SCRIPTDIR/cluster.sh
source "$(dirname "${BASH_SOURCE[0]}")/cluster.sh"

repository=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
program=$repository/src/Ledger.Api/bin/Release/net10.0/Ledger.Api.dll

# Two builds of one clone take turns. The rules of the house are for ops/test; who runs the ledger need not wait for them.
build_program() {
  local log=$repository/.ledger/build.log
  mkdir -p "$repository/.ledger"
  flock "$repository/.ledger/build.lock" \
    dotnet build "$repository/src/Ledger.Api" -c Release -v q -nologo --disable-build-servers -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false </dev/null >"$log" 2>&1 || {
    grep -E 'error|warning' "$log" | sort -u | head -n 40 >&2
    fail "It does not build; all that was said is in $log."
  }
}

run_program() { dotnet "$program" "$@"; }

# own_data DIR: makes the directory and takes it for this script alone, until the script and its leash are gone.
own_data() {
  mkdir -p "$1"
  data=$(readlink -f "$1")
  # Others may pass through, as PostgreSQL's user must, but not look; what is secret in it is closed by itself.
  [ ! -O "$data" ] || chmod 711 "$data"
  mkdir -p "$data/keys"
  chmod 700 "$data/keys"
  export LEDGER_KEYS_DIR=$data/keys
  exec 9>"$data/lock"
  flock -w 10 9 || fail "$data is in use by another ops/run; give this one its own --data DIR."
}

need_space() {
  local wanted=512 free
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$wanted" ] || fail "Only $free MB are free for $1, and a ledger needs $wanted MB at least: make room, or choose another place with --data DIR."
}

# Starts the private PostgreSQL of $data, or takes the one that LEDGER_DATABASE names.
open_database() {
  if [ -n "${LEDGER_DATABASE:-}" ]; then
    [ -n "${LEDGER_OWNER_DATABASE:-}" ] ||
      fail 'LEDGER_DATABASE names a database of yours; LEDGER_OWNER_DATABASE must name the same one as its owner, who migrates it (ops/runbook.md).'
    return
  fi

  need postgres
  leash_cluster "$data"
  start_cluster "$data" no 8>&- 9>&-
  [ "$(data_dir "$data")" = "$data/postgres" ] ||
    say "PostgreSQL's user cannot enter $data, so its files are in $(data_dir "$data")."
  LEDGER_DATABASE=$(connection_string "$data" app) LEDGER_OWNER_DATABASE=$(connection_string "$data" owner)
  export LEDGER_DATABASE LEDGER_OWNER_DATABASE
}

# The database of a data directory, for a command beside ops/run: its PostgreSQL is used if it runs, else started.
reach_database() {
  if [ -z "${LEDGER_DATABASE:-}${LEDGER_OWNER_DATABASE:-}" ] && [ -d "$1" ] && cluster_running "$(readlink -f "$1")"; then
    LEDGER_DATABASE=$(connection_string "$1" app) LEDGER_OWNER_DATABASE=$(connection_string "$1" owner)
    LEDGER_KEYS_DIR=${LEDGER_KEYS_DIR:-$(readlink -f "$1")/keys}
    export LEDGER_DATABASE LEDGER_OWNER_DATABASE LEDGER_KEYS_DIR
  elif [ -z "${LEDGER_DATABASE:-}${LEDGER_OWNER_DATABASE:-}" ]; then
    own_data "$1"
    open_database
  fi
}

close_database() {
  [ -n "${leash:-}" ] || return 0
  stop_cluster "$data"
  kill -KILL "$leash" 2>/dev/null
}
