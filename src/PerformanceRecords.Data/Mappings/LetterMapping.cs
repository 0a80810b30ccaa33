using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Ports;

namespace PerformanceRecords.Data.Mappings;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.RouteCode).HasMaxLength(40);
        builder.Property(l => l.FromName).HasMaxLength(200);
        builder.Property(l => l.Addressee).HasMaxLength(200);
        builder.Property(l => l.Title).HasMaxLength(200);
        builder.Property(l => l.Number).HasMaxLength(60);
        builder.Property(l => l.DraftedByName).HasMaxLength(50);
        builder.Property(l => l.SignedByName).HasMaxLength(50);
        builder.Property(l => l.Remark).HasMaxLength(1000);
        builder.Property(l => l.Digest).HasMaxLength(64).IsUnicode(false);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.Property(l => l.CopyTo).HasMaxLength(200);
        builder.Property(l => l.Note).HasMaxLength(200);
        builder.Property(l => l.Code).HasMaxLength(12).IsUnicode(false);
        builder.Property(l => l.WithdrawnByName).HasMaxLength(50);
        builder.Property(l => l.WithdrawalReason).HasMaxLength(500);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => l.Code).IsUnique();
        builder.HasIndex(l => new { l.AddresseeId, l.SignedAt, l.Id });
        builder.HasIndex(l => new { l.FromId, l.State, l.ChangedAt });
        builder.HasIndex(l => new { l.SignedAt, l.Id });
        builder.HasIndex(l => new { l.FromId, l.SignedAt, l.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.FromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Cases).WithOne().HasForeignKey(c => c.LetterId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LetterCaseMapping : IEntityTypeConfiguration<LetterCase>
{
    public void Configure(EntityTypeBuilder<LetterCase> builder)
    {
        builder.HasKey(c => new { c.LetterId, c.ApplicationId });
        builder.Property(c => c.ProjectName).HasMaxLength(255);
        builder.Property(c => c.ProjectNumber).HasMaxLength(20);
        builder.Property(c => c.EnterpriseName).HasMaxLength(200);
        builder.Property(c => c.Matter).HasMaxLength(200);
        builder.Property(c => c.MaterialList).HasMaxLength(1000);
        builder.HasIndex(c => c.ApplicationId);
        builder.HasIndex(c => c.HeldId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(c => c.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LetterSeriesMapping : IEntityTypeConfiguration<LetterSeries>
{
    public void Configure(EntityTypeBuilder<LetterSeries> builder)
    {
        builder.HasKey(s => new { s.OrganisationId, s.Series, s.Year });
        builder.Property(s => s.Series).HasMaxLength(30);
    }
}

internal sealed class LetterTemplateMapping : IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Title).HasMaxLength(200);
        builder.Property(t => t.Addressee).HasMaxLength(200);
        builder.Property(t => t.CopyTo).HasMaxLength(200);
        builder.Property(t => t.Remark).HasMaxLength(200);
        builder.Property(t => t.SavedByName).HasMaxLength(50);
        builder.HasIndex(t => new { t.OrganisationId, t.Kind, t.Edition }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SealedScanMapping : IEntityTypeConfiguration<SealedScan>
{
    public void Configure(EntityTypeBuilder<SealedScan> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.FileName).HasMaxLength(255);
        builder.Property(s => s.ContentType).HasMaxLength(100);
        builder.Property(s => s.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.UploadedByName).HasMaxLength(50);
        builder.HasIndex(s => new { s.LetterId, s.UploadedAt });
        builder.HasOne<Letter>().WithMany().HasForeignKey(s => s.LetterId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupplementPortMapping : IEntityTypeConfiguration<SupplementPort>
{
    public void Configure(EntityTypeBuilder<SupplementPort> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(32);
        builder.Property(p => p.EnterpriseName).HasMaxLength(200);
        builder.Property(p => p.ProjectName).HasMaxLength(255);
        builder.Property(p => p.CityCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(p => p.AllowedSections).HasMaxLength(120);
        builder.Property(p => p.LetterNumber).HasMaxLength(60);
        builder.Property(p => p.OpenedByName).HasMaxLength(50);
        builder.Property(p => p.Reason).HasMaxLength(SupplementPort.LongestReason);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.ApplicationId);
        builder.HasIndex(p => new { p.ExpiresOn, p.Id });
        builder.HasIndex(p => new { p.EnterpriseId, p.ExpiresOn, p.Id });
        builder.HasIndex(p => new { p.CityCode, p.ExpiresOn, p.Id });
        builder.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
