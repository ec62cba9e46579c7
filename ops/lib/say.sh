# shellcheck shell=bash
# Words to the person at the terminal. Sourced, not run.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}
