using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Number).HasMaxLength(32);
        builder.Property(a => a.TypeCode).HasMaxLength(40);
        builder.Property(a => a.RouteCode).HasMaxLength(40);
        builder.Property(a => a.ProjectName).HasMaxLength(255);
        builder.Property(a => a.ProjectNumber).HasMaxLength(20);
        builder.Property(a => a.RegionCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(a => a.CityCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(a => a.Asked).HasMaxLength(120);
        builder.Property(a => a.NationalSections).HasMaxLength(120);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => a.ProjectNumber);

        // the reviewer's queue: mine, by stage or all, most urgent first
        builder.HasIndex(a => new { a.HolderId, a.Stage, a.DueOn, a.Id });
        builder.HasIndex(a => new { a.HolderId, a.DueOn, a.Id });

        // what has passed through a bureau, and what an enterprise has filed, newest first
        builder.HasIndex(a => new { a.CityCode, a.ChangedAt, a.Id });
        builder.HasIndex(a => new { a.EnterpriseId, a.ChangedAt, a.Id });
        builder.HasIndex(a => new { a.ChangedAt, a.Id });
        builder.HasIndex(a => a.RecordId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectClaimMapping : IEntityTypeConfiguration<ProjectClaim>
{
    public void Configure(EntityTypeBuilder<ProjectClaim> builder)
    {
        // the key is the rule: one open filing of a type for what an enterprise claims
        builder.HasKey(c => new { c.EnterpriseId, c.TypeCode, c.Value });
        builder.Property(c => c.TypeCode).HasMaxLength(40);
        builder.Property(c => c.Value).HasMaxLength(224);
        builder.HasIndex(c => c.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApplicationSectionMapping : IEntityTypeConfiguration<ApplicationSection>
{
    public void Configure(EntityTypeBuilder<ApplicationSection> builder)
    {
        builder.HasKey(s => new { s.ApplicationId, s.Section });
        builder.Property(s => s.SavedByName).HasMaxLength(50);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Application>().WithMany().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApplicationEventMapping : IEntityTypeConfiguration<ApplicationEvent>
{
    public void Configure(EntityTypeBuilder<ApplicationEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.UserName).HasMaxLength(50);
        builder.Property(e => e.OrganisationName).HasMaxLength(200);
        builder.Property(e => e.Opinion).HasMaxLength(2000);
        builder.Property(e => e.Reference).HasMaxLength(100);
        builder.HasIndex(e => new { e.ApplicationId, e.At });

        // what an organisation has done, newest first
        builder.HasIndex(e => new { e.OrganisationId, e.At, e.Id });
        builder.HasOne<Application>().WithMany().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasKey(s => new { s.ApplicationId, s.Number });
        builder.Property(s => s.ByName).HasMaxLength(50);
        builder.Property(s => s.Sections).HasConversion(
            sections => JsonSerializer.Serialize(sections.ToDictionary(s => s.Key, s => s.Value.Rows), ColumnJson.Options),
            json => ReadSections(json),
            new ValueComparer<IReadOnlyDictionary<Sections, SectionValues>>(
                (a, b) => ReferenceEquals(a, b), sections => sections.Count, sections => sections));
        builder.Property(s => s.Evidence).HasConversion(
            files => JsonSerializer.Serialize(files, ColumnJson.Options),
            json => JsonSerializer.Deserialize<EvidenceFile[]>(json, ColumnJson.Options) ?? Array.Empty<EvidenceFile>(),
            new ValueComparer<IReadOnlyList<EvidenceFile>>((a, b) => ReferenceEquals(a, b), files => files.Count, files => files));
        builder.Property(s => s.Notes).HasConversion(
            notes => JsonSerializer.Serialize(notes, ColumnJson.Options),
            json => JsonSerializer.Deserialize<Note[]>(json, ColumnJson.Options) ?? Array.Empty<Note>(),
            new ValueComparer<IReadOnlyList<Note>>((a, b) => ReferenceEquals(a, b), notes => notes.Count, notes => notes));
        builder.HasOne<Application>().WithMany().HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }

    private static Dictionary<Sections, SectionValues> ReadSections(string json) =>
        JsonSerializer.Deserialize<Dictionary<Sections, Dictionary<string, string>[]>>(json, ColumnJson.Options)!
            .ToDictionary(s => s.Key, s => new SectionValues(s.Value));
}

internal sealed class EvidenceFileMapping : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Kind).HasMaxLength(40);
        builder.Property(f => f.FileName).HasMaxLength(255);
        builder.Property(f => f.ContentType).HasMaxLength(80);
        builder.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(f => f.UploadedByName).HasMaxLength(50);
        builder.HasIndex(f => new { f.ApplicationId, f.Kind });
        builder.HasIndex(f => f.Sha256);
        builder.HasOne<Application>().WithMany().HasForeignKey(f => f.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}
