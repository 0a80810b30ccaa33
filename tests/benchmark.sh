#!/usr/bin/env bash
# Generates the databases where they are missing, measures, and ends with one line per figure. Everything stays on this machine.
#   tests/benchmark.sh                    a million filings, both providers, and the sync: three quarters of an hour on two cores
#   tests/benchmark.sh 100000 sqlite      a smaller set, one provider
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source tests/postgres.sh

filings=${1:-1000000}
providers=${2:-postgres sqlite}
folder=$PWD/TestResults/benchmark
mkdir -p "$folder"
# what docs/developing.md recommends for a portal; a virtual machine may hide the cache size that .NET would go by. Portal and floor run with it alike
export DOTNET_GCgen0size=${DOTNET_GCgen0size:-0x2000000}
export PR_TEST_POSTGRES_BUFFERS=${PR_TEST_POSTGRES_BUFFERS:-1GB}

# the portal as it is deployed
{
    dotnet build -c Release tests/PerformanceRecords.Benchmarks &&
        dotnet publish -c Release -r "linux-$([ "$(uname -m)" = aarch64 ] && echo arm64 || echo x64)" --no-self-contained -o "$folder/portal" src/PerformanceRecords.Web
} >"$folder/build.log" 2>&1 || { tail -n 30 "$folder/build.log"; exit 1; }
export PR_BENCHMARK_PORTAL=$folder/portal
run() { dotnet tests/PerformanceRecords.Benchmarks/bin/Release/net10.0/PerformanceRecords.Benchmarks.dll "$@"; }

pairs=()
if [[ " $providers " == *" postgres "* ]]; then
    trap stop_postgres EXIT
    trap 'exit 130' INT TERM
    start_postgres
    server=${PR_TEST_POSTGRES%Database=*}
    run generate --postgres "${server}Database=small" --filings 10000
    run generate --postgres "${server}Database=large" --filings "$filings"
    pairs+=(--large-postgres "${server}Database=large" --small-postgres "${server}Database=small")
fi
if [[ " $providers " == *" sqlite "* ]]; then
    # a file of the same size is used again; delete it after a change of the generator
    [ -f "$folder/small.db" ] || run generate --sqlite "$folder/small.db" --filings 10000
    [ -f "$folder/$filings.db" ] || run generate --sqlite "$folder/$filings.db" --filings "$filings"
    pairs+=(--large-sqlite "$folder/$filings.db" --small-sqlite "$folder/small.db")
fi
run pages "${pairs[@]}"
run startup
run printing
run permits
if [ -n "${server:-}" ]; then run sync --postgres "${server}Database=postgres"; else run sync; fi
