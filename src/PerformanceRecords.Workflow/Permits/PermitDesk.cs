using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>Takes construction permits in, from other systems or by hand, and lets people join what could not be matched. Nothing is dropped.</summary>
public sealed class PermitDesk(
    AppDbContext db, PermitMatcher matcher, SubjectIndex index, AuditLog audit, PushSignal signal, DeadlineCalculator deadlines, TimeProvider clock)
{
    public const int MaxRows = 500;

    /// <summary>A batch in one transaction; sending it again changes nothing.</summary>
    /// <exception cref="ArgumentException">More rows than <see cref="MaxRows"/>; the caller says so before.</exception>
    public async Task<IReadOnlyList<PermitResult>> TakeAsync(IReadOnlyList<PermitRow> rows, string sender, CancellationToken cancellation = default)
    {
        if (rows.Count > MaxRows)
        {
            throw new ArgumentException($"A batch has at most {MaxRows} rows.", nameof(rows));
        }

        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeOnceAsync(rows, sender, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // the same batch twice at once, or a filing that moved meanwhile: look again at what is there now
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A bureau enters a permit by hand, for a project in its region.</summary>
    public async Task<PermitAct> EnterAsync(PermitRow row, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Level is not (Level.County or Level.City or Level.Province))
        {
            throw new StepRefusedException(Stage.AwaitingPermit, actor.Level, Act.RecordPermit);
        }

        // read as the permit itself is read, or a blank behind the code would slip past
        if (TypedText.Clean(row.RegionCode) is { Length: 6 } region && !Jurisdiction.Covers(actor.Level, actor.RegionCode, region))
        {
            return new PermitAct.Refused([new("permit-region", "regionCode", "项目不在本单位辖区，请由项目所在地主管部门录入。")]);
        }

        var result = (await TakeAsync([row with { Number = row.PermitNumber }], $"manual:{actor.OrganisationId:N}", cancellation))[0];
        if (result.Outcome == PermitOutcome.Refused)
        {
            // by hand, a permit is known by its own number
            return new PermitAct.Refused([.. result.Breaches.Select(b => b.Code == "number-reused"
                ? new Breach("permit-known", "permitNumber", $"本单位已录入过许可证 {row.PermitNumber?.Trim()}，内容与这次不同。请先查看已录入的那一份。")
                : b.Field == "regionCode" ? b with { Message = "请选择项目所在地的区县。" }
                : b.Field == "number" ? b with { Field = "permitNumber", Message = "请填写施工许可证编号，最多 64 字。" } : b)]);
        }

        if (result.Outcome != PermitOutcome.Repeated)
        {
            audit.Add(actor, "permit.Enter", result.PermitId!.Value, row.PermitNumber);
            await db.SaveChangesAsync(cancellation);
        }

        return new PermitAct.Done(result.Released, result.PermitId);
    }

    /// <summary>认领: a person says which waiting filings a permit belongs to.</summary>
    public async Task<PermitAct> JoinAsync(Guid permitId, int version, IReadOnlyCollection<Guid> applicationIds, Actor actor, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var permit = await LoadAsync(permitId, version, actor, cancellation);
        if (applicationIds.Count == 0)
        {
            return new PermitAct.Refused([new("permit-none", "Applications", "请选择施工许可证所属的申报。")]);
        }

        var applications = await db.Applications.VisibleTo(actor).Where(a => applicationIds.Contains(a.Id)).ToListAsync(cancellation);
        if (applications.Count != applicationIds.Count)
        {
            throw new NotFoundException(nameof(Application), string.Join(',', applicationIds.Except(applications.Select(a => a.Id))));
        }

        if (applications.Find(a => a.Stage != Stage.AwaitingPermit) is { } moved)
        {
            return new PermitAct.Refused([new("permit-moved", "Applications", $"“{moved.ProjectName}”已不在等待施工许可，请刷新后再选。")]);
        }

        try
        {
            await matcher.ReleaseAsync([.. applications.Select(a => new Release(permit, a, "人工认领", actor))], cancellation);
            audit.Add(actor, "permit.Join", permit.Id, string.Join(',', applicationIds));
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(InboundPermit), permitId);
        }

        await transaction.CommitAsync(cancellation);
        signal.Raise();
        return new PermitAct.Done(applications.Count);
    }

    /// <summary>搁置: nothing here will wait for it. It is kept, and can be put back.</summary>
    public async Task<PermitAct> SetAsideAsync(Guid permitId, int version, string? remark, Actor actor, CancellationToken cancellation = default)
    {
        var permit = await LoadAsync(permitId, version, actor, cancellation);
        if (remark?.Trim() is not { Length: > 0 and <= 500 } said)
        {
            return new PermitAct.Refused([new("permit-remark", "Remark", "请写明搁置的原因，最多 500 字。")]);
        }

        permit.SetAside(actor.FullName, said, clock.GetUtcNow().UtcDateTime);
        return await DecidedAsync(permit, "permit.SetAside", said, actor, cancellation);
    }

    public async Task<PermitAct> PutBackAsync(Guid permitId, int version, Actor actor, CancellationToken cancellation = default)
    {
        var permit = await LoadAsync(permitId, version, actor, cancellation);
        if (permit.State != PermitState.SetAside)
        {
            throw new StaleException(nameof(InboundPermit), permitId);
        }

        permit.PutBack(actor.FullName, clock.GetUtcNow().UtcDateTime);
        return await DecidedAsync(permit, "permit.PutBack", null, actor, cancellation);
    }

    private async Task<IReadOnlyList<PermitResult>> TakeOnceAsync(IReadOnlyList<PermitRow> rows, string sender, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var read = rows.Select(r => r.Read(deadlines.Today)).ToList();
        var numbers = read.Select(r => r.Number).Distinct().ToList();
        var known = await db.InboundPermits.AsNoTracking().Where(p => p.Sender == sender && EF.Parameter(numbers).Contains(p.SenderNumber))
            .Select(p => new { p.Id, p.SenderNumber, p.Digest }).ToDictionaryAsync(p => p.SenderNumber, p => (p.Id, p.Digest), cancellation);

        var results = new PermitResult[rows.Count];
        var arrived = new List<(int At, InboundPermit Permit)>();
        var now = clock.GetUtcNow().UtcDateTime;
        for (var at = 0; at < read.Count; at++)
        {
            var row = read[at];
            if (row.Number.Length > 0 && known.TryGetValue(row.Number, out var earlier))
            {
                results[at] = earlier.Digest == row.Digest
                    ? new(at + 1, row.Number, PermitOutcome.Repeated, earlier.Id, 0, [])
                    : new(at + 1, row.Number, PermitOutcome.Refused, earlier.Id, 0, [new("number-reused", "number", $"编号 {row.Number} 已用于另一份内容；更正请用新的编号发送。")]);
                continue;
            }

            if (row.Breaches.Count > 0)
            {
                results[at] = new(at + 1, row.Number, PermitOutcome.Refused, null, 0, row.Breaches);
                continue;
            }

            var permit = InboundPermit.Arrive(sender, row.Number, row.Digest, row.Project, row.RegionCode, row.Values, row.IssuedOn, now);
            known[row.Number] = (permit.Id, row.Digest);
            db.InboundPermits.Add(permit);
            index.AddProject(KeySubject.Permit, permit.Id, row.Project);
            arrived.Add((at, permit));
        }

        var releases = await MatchAsync([.. arrived.Select(a => a.Permit)], cancellation);
        await matcher.ReleaseAsync(releases, cancellation);
        await transaction.CommitAsync(cancellation);
        if (releases.Count > 0)
        {
            signal.Raise();
        }

        var releasedBy = releases.ToLookup(r => r.Permit.Id);
        foreach (var (at, permit) in arrived)
        {
            var released = releasedBy[permit.Id].Count();
            results[at] = new(at + 1, permit.SenderNumber, permit.State == PermitState.Matched ? PermitOutcome.Matched : PermitOutcome.Waiting, permit.Id, released, []);
        }

        return results;
    }

    private async Task<IReadOnlyList<Release>> MatchAsync(IReadOnlyList<InboundPermit> permits, CancellationToken cancellation)
    {
        if (permits.Count == 0)
        {
            return [];
        }

        var candidates = await matcher.SureAsync(permits.Select(p => p.Identity), cancellation);
        var byKey = candidates.SelectMany(c => c.Project.TellingKeys().Select(k => (Key: k, Candidate: c))).ToLookup(k => k.Key, k => k.Candidate);
        var taken = new HashSet<Guid>();
        var releases = new List<Release>();
        foreach (var permit in permits)
        {
            var project = permit.Identity;
            foreach (var candidate in project.TellingKeys().SelectMany(k => byKey[k]).Distinct())
            {
                if (project.Compare(candidate.Project) is { Certain: true } likeness && taken.Add(candidate.Application.Id))
                {
                    releases.Add(new(permit, candidate.Application, string.Join('、', likeness.Reasons)));
                }
            }
        }

        return releases;
    }

    private async Task<InboundPermit> LoadAsync(Guid id, int version, Actor actor, CancellationToken cancellation)
    {
        var permit = actor.Level is Level.County or Level.City or Level.Province
            ? await db.InboundPermits.VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == id, cancellation)
            : null;
        return (permit ?? throw new NotFoundException(nameof(InboundPermit), id)).Version == version ? permit : throw new StaleException(nameof(InboundPermit), id);
    }

    private async Task<PermitAct> DecidedAsync(InboundPermit permit, string action, string? detail, Actor actor, CancellationToken cancellation)
    {
        audit.Add(actor, action, permit.Id, detail);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleException(nameof(InboundPermit), permit.Id);
        }

        return new PermitAct.Done(0);
    }
}
