using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Testing.Databases;

/// <summary>
/// Takes the place of a server that is not there: keeps the SQL that would have been sent and answers every question with no rows.
/// For checks of the SQL itself, never of behaviour.
/// </summary>
public sealed class SilentServer
{
    private readonly ConcurrentQueue<string> commands = [];

    public SilentServer() => Interceptors = [new Connection(), new Command(commands)];

    public IInterceptor[] Interceptors { get; }

    public IReadOnlyList<string> Commands => [.. commands];

    private sealed class Connection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Command(ConcurrentQueue<string> commands) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Answer(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Answer(command));

        private InterceptionResult<DbDataReader> Answer(DbCommand command)
        {
            commands.Enqueue(command.CommandText);
            using var nothing = new DataTable();
            return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
        }
    }
}
