#!/usr/bin/env bash
# A private PostgreSQL server for the tests: its own folder, its own free port, loopback only, gone at the end.
#   source tests/postgres.sh; start_postgres; …; stop_postgres
# or  tests/postgres.sh COMMAND…   runs the command with PR_TEST_POSTGRES set.

# The folder with initdb, pg_ctl and postgres; the newest version where several are installed.
postgres_binaries() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
                  "$(pg_config --bindir 2>/dev/null)" \
                  "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")"; do
        if [ -n "$folder" ] && [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; then
            echo "$folder"
            return 0
        fi
    done
    return 1
}

# The server refuses to run as root, so root lends it to an account without rights.
as_postgres() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        (cd / && setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups -- "$@")
    else
        (cd / && setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups -- "$@")
    fi
}

free_port() {
    local port
    for _ in $(seq 200); do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return 0; }
    done
    return 1
}

start_postgres() {
    local bin port attempt
    bin=$(postgres_binaries) || { echo "postgres: no server binaries found" >&2; return 1; }
    POSTGRES_BIN=$bin
    if [ "$(id -u)" -ne 0 ]; then
        POSTGRES_HOME=$(mktemp -d "${TMPDIR:-/tmp}/pr-postgres.XXXXXX") || return 1
    else
        # the other account must be able to walk there, which a root-only TMPDIR would refuse
        POSTGRES_HOME=$(mktemp -d /tmp/pr-postgres.XXXXXX) || return 1
        if id postgres >/dev/null 2>&1; then chown postgres "$POSTGRES_HOME"; else chown nobody "$POSTGRES_HOME"; fi
    fi
    if ! as_postgres "$bin/initdb" -D "$POSTGRES_HOME/data" -U postgres -A trust -E UTF8 --no-locale --no-sync \
        >"$POSTGRES_HOME.log" 2>&1; then
        cat "$POSTGRES_HOME.log" >&2
        return 1
    fi
    cat >>"$POSTGRES_HOME/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$POSTGRES_HOME'
max_connections = 300
shared_buffers = ${PR_TEST_POSTGRES_BUFFERS:-256MB}
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 1h
max_wal_size = 4GB
log_min_messages = fatal
CONF
    for attempt in 1 2 3 4 5; do
        port=$(free_port) || return 1
        if as_postgres "$bin/pg_ctl" -D "$POSTGRES_HOME/data" -o "-p $port" -l "$POSTGRES_HOME/server.log" -w -t 60 start \
            >>"$POSTGRES_HOME.log" 2>&1 </dev/null; then
            export PR_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
            return 0
        fi
    done
    cat "$POSTGRES_HOME/server.log" "$POSTGRES_HOME.log" >&2
    return 1
}

stop_postgres() {
    [ -n "${POSTGRES_HOME:-}" ] || return 0
    if [ -f "$POSTGRES_HOME/data/postmaster.pid" ]; then
        as_postgres "$POSTGRES_BIN/pg_ctl" -D "$POSTGRES_HOME/data" -m immediate -w stop >/dev/null 2>&1
    fi
    rm -rf "$POSTGRES_HOME" "$POSTGRES_HOME.log"
    POSTGRES_HOME=
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    [ $# -gt 0 ] || { echo "usage: tests/postgres.sh COMMAND…" >&2; exit 2; }
    trap stop_postgres EXIT
    trap 'exit 130' INT TERM
    start_postgres || exit 1
    "$@"
    exit $?
fi
