# Sourced by ./newswatch, ./test and .ci/run: finds the .NET 10 SDK or says how to get it, and keeps the tool from asking and telling.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

has_dotnet_10() { "$1" --list-sdks 2>/dev/null | grep -q '^10\.'; }

find_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "${DOTNET_ROOT:-}/dotnet" "$HOME/.dotnet/dotnet" /usr/lib/dotnet/dotnet /usr/share/dotnet/dotnet; do
    if [ -x "$candidate" ] && has_dotnet_10 "$candidate"; then
      # The built executable looks for its runtime here, wherever the SDK was put.
      DOTNET_ROOT=$(dirname "$(readlink -f "$candidate")")
      export DOTNET_ROOT PATH="$DOTNET_ROOT:$PATH"
      return
    fi
  done
  cat >&2 <<'HELP'
NewsWatch needs the .NET 10 SDK, and there is none here. Install it in one of these ways, then run this again:

  for you alone, without root (needs curl):
    curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0

  for everyone on Debian 12 or 13, as root:
    . /etc/os-release
    curl -fsSLo /tmp/microsoft.deb "https://packages.microsoft.com/config/debian/$VERSION_ID/packages-microsoft-prod.deb"
    dpkg -i /tmp/microsoft.deb && apt-get update && apt-get install -y dotnet-sdk-10.0
HELP
  exit 1
}
