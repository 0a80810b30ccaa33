using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>停机回执: whatever is approved while its platform is down gets a numbered, time-stamped receipt, in the step's transaction.</summary>
public sealed class OutageReceipts(AppDbContext db, NumberTaker numbers)
{
    private List<PushChannel>? channels;

    public async Task IssueAsync(Step step, EffectContext context, CancellationToken cancellation)
    {
        if (!step.And.Any(e => e is Push or PublishToServiceNetwork))
        {
            return;
        }

        // once for a batch of thousands
        channels ??= await db.PushChannels.AsNoTracking().Where(c => c.State == ChannelState.Outage).ToListAsync(cancellation);
        if (channels.Count == 0)
        {
            return;
        }

        var pushed = db.PushMessages.Local.Where(m => m.ApplicationId == context.Application.Id && m.CreatedAt == context.Now).OrderBy(m => m.Sequence).ToList();
        if (channels.Find(c => pushed.Exists(m => m.Destination == c.Destination)) is not { } down)
        {
            return;
        }

        var number = await numbers.ReceiptNumberAsync(ChinaClock.DateInChina(context.Now).Year, cancellation);
        db.ApprovalReceipts.Add(new ApprovalReceipt
        {
            ApplicationId = context.Application.Id,
            Number = number,
            ApprovedAt = context.Now,
            OutageSince = down.Since,
            Digest = DigestOf(number, context.Now, pushed),
        });
    }

    private static string DigestOf(string number, DateTime approvedAt, IEnumerable<PushMessage> pushed)
    {
        var text = new StringBuilder(number).Append('\n').Append(approvedAt.ToString("O"));
        foreach (var message in pushed)
        {
            text.Append('\n').Append(message.IdempotencyKey).Append('\n').Append(message.ProjectNumber);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
