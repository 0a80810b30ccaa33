using System.Data.Common;
using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Workflow.Printing;

namespace PerformanceRecords.Web.Printing;

/// <summary>打印: makes the PDFs that are owed, one after the other, beside the requests and never in their way.</summary>
public sealed partial class Printer(
    IServiceScopeFactory scopes, ChromiumPrinter chromium, PrintSignal signal, IOptions<PrintingOptions> options, ILogger<Printer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Runs)
        {
            return;
        }

        if (chromium.Program is null)
        {
            NoBrowser(log);
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await PrintNextAsync(stoppingToken))
                {
                }

                await signal.WaitAsync(options.Value.Every, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // the database may be away for a while; the queue is still there afterwards
                Failed(log, failure);
                await Task.Delay(options.Value.Every, stoppingToken);
            }
        }
    }

    /// <summary>Prints what is due; false where nothing is.</summary>
    public async Task<bool> PrintNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<PrintQueue>();
        if (await queue.ClaimAsync(options.Value.TimeLimit + TimeSpan.FromMinutes(1), cancellation) is not { } job)
        {
            return false;
        }

        try
        {
            var html = await scope.ServiceProvider.GetRequiredService<PaperWriter>().WriteAsync(job, cancellation);
            await using var pdf = await chromium.PrintAsync(html, cancellation);
            await queue.PrintedAsync(job, pdf, cancellation);
        }
        catch (PrintingException failure)
        {
            NotPrinted(log, job.Subject, job.SubjectId, failure.Message);
            await queue.FailedAsync(job, failure.Message, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not DbException)
        {
            // a fault of ours in one paper: its page says that it is owed, and the others are printed
            Faulty(log, failure, job.Subject, job.SubjectId);
            await queue.FailedAsync(job, failure.Message, cancellation);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No Chromium, Chrome or Edge was found, so no PDF is made and paper is printed from the page. Install one or set Printing:Chromium.")]
    private static partial void NoBrowser(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "{Subject} {Id} could not be printed and comes again: {Problem}")]
    private static partial void NotPrinted(ILogger logger, PrintSubject subject, Guid id, string problem);

    [LoggerMessage(LogLevel.Error, "{Subject} {Id} could not be printed and comes again.")]
    private static partial void Faulty(ILogger logger, Exception failure, PrintSubject subject, Guid id);

    [LoggerMessage(LogLevel.Error, "The print queue could not be worked on.")]
    private static partial void Failed(ILogger logger, Exception failure);
}
