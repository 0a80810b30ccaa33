using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Letters;

/// <summary>What a letter is for.</summary>
public enum LetterKind
{
    /// <summary>市级向省厅的书面申请（补录）</summary>
    SupplementRequest,

    /// <summary>市级向省厅的书面申请（修正勘误）</summary>
    CorrectionRequest,

    /// <summary>业绩确认申请函 (upgrade)</summary>
    ConfirmationRequest,

    /// <summary>省厅向住建部的书面申请（修正勘误）</summary>
    MinistryRequest,

    /// <summary>省厅业绩确认函 (upgrade)</summary>
    Confirmation,
}

/// <summary>Where a letter stands between two hands.</summary>
public enum LetterState
{
    /// <summary>拟稿</summary>
    Draft,

    /// <summary>待签发: sent for sign-off.</summary>
    AwaitingSignature,

    /// <summary>已签发: frozen, numbered, its cases moved.</summary>
    Signed,

    /// <summary>已作废: given up before sign-off.</summary>
    Discarded,
}

/// <summary>函件: drafted by one person, signed off by another of the same bureau; what it covers moves at sign-off, and only that.</summary>
public sealed class Letter
{
    private readonly List<LetterCase> cases = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required LetterKind Kind { get; init; }

    /// <summary>All cases of a letter go by one route and stand at one stage.</summary>
    public required string RouteCode { get; init; }

    public required Stage CaseStage { get; init; }

    public required Guid FromId { get; init; }

    public required string FromName { get; init; }

    /// <summary>主送机关</summary>
    public required string Addressee { get; set; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    public LetterState State { get; private set; }

    /// <summary>发文字号, taken at sign-off: 宁建设函〔2026〕12号.</summary>
    public string? Number { get; private set; }

    public required Guid DraftedBy { get; init; }

    public required string DraftedByName { get; init; }

    public required DateTime DraftedAt { get; init; }

    public DateTime ChangedAt { get; set; }

    public DateTime? SentForSignatureAt { get; private set; }

    /// <summary>What the signer wrote when sending the draft back.</summary>
    public string? Remark { get; private set; }

    public Guid? SignedBy { get; private set; }

    public string? SignedByName { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>SHA-256 over the frozen text, lower-case hexadecimal.</summary>
    public string? Digest { get; private set; }

    public int Version { get; set; }

    public IReadOnlyList<LetterCase> Cases => cases;

    public void Cover(Guid applicationId) => cases.Add(new LetterCase { LetterId = Id, ApplicationId = applicationId, Position = cases.Count + 1 });

    /// <summary>Takes a case out; those behind it move up a row.</summary>
    public void Uncover(Guid applicationId)
    {
        cases.RemoveAll(c => c.ApplicationId == applicationId);
        var row = 0;
        foreach (var remaining in cases.OrderBy(c => c.Position))
        {
            remaining.Position = ++row;
        }
    }

    public void SendForSignature(DateTime now)
    {
        Expect(LetterState.Draft);
        State = LetterState.AwaitingSignature;
        SentForSignatureAt = now;
        Remark = null;
        Changed(now);
    }

    public void SendBackToDrafter(string remark, DateTime now)
    {
        Expect(LetterState.AwaitingSignature);
        State = LetterState.Draft;
        Remark = remark;
        Changed(now);
    }

    /// <summary>Signed off by a second person; from here on the text is frozen.</summary>
    public void Sign(Actor signer, string number, string digest, DateTime now)
    {
        Expect(LetterState.AwaitingSignature);
        if (signer.UserId == DraftedBy)
        {
            throw new InvalidOperationException("A letter is signed off by someone other than its drafter.");
        }

        State = LetterState.Signed;
        Number = number;
        Digest = digest;
        SignedBy = signer.UserId;
        SignedByName = signer.FullName;
        SignedAt = now;
        Changed(now);
    }

    public void Discard(DateTime now)
    {
        if (State == LetterState.Signed)
        {
            throw new InvalidOperationException("A signed letter cannot be discarded.");
        }

        State = LetterState.Discarded;
        Changed(now);
    }

    private void Expect(LetterState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The letter is {State}, not {state}.");
        }
    }

    private void Changed(DateTime now)
    {
        ChangedAt = now;
        Version++;
    }
}

/// <summary>A case that a letter covers.</summary>
public sealed class LetterCase
{
    public required Guid LetterId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>Row in the annex, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>What the annex says of the case. Kept at sign-off, so that the paper stays as it was signed whatever becomes of the case.</summary>
    public string? ProjectName { get; private set; }

    public string? ProjectNumber { get; private set; }

    public string? EnterpriseName { get; private set; }

    public Sector? Sector { get; private set; }

    /// <summary>How many evidence files lay with the case.</summary>
    public int? Materials { get; private set; }

    public void Freeze(string projectName, string? projectNumber, string enterpriseName, Sector sector, int materials) =>
        (ProjectName, ProjectNumber, EnterpriseName, Sector, Materials) = (projectName, projectNumber, enterpriseName, sector, materials);
}

/// <summary>The last number a bureau used in one series and year; a number is taken inside the sign-off's transaction, so none is lost or doubled.</summary>
public sealed class LetterSeries
{
    public required Guid OrganisationId { get; init; }

    /// <summary>发文机关代字, such as 宁建设函.</summary>
    public required string Series { get; init; }

    public required int Year { get; init; }

    public int Last { get; set; }
}
