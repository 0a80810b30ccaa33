using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Data.Mappings;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data;

/// <summary>Everything the portal keeps, in one context, so that a step, its history and its pushes are one transaction. One derived context per provider.</summary>
public abstract class AppDbContext(DbContextOptions options) : IdentityDbContext<User, Role, Guid>(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<ApplicationSection> ApplicationSections => Set<ApplicationSection>();

    public DbSet<ApplicationEvent> ApplicationEvents => Set<ApplicationEvent>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<PerformanceRecord> Records => Set<PerformanceRecord>();

    public DbSet<RecordSection> RecordSections => Set<RecordSection>();

    public DbSet<RecordRevision> RecordRevisions => Set<RecordRevision>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterCase> LetterCases => Set<LetterCase>();

    public DbSet<LetterSeries> LetterSeries => Set<LetterSeries>();

    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();

    public DbSet<SealedScan> SealedScans => Set<SealedScan>();

    public DbSet<RecordSheet> RecordSheets => Set<RecordSheet>();

    public DbSet<PrintJob> PrintJobs => Set<PrintJob>();

    public DbSet<SupplementPort> SupplementPorts => Set<SupplementPort>();

    public DbSet<PushMessage> PushMessages => Set<PushMessage>();

    public DbSet<PushAttempt> PushAttempts => Set<PushAttempt>();

    public DbSet<PushChannel> PushChannels => Set<PushChannel>();

    public DbSet<ApprovalReceipt> ApprovalReceipts => Set<ApprovalReceipt>();

    public DbSet<MirroredSection> MirroredSections => Set<MirroredSection>();

    public DbSet<MirrorRun> MirrorRuns => Set<MirrorRun>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<InboundPermit> InboundPermits => Set<InboundPermit>();

    public DbSet<PermitMatch> PermitMatches => Set<PermitMatch>();

    public DbSet<ProjectKey> ProjectKeys => Set<ProjectKey>();

    public DbSet<ProjectClaim> ProjectClaims => Set<ProjectClaim>();

    public DbSet<PersonKey> PersonKeys => Set<PersonKey>();

    public DbSet<ChangeReason> ChangeReasons => Set<ChangeReason>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What the dispatcher does to many messages at once.</summary>
    public virtual PushStatements Pushes => new(this);

    /// <summary>Sees to it that the planner knows how large the tables are, where the server does not by itself. Cheap when nothing has changed.</summary>
    public virtual Task KeepStatisticsAsync(CancellationToken cancellation = default) => Task.CompletedTask;

    /// <summary>A column's name as it stands in the filter of an index, in the provider's dialect.</summary>
    protected virtual string Quote(string column) => $"\"{column}\"";

    /// <summary>The filter of the index over the few applications that came before the ministry, in the provider's dialect.</summary>
    protected virtual string ReachedMinistryFilter => Quote(nameof(Application.ReachedMinistry));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        builder.Entity<Application>()
            .HasIndex(a => new { a.RecordId, a.TypeCode })
            .HasDatabaseName("IX_Applications_OneOpenPerRecordAndType")
            .IsUnique()
            .HasFilter($"{Quote(nameof(Application.ClosedAt))} IS NULL AND {Quote(nameof(Application.RecordId))} IS NOT NULL");
        builder.Entity<Application>()
            .HasIndex(a => new { a.ReachedMinistry, a.ChangedAt, a.Id })
            .HasFilter(ReachedMinistryFilter);
        // the desk's lists, by age: what is not delivered, and of that what people have to settle. What has arrived is in neither
        builder.Entity<PushMessage>()
            .HasIndex(m => new { m.CreatedAt, m.Id }, "IX_PushMessages_Undelivered")
            .HasFilter(InState(PushLists.UndeliveredStates));
        builder.Entity<PushMessage>()
            .HasIndex(m => new { m.State, m.CreatedAt, m.Id }, "IX_PushMessages_WithPeople")
            .HasFilter(InState(PushLists.WithPeopleStates));
        // the list of what drifts
        builder.Entity<MirroredSection>()
            .HasIndex(m => new { m.DriftSince, m.RecordId, m.Section })
            .HasFilter($"{Quote(nameof(MirroredSection.DriftSince))} IS NOT NULL");
    }

    private string InState(PushState[] states) => $"{Quote(nameof(PushMessage.State))} IN ({string.Join(", ", states.Select(s => $"'{s}'"))})";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<SectionValues>().HaveConversion<SectionValuesConverter, SectionValuesComparer>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }
}
