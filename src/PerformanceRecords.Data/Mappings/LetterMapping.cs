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
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => new { l.FromId, l.State, l.ChangedAt });
        builder.HasIndex(l => new { l.State, l.SignedAt, l.Id });
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
        builder.HasIndex(c => c.ApplicationId);
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
        builder.Property(p => p.Reason).HasMaxLength(500);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.ApplicationId);
        builder.HasIndex(p => new { p.ExpiresOn, p.Id });
        builder.HasIndex(p => new { p.EnterpriseId, p.ExpiresOn, p.Id });
        builder.HasIndex(p => new { p.CityCode, p.ExpiresOn, p.Id });
        builder.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
