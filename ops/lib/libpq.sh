# shellcheck shell=bash
# Lets PostgreSQL's own tools reach the database of one of our connection strings. Sourced, not run.

# libpq_environment 'Host=…;Username=…;Database=…': exports PGHOST, PGUSER and so on.
libpq_environment() {
  local part name value
  local -a parts
  IFS=';' read -ra parts <<<"$1"
  for part in "${parts[@]}"; do
    name=$(printf '%s' "${part%%=*}" | tr -d ' ' | tr '[:upper:]' '[:lower:]') value=${part#*=}
    case $name in
      host | server) export PGHOST=$value ;;
      port) export PGPORT=$value ;;
      username | userid | user) export PGUSER=$value ;;
      database) export PGDATABASE=$value ;;
      password) export PGPASSWORD=$value ;;
      passfile) export PGPASSFILE=$value ;;
      sslmode) PGSSLMODE=$(printf '%s' "$value" | tr '[:upper:]' '[:lower:]') && export PGSSLMODE ;;
    esac
  done
}
