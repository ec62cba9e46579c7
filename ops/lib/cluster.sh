# shellcheck shell=bash
# A private PostgreSQL cluster in one directory, reached by a unix socket only. Sourced, not run.
#
# PostgreSQL refuses to run as root, so root hands the cluster to the user postgres (else nobody); anybody else owns
# their own. The directory is closed to others (mode 700): that is the access control, so connections need no password.

# shellcheck source=SCRIPTDIR/say.sh
source "$(dirname "${BASH_SOURCE[0]}")/say.sh"

postgres_bin() {
  local found
  found=$(find /usr/lib/postgresql -maxdepth 3 -name initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(command -v initdb || true)
  [ -n "$found" ] || fail 'PostgreSQL 15 or newer is needed: install the package postgresql.'
  found=$(dirname "$(readlink -f "$found")")
  [ "$("$found/postgres" --version | grep -oE '[0-9]+' | head -n 1)" -ge 15 ] ||
    fail "PostgreSQL 15 or newer is needed; the newest here is $("$found/postgres" --version)."
  echo "$found"
}

cluster_owner() {
  if [ "$(id -u)" != 0 ]; then id -un
  elif id postgres >/dev/null 2>&1; then echo postgres
  else echo nobody
  fi
}

# Runs a command as the cluster's owner, from a directory that any user may stand in.
as_owner() {
  local owner
  owner=$(cluster_owner)
  if [ "$(id -un)" = "$owner" ]; then
    (cd / && "$@")
  else
    (cd / && setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups --reset-env "$@")
  fi
}

# A socket's path may hold 107 bytes, and the owner must be able to reach it: so it stands under /tmp, its name made
# from the cluster's path.
socket_dir() {
  printf '/tmp/ledger-%s-%s' "$(cluster_owner)" "$(printf '%s' "$1" | sha256sum | cut -c1-12)"
}

# Where the cluster itself stands: in DIR if the owner can reach it, else beside the socket's kind in /var/lib.
data_dir() {
  if as_owner test -x "$1" 2>/dev/null; then printf '%s/postgres' "$1"
  else printf '/var/lib/ledger/%s' "$(printf '%s' "$1" | sha256sum | cut -c1-12)"
  fi
}

cluster_running() {
  as_owner "$(postgres_bin)/pg_ctl" -D "$(data_dir "$1")" status >/dev/null 2>&1
}

create_cluster() {
  local data=$1 test=$2 owner bin
  owner=$(cluster_owner)
  bin=$(postgres_bin)
  mkdir -p "$data"
  chmod 700 "$data"
  [ "$(id -u)" != 0 ] || chown "$owner" "$data"
  local options=(-D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8)
  if [ "$test" = yes ]; then options+=(-N); else options+=(--data-checksums); fi
  as_owner "$bin/initdb" "${options[@]}" >/dev/null
  cat >>"$data/postgresql.conf" <<CONF
listen_addresses = ''
timezone = 'UTC'
max_connections = 200
idle_in_transaction_session_timeout = '60s'
CONF
  if [ "$test" = yes ]; then
    printf "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n" >>"$data/postgresql.conf"
  fi
}

start_cluster() {
  local dir=$1 test=$2 data socket bin
  mkdir -p "$dir"
  dir=$(readlink -f "$dir")
  data=$(data_dir "$dir")
  socket=$(socket_dir "$dir")
  bin=$(postgres_bin)
  [ -s "$data/PG_VERSION" ] || create_cluster "$data" "$test"
  mkdir -p "$socket"
  chmod 700 "$socket"
  [ "$(id -u)" != 0 ] || chown "$(cluster_owner)" "$socket"
  if ! cluster_running "$dir"; then
    as_owner "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w -s -o "-k '$socket'" start ||
      fail "PostgreSQL did not start; its last words: $(tail -n 5 "$data/server.log")"
  fi
  create_roles "$dir"
}

# Runs SQL as the superuser: ask DIR psql-argument…
ask() {
  local dir=$1 bin
  shift
  bin=$(postgres_bin)
  as_owner "$bin/psql" -qAtX -v ON_ERROR_STOP=1 -h "$(socket_dir "$dir")" -U postgres -d postgres "$@"
}

create_roles() {
  [ "$(ask "$1" -c "select count(*) from pg_database where datname = 'ledger'")" = 1 ] ||
    ask "$1" -f - <"$(dirname "${BASH_SOURCE[0]}")/roles.sql"
}

stop_cluster() {
  local dir
  dir=$(readlink -f "$1")
  if cluster_running "$dir"; then
    as_owner "$(postgres_bin)/pg_ctl" -D "$(data_dir "$dir")" -m fast -w -s stop
  fi
  rm -rf "$(socket_dir "$dir")"
}

# Ties the cluster to this script: when the script is gone, whatever ended it, the cluster is stopped. The leash holds
# what the script holds, a lock say, until that is done. Children must not hold it: give them 8>&-.
leash_cluster() {
  exec 8> >(trap '' INT TERM HUP; cat >/dev/null; stop_cluster "$1")
  # shellcheck disable=SC2034  # whoever sources this stops it by this name
  leash=$!
}

# Stops a throw-away cluster and leaves nothing of it.
drop_cluster() {
  local dir
  [ -d "$1" ] || return 0
  dir=$(readlink -f "$1")
  stop_cluster "$dir"
  rm -rf "$(data_dir "$dir")" "$dir"
}

connection_string() {
  local dir user database
  dir=$(readlink -f "$1")
  case $2 in
    owner) user=ledger_owner database=ledger ;;
    app) user=ledger_app database=ledger ;;
    super) user=postgres database=postgres ;;
    *) fail "No role '$2': owner, app or super." ;;
  esac
  printf 'Host=%s;Username=%s;Database=%s\n' "$(socket_dir "$dir")" "$user" "$database"
}
