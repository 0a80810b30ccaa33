#!/usr/bin/env bash
# Everything a change must pass: format, build with warnings as errors, every test on real parts.
# Installs what the parts need where it may (root and apt-get), and ends with one line: N passed, N failed, N skipped.
#   tests/run.sh                 everything
#   tests/run.sh Domain Sync     only the test projects named so
# With CI=true a missing part is a failure; otherwise its tests are skipped and say why.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
exec </dev/null

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_UI_LANGUAGE=en DEBIAN_FRONTEND=noninteractive
export HOME="${HOME:-/tmp}"

source tests/postgres.sh

solution=PerformanceRecords.sln
logs=$PWD/TestResults
passed=0 failed=0 skipped=0
rm -rf "$logs"
mkdir -p "$logs"

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
in_ci() { [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; }

# A failure that is no test: it counts as one, and the reason is shown.
fail() {
    failed=$((failed + 1))
    say "FAILED: $1"
    [ -z "${2:-}" ] || [ ! -f "$2" ] || tail -n "${3:-40}" "$2" | sed 's/^/    /'
}

finish() {
    stop_postgres
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

trap stop_postgres EXIT
trap 'stop_jobs; exit 130' INT TERM

stop_jobs() {
    local job
    for job in $(jobs -p); do
        kill "$job" $(cat "/proc/$job/task/$job/children" 2>/dev/null) 2>/dev/null
    done
}

chromium_path() {
    local name
    for name in "${PR_TEST_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
        [ -n "$name" ] && command -v "$name" && return 0
    done
    return 1
}

have_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]; }

install_missing() {
    local wanted=()
    [ -n "${PR_TEST_POSTGRES:-}" ] || postgres_binaries >/dev/null || wanted+=(postgresql)
    chromium_path >/dev/null || wanted+=(chromium)
    command -v pdftoppm >/dev/null || wanted+=(poppler-utils)
    have_chinese_font || wanted+=(fontconfig fonts-noto-cjk)
    [ ${#wanted[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "not installed, and this is not root on a machine with apt-get: ${wanted[*]}"
        return 0
    fi
    say "installing ${wanted[*]}"
    apt-get update >"$logs/apt.log" 2>&1
    apt-get install -y --no-install-recommends "${wanted[@]}" >>"$logs/apt.log" 2>&1 ||
        say "apt-get could not install ${wanted[*]}, see TestResults/apt.log"
}

# prints in half the memory where the distribution has it; the whole browser prints too
install_printer() {
    command -v chromium-headless-shell >/dev/null || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null ||
        apt-get install -y --no-install-recommends chromium-headless-shell >>"$logs/apt.log" 2>&1 || true
}

check_tools() {
    command -v dotnet >/dev/null || { fail ".NET SDK 10 is not installed (the command dotnet is missing)"; finish; }
    dotnet --version >"$logs/sdk.log" 2>&1 || { fail ".NET SDK 10 is not installed, see global.json" "$logs/sdk.log"; finish; }
    command -v npm >/dev/null || { fail "Node.js 20 is not installed (the command npm is missing)"; finish; }
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || { fail "Node.js 20 or newer is needed, this is $(node -v)"; finish; }
}

# Each test project in a process of its own: a crash takes only its own project down, and is seen by the missing summary.
test_project() {
    local name=$1
    timeout --kill-after=30 1500 dotnet test "tests/$name" -c Release --no-build --logger "trx;LogFileName=$name.trx" \
        --logger "console;verbosity=normal" --results-directory "$logs" --blame-hang-timeout 10m --blame-hang-dump-type none \
        >"$logs/$name.log" 2>&1
    echo $? >"$logs/$name.exit"
}

attribute() { grep -o " $2=\"[0-9]*\"" <<<"$1" | head -n 1 | tr -dc 0-9; }

add_up() {
    local name=$1 code counters total executed good bad
    code=$(cat "$logs/$name.exit" 2>/dev/null || echo none)
    counters=$(grep -o '<Counters [^>]*>' "$logs/$name.trx" 2>/dev/null | tail -n 1)
    if [ -z "$counters" ]; then
        fail "$name ended without a summary (exit code $code), see TestResults/$name.log" "$logs/$name.log"
        return
    fi
    total=$(attribute "$counters" total) executed=$(attribute "$counters" executed) good=$(attribute "$counters" passed)
    bad=$((executed - good))
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + total - executed))
    say "$name: $good passed, $bad failed, $((total - executed)) skipped"
    if [ "$bad" -gt 0 ]; then
        grep -A 25 -E '^ *Failed ' "$logs/$name.log" | head -n 200 | sed 's/^/    /'
    elif [ "$code" != 0 ]; then
        fail "$name ended with exit code $code although no test failed, see TestResults/$name.log" "$logs/$name.log"
    elif [ "$total" -eq 0 ]; then
        fail "$name ran no test at all"
    fi
    if [ "$total" -gt "$executed" ]; then
        grep -E -A 1 '^ *Skipped ' "$logs/$name.log" | head -n 12 | sed 's/^/    /'
    fi
}

check_tools
install_missing
install_printer

if [ -n "${PR_TEST_POSTGRES:-}" ]; then
    say "PostgreSQL: the server that PR_TEST_POSTGRES names"
elif start_postgres 2>"$logs/postgres.log"; then
    say "PostgreSQL: $("$POSTGRES_BIN/postgres" --version | cut -d' ' -f3), a private server"
elif in_ci; then
    fail "no PostgreSQL server could be started" "$logs/postgres.log"
else
    say "PostgreSQL: none, its tests are skipped"
fi
if PR_TEST_CHROMIUM=$(chromium_path); then
    export PR_TEST_CHROMIUM
    say "Chromium: $PR_TEST_CHROMIUM"
else
    unset PR_TEST_CHROMIUM
    if in_ci; then fail "Chromium is not installed"; else say "Chromium: none, its tests are skipped"; fi
fi

say "restore"
for attempt in 1 2 3; do
    dotnet restore "$solution" >"$logs/restore.log" 2>&1 && break
    [ "$attempt" -lt 3 ] || { fail "restore" "$logs/restore.log"; finish; }
    sleep 5
done
say "build (Release, warnings are errors)"
dotnet build "$solution" -c Release --no-restore >"$logs/build.log" 2>&1 || { fail "build" "$logs/build.log"; finish; }

# The build has checked code style already (EnforceCodeStyleInBuild); what is left to the formatter is whitespace everywhere.
(
    dotnet format whitespace "$solution" --no-restore --verify-no-changes >"$logs/format.log" 2>&1
    echo $? >"$logs/format.exit"
) &

projects=()
for folder in tests/*.Tests; do
    name=$(basename "$folder")
    [ -f "$folder/$name.csproj" ] || continue
    short=${name#PerformanceRecords.}
    [ $# -eq 0 ] || [[ " $* " == *" ${short%.Tests} "* ]] || continue
    projects+=("$name")
done

# The longest first, two at a time.
say "tests: ${projects[*]}"
for name in $(printf '%s\n' "${projects[@]}" | sort -r); do
    while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
    test_project "$name" &
done
wait

[ "$(cat "$logs/format.exit" 2>/dev/null)" = 0 ] || fail "format: run dotnet format" "$logs/format.log"
for name in "${projects[@]}"; do
    add_up "$name"
done
finish
