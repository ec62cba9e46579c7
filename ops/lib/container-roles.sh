#!/usr/bin/env bash
# Run by the official PostgreSQL image when it makes its cluster: the ledger's database and roles, with their passwords.
set -euo pipefail

sql() { psql -qX -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres "$@"; }
sql -f /roles.sql
for role in owner app; do
  # From the password file's line; handed over as a variable, so that it is quoted and in no process list.
  printf '\\set password %s\nalter role ledger_%s password :'"'password'"';\n' "$(cut -d: -f5 "/run/secrets/$role")" "$role" | sql
done
