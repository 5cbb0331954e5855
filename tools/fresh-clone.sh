#!/usr/bin/env bash
# Proves the two commands on fresh clones of HEAD: an empty home directory, nothing beside the checkout.
#   1. `npm test` passes with nothing skipped.
#   2. `npm start` serves the page and its data, first fresh, then again warm.
# Prints a summary and cleans up. Needs curl and git.
set -uo pipefail
source_checkout=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
server=
failures=0

# Only what a new user's shell has; NODE_ENV and settings of this shell stay outside.
fresh() { env -i PATH="$PATH" HOME="$place/home" LANG=C.UTF-8 TERM=dumb "$@"; }
stop() {
  if [ -n "$server" ]; then kill -TERM -- "-$server" 2>/dev/null; wait "$server" 2>/dev/null; fi
  server=
}
trap 'stop; rm -rf "$place"' EXIT
seconds() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }
fail() { echo "FAILED: $1"; failures=$((failures + 1)); }

mkdir -p "$place/home" "$place/one" "$place/two"
git clone --quiet "$source_checkout" "$place/one/afterlode" || exit 1
git clone --quiet "$source_checkout" "$place/two/afterlode" || exit 1
revision=$(git -C "$source_checkout" rev-parse --short HEAD)

echo "--- npm test on a fresh clone of $revision"
started=$(date +%s.%N)
(cd "$place/one/afterlode" && fresh npm test) 2>&1 | tee "$place/test.log" | tail -40
test_status=${PIPESTATUS[0]}
test_seconds=$(seconds "$started")
closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$place/test.log" | tail -1)
[ "$test_status" -eq 0 ] || fail "npm test ended with status $test_status"
[[ $closing =~ ^[1-9][0-9]*\ passed,\ 0\ failed$ ]] || fail "npm test closed with '${closing:-nothing}'"
if grep -Eq '[0-9]+ skipped' "$place/test.log"; then fail 'a test was skipped'; fi
rm -rf "$place/one"

# Starts the service and waits until page and cities answer; sets start_seconds.
start() {
  echo "--- npm start, $1"
  local started
  started=$(date +%s.%N)
  (cd "$place/two/afterlode" && exec env -i PATH="$PATH" HOME="$place/home" LANG=C.UTF-8 TERM=dumb setsid npm start -- --port "$port") >"$place/start.log" 2>&1 &
  server=$!
  local waited=0
  until curl --silent --fail --output "$place/page.html" "http://127.0.0.1:$port/" &&
    curl --silent --fail --output "$place/cities.json" "http://127.0.0.1:$port/api/cities"; do
    if [ "$waited" -ge 3000 ] || ! kill -0 "$server" 2>/dev/null; then
      cat "$place/start.log"
      fail "npm start ($1) did not serve"
      break
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
  start_seconds=$(seconds "$started")
  grep -qi '<!doctype html>' "$place/page.html" 2>/dev/null || fail "npm start ($1): / is no page"
  count=$(node -e 'process.stdout.write(String(JSON.parse(require("node:fs").readFileSync(process.argv[1])).length))' "$place/cities.json" 2>/dev/null)
  [ "${count:-0}" -eq 262 ] || fail "npm start ($1): /api/cities has ${count:-no} rows, expected 262"
  stop
}
start fresh
fresh_seconds=$start_seconds
start warm
warm_seconds=$start_seconds

awk -v s="$fresh_seconds" 'BEGIN { exit s < 180 ? 0 : 1 }' || fail "fresh start took $fresh_seconds s, more than 180"
awk -v s="$warm_seconds" 'BEGIN { exit s < 5 ? 0 : 1 }' || fail "warm start took $warm_seconds s, more than 5"

echo
echo "fresh clone of $revision, $(nproc) cores, Node $(node --version)"
echo "  npm test:           ${closing:-no closing line}, none skipped, $test_seconds s with install and build"
echo "  npm start, fresh:   page and ${count:-0} cities after $fresh_seconds s"
echo "  npm start, warm:    page and ${count:-0} cities after $warm_seconds s"
[ "$failures" -eq 0 ] && echo 'all as it should be' || echo "$failures failed"
[ "$failures" -eq 0 ]
