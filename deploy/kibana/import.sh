#!/bin/sh
# Brings NewsWatch's data views, Discover sessions and dashboards into a Kibana; doing it again brings them up to date.
#   KIBANA_URL=http://127.0.0.1:5601 KIBANA_USER=elastic KIBANA_PASSWORD=… deploy/kibana/import.sh [--keep] [FILE]
# With --keep what is there already stays as people have changed it.
# For a space put it into the address: https://kibana.example/s/news. An API key goes into KIBANA_API_KEY instead of user and password,
# a private authority's certificate into KIBANA_CA.
set -eu
url=${KIBANA_URL:-http://127.0.0.1:5601}
url=${url%/}
overwrite='?overwrite=true'
if [ "${1:-}" = --keep ]; then
    overwrite=
    shift
fi
file=${1:-$(dirname "$0")/newswatch.ndjson}
[ -r "$file" ] || { echo "import.sh: $file cannot be read: give the path of newswatch.ndjson." >&2; exit 2; }
command -v curl > /dev/null || { echo "import.sh: curl is needed." >&2; exit 2; }

# Credentials go through a configuration on standard input, so that no list of processes shows them.
quoted() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
credentials() {
    if [ -n "${KIBANA_API_KEY:-}" ]; then printf 'header = "Authorization: ApiKey %s"\n' "$(quoted "$KIBANA_API_KEY")"
    elif [ -n "${KIBANA_USER:-}" ]; then printf 'user = "%s:%s"\n' "$(quoted "$KIBANA_USER")" "$(quoted "${KIBANA_PASSWORD:-}")"
    fi
    if [ -n "${KIBANA_CA:-}" ]; then printf 'cacert = "%s"\n' "$(quoted "$KIBANA_CA")"; fi
}

# Kibana answers before it is ready; two minutes are enough for a cold start, and KIBANA_WAIT says otherwise.
left=${KIBANA_WAIT:-120}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
while :; do
    status=$(credentials | curl -sS -K - -o "$answer" -w '%{http_code}' -X POST -H 'kbn-xsrf: true' -F "file=@$file;type=application/ndjson;filename=newswatch.ndjson" \
        "$url/api/saved_objects/_import$overwrite" 2>&1) || status="no answer: $status"
    case $status in
        200) break ;;
        401|403) echo "import.sh: $url does not let us in ($status): set KIBANA_USER and KIBANA_PASSWORD, or KIBANA_API_KEY, of somebody who may write saved objects." >&2; exit 1 ;;
        4*) echo "import.sh: $url refuses the file ($status): $(cat "$answer")" >&2; exit 1 ;;
    esac
    [ "$left" -gt 0 ] || { echo "import.sh: $url is not ready ($status)." >&2; exit 1; }
    left=$((left - 2))
    sleep 2
done
if grep -q '"success":true' "$answer"; then
    echo "Imported into $url: $(sed 's/.*"successCount":\([0-9]*\).*/\1/' "$answer") objects. Dashboards: $url/app/dashboards#/view/newswatch-dashboard and $url/app/dashboards#/view/newswatch-dashboard-alerts"
elif [ -z "$overwrite" ] && ! sed 's/"error":{"type":"conflict"//g' "$answer" | grep -q '"error":{'; then
    echo "What $url has of NewsWatch already was kept."
else
    echo "import.sh: $url took the file but not all of it: $(cat "$answer")" >&2
    exit 1
fi
