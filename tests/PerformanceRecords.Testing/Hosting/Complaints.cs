using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PerformanceRecords.Testing.Hosting;

/// <summary>Everything a portal under test logs as a warning or worse: the place to look when a page answered 500.</summary>
public sealed class Complaints : ILoggerProvider
{
    private static readonly Lock File = new();
    private readonly ConcurrentQueue<string> entries = [];

    public IReadOnlyList<string> Entries => [.. entries];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
        // nothing is held open
    }

    private void Add(string entry)
    {
        entries.Enqueue(entry);
        lock (File)
        {
            System.IO.File.AppendAllText(Path.Combine(TestEnvironment.Results, "portal.log"), entry + "\n");
        }
    }

    private sealed class Writer(Complaints complaints, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                complaints.Add($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : "\n" + exception)}");
            }
        }
    }
}
