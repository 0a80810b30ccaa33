using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Web.Features.Letters;

namespace PerformanceRecords.Web.Printing;

/// <summary>The page behind each kind of paper.</summary>
public sealed class PaperWriter(ViewText views, LetterPages letters)
{
    public async Task<string> WriteAsync(PrintJob job, CancellationToken cancellation) => job.Subject switch
    {
        PrintSubject.Letter => await views.WriteAsync("/Features/Letters/Print.cshtml", await letters.PrintedAsync(job.SubjectId, cancellation)),
        _ => throw new PrintingException($"Nothing is known of {job.Subject}."),
    };
}
