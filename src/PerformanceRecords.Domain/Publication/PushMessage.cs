using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Publication;

/// <summary>推送: one section of one record on its way to one platform, written in the transaction of the step that approved it. Never deleted.</summary>
public sealed class PushMessage
{
    public Guid Id { get; init; } = RowId.New();

    public required Destination Destination { get; init; }

    public required Guid RecordId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid EnterpriseId { get; init; }

    public required string ProjectNumber { get; init; }

    public required string ProjectName { get; init; }

    public required string CityCode { get; init; }

    public required Sections Section { get; init; }

    /// <summary>Revision of the record's section it carries.</summary>
    public required int Revision { get; set; }

    /// <summary>The place in the record's line; nothing overtakes.</summary>
    public required int Sequence { get; init; }

    /// <summary>Kept through every retry, so that the platform can tell a repeat from a change.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>What is sent, with personal numbers still sealed; mapped to the standard's names at sending.</summary>
    public required SectionValues Content { get; set; }

    public DataGrade? FromGrade { get; set; }

    public required DataGrade Grade { get; set; }

    /// <summary>数据来源, a code of the standard's table.</summary>
    public required string DataSource { get; set; }

    /// <summary>信息审核部门: whose approval was the last.</summary>
    public required string ApprovedBy { get; set; }

    public required string ContractVersion { get; set; }

    /// <summary>The moment of the last approval; the seven days count from here.</summary>
    public required DateTime CreatedAt { get; init; }

    public PushState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>
    /// Not before: the next sending, the end of the lease while somebody sends, the next look while the platform does not show it.
    /// Null when nothing is due: an earlier message of the line is still open, a person is needed, or all is done.
    /// </summary>
    public DateTime? NextAttemptAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>Why it is not through yet; null when nothing went wrong.</summary>
    public PushProblem? Problem { get; set; }

    /// <summary>The last trouble in words.</summary>
    public string? Error { get; set; }

    /// <summary>SHA-256 of what was last sent.</summary>
    public string? PayloadDigest { get; set; }

    /// <summary>回执: the platform's number for what it took.</summary>
    public string? Receipt { get; set; }

    public DateTime? AcceptedAt { get; set; }

    /// <summary>Since when the platform shows it; known beforehand for what was shown before the portal sent it.</summary>
    public DateTime? ShownAt { get; set; }

    public int Version { get; set; }

    /// <summary>It still has to reach the platform, so later messages of the line wait for it.</summary>
    public bool IsOpen => State is PushState.Waiting or PushState.Sending or PushState.NeedsPerson or PushState.Parked;

    public void Accept(string receipt, DateTime now, DateTime nextLook)
    {
        (State, Receipt, AcceptedAt, Problem, Error) = (PushState.Accepted, receipt, now, null, null);
        Settle(nextLook);
    }

    public void TryAgain(PushProblem problem, string error, DateTime at)
    {
        (State, Problem, Error) = (PushState.Waiting, problem, error);
        Settle(at);
    }

    /// <summary>Its turn did not come, because one before it did not get through.</summary>
    /// <param name="perhapsSent">An earlier owner may have sent it, so it is asked for first.</param>
    public void StepBack(bool perhapsSent)
    {
        (State, Problem) = (PushState.Waiting, perhapsSent ? PushProblem.Unanswered : Problem);
        Settle(null);
    }

    /// <param name="unanswered">What was refused is the question whether it arrived, so that stays to be asked.</param>
    public void NeedPerson(string error, bool unanswered)
    {
        (State, Problem, Error) = (PushState.NeedsPerson, unanswered ? PushProblem.Unanswered : PushProblem.Person, error);
        Settle(null);
    }

    public void Show(DateTime at)
    {
        (State, ShownAt, Problem, Error) = (PushState.Shown, at, null, null);
        Settle(null);
    }

    /// <summary>The platform shows newer content instead, so there is nothing left to wait for.</summary>
    public void Supersede()
    {
        (State, Problem, Error) = (PushState.Superseded, null, null);
        Settle(null);
    }

    /// <summary>The platform does not show it yet, or not as it should.</summary>
    public void LookAgain(DateTime at, string? finding)
    {
        Error = finding;
        Settle(at);
    }

    /// <summary>重发: a person lets it go out again; the count starts anew, the key stays.</summary>
    public void Resend(DateTime now)
    {
        (State, Attempts, Problem, Error) = (PushState.Waiting, 0, Problem == PushProblem.Unanswered ? Problem : null, null);
        Settle(now);
    }

    /// <summary>Newer content of the section was approved while this one was refused: it goes out in this one's place of the line, under this one's key.</summary>
    public void TakeContentOf(PushMessage newer) => (Content, Revision, Grade, FromGrade, DataSource, ApprovedBy, ContractVersion) =
        (newer.Content, newer.Revision, newer.Grade, newer.FromGrade, newer.DataSource, newer.ApprovedBy, newer.ContractVersion);

    /// <summary>搁置: a person takes it out of the line's way of being sent; those behind it wait.</summary>
    public void Park()
    {
        State = PushState.Parked;
        Settle(null);
    }

    private void Settle(DateTime? next)
    {
        (NextAttemptAt, LeaseOwner, LeaseUntil) = (next, null, null);
        Version++;
    }
}
