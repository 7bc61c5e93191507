# Sourced by ./test: installs Debian's RabbitMQ, Chromium, terminal and shells where they are missing, without starting a broker for the whole system.

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || echo rabbitmq-server
  local program
  for program in chromium tmux zsh fish; do command -v "$program" >/dev/null || echo "$program"; done
}

# Debian starts a service as soon as it is installed, unless this file says no (invoke-rc.d(8): 101 means "not allowed").
forbid_services() {
  [ ! -e /usr/sbin/policy-rc.d ] || return 0
  printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
  as_root chmod +x /usr/sbin/policy-rc.d
  trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
}

allow_services() {
  if [ -n "$(trap -p EXIT)" ]; then as_root rm -f /usr/sbin/policy-rc.d; trap - EXIT; fi
}

install_packages() {
  echo "Installing $* ..."
  forbid_services
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
  allow_services
  # The tests start brokers of their own; one at every boot is nobody's wish.
  if [[ " $* " == *" rabbitmq-server "* ]] && [ -d /run/systemd/system ]; then as_root systemctl disable --quiet rabbitmq-server; fi
}

need_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  if [ ${#missing[@]} = 0 ]; then return; fi
  if ! command -v apt-get >/dev/null; then
    echo "The tests need ${missing[*]}, and there is no apt-get here to install them with. Install them by hand, then run this again." >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "The tests need ${missing[*]}. Install them as root, then run this again: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  install_packages "${missing[@]}"
}
