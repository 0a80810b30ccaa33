using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Domain.Letters;

/// <summary>函件: drafted by one person, signed off by another of the same bureau; what it covers moves at sign-off, and only that.</summary>
public sealed class Letter
{
    /// <summary>Working days after which a case that waits for its letter presses.</summary>
    public const int PressingAfterWorkdays = 4;

    /// <summary>Days after a decision during which a notice of it is offered.</summary>
    public const int NoticeDays = 180;

    private readonly List<LetterCase> cases = [];

    public Guid Id { get; init; } = RowId.New();

    public required LetterKind Kind { get; init; }

    /// <summary>All cases of a letter go by one route and stand at one stage.</summary>
    public required string RouteCode { get; init; }

    public required Stage CaseStage { get; init; }

    public required Guid FromId { get; init; }

    public required string FromName { get; init; }

    /// <summary>主送机关</summary>
    public required string Addressee { get; set; }

    public required string Title { get; set; }

    /// <summary>One paragraph a line; facts stand in braces until the letter is signed.</summary>
    public required string Body { get; set; }

    /// <summary>文种</summary>
    public required LetterLayout Layout { get; set; }

    /// <summary>抄送</summary>
    public string? CopyTo { get; set; }

    /// <summary>附注: in brackets below the date.</summary>
    public string? Note { get; set; }

    /// <summary>The version of the bureau's template it was drafted from; 0 for the words the portal brings along.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>The enterprise a notice goes to.</summary>
    public Guid? AddresseeId { get; init; }

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

    /// <summary>核验码 on the paper.</summary>
    public string? Code { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnByName { get; private set; }

    /// <summary>Why the number is void.</summary>
    public string? WithdrawalReason { get; private set; }

    public int Version { get; set; }

    public IReadOnlyList<LetterCase> Cases => cases;

    public void Cover(Guid applicationId)
    {
        var covered = new LetterCase { LetterId = Id, ApplicationId = applicationId, Position = cases.Count + 1 };
        covered.Hold();
        cases.Add(covered);
    }

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
    public void Sign(Actor signer, string number, string code, DateTime now)
    {
        Expect(LetterState.AwaitingSignature);
        if (signer.UserId == DraftedBy)
        {
            throw new InvalidOperationException("A letter is signed off by someone other than its drafter.");
        }

        State = LetterState.Signed;
        Number = number;
        Code = code;
        SignedBy = signer.UserId;
        SignedByName = signer.FullName;
        SignedAt = now;
        cases.ForEach(c => c.Release());
        Changed(now);
    }

    /// <summary>The frozen text is on file under this digest.</summary>
    public void Archived(string digest) => Digest ??= digest;

    /// <summary>Takes a signed letter back; the number stays with it, void.</summary>
    public void Withdraw(Actor by, string reason, DateTime now)
    {
        Expect(LetterState.Signed);
        State = LetterState.Withdrawn;
        WithdrawnAt = now;
        WithdrawnByName = by.FullName;
        WithdrawalReason = reason;
        Changed(now);
    }

    public void Discard(DateTime now)
    {
        if (State is LetterState.Signed or LetterState.Withdrawn)
        {
            throw new InvalidOperationException("A signed letter cannot be discarded.");
        }

        State = LetterState.Discarded;
        cases.ForEach(c => c.Release());
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
