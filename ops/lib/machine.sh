# shellcheck shell=bash
# What a machine must have before the ledger can be built, run or tested. Sourced, not run.
#
# On Debian as root what is missing is installed; elsewhere the person is told exactly what to install.

# shellcheck source=SCRIPTDIR/say.sh
source "$(dirname "${BASH_SOURCE[0]}")/say.sh"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

need_sdk() {
  local wanted=10.0.100 found
  found=$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | grep '^10\.' | sort -V | tail -n 1) || true
  [ "$(printf '%s\n' "$wanted" "${found:-0}" | sort -V | head -n 1)" = "$wanted" ] ||
    fail "The .NET SDK 10 ($wanted or newer) is needed: https://dotnet.microsoft.com/download/dotnet/10.0"
}

has_postgres() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; }
has_chromium() { command -v chromium >/dev/null; }
has_fonts() { fc-list :lang=zh 2>/dev/null | grep -q . || find /usr/share/fonts -iname '*cjk*' 2>/dev/null | grep -q .; }

has_icu() { find /usr/lib /usr/lib64 /usr/local/lib /lib -name 'libicuuc.so*' 2>/dev/null | grep -q .; }

# need THING…: postgres, chromium, fonts (Chinese ones), icu (.NET's languages).
need() {
  local thing packages=()
  for thing; do
    "has_$thing" || packages+=("$(package_of "$thing")")
  done
  [ ${#packages[@]} -gt 0 ] || return 0

  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${packages[*]} …"
    install_packages "${packages[@]}"
  elif command -v apt-get >/dev/null; then
    fail "Needed and missing: ${packages[*]}. Install them with: sudo apt-get install ${packages[*]}"
  else
    fail "Needed and missing: PostgreSQL 15 or newer, Chromium (for the tests), Noto Sans CJK or ICU; on Debian these are ${packages[*]}."
  fi
}

package_of() {
  case $1 in
    postgres) echo postgresql ;;
    chromium) echo chromium ;;
    fonts) echo fonts-noto-cjk ;;
    icu) echo libicu-dev ;;
  esac
}

install_packages() {
  local log
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  {
    apt-get -q update
    # Debian starts a server of its own with the package; the ledger brings its own and needs no second one.
    if [[ " $* " = *" postgresql "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      apt-get -qy --no-install-recommends install postgresql-common
      sed -i 's/^#\? *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    fi
    apt-get -qy --no-install-recommends install "$@"
  } >"$log" 2>&1 </dev/null || fail "apt-get could not install $*: $(tail -n 5 "$log")"
  rm -f "$log"
}
