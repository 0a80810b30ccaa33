using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Audit;

namespace PerformanceRecords.Data.Mappings;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.ShortName).HasMaxLength(Organisation.LongestShortName);
        builder.Property(o => o.RegionCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(o => o.CreditCode).HasMaxLength(18).IsUnicode(false);
        builder.Property(o => o.LetterSeries).HasMaxLength(30);
        builder.Property(o => o.ContactName).HasMaxLength(50);
        builder.Property(o => o.ContactPhone).HasMaxLength(20);
        builder.Property(o => o.RefusalReason).HasMaxLength(500);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.MayAct);
        builder.HasIndex(o => o.CreditCode).IsUnique();
        builder.HasIndex(o => new { o.Level, o.RegionCode });
    }
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.FullName).HasMaxLength(50);
        builder.HasIndex(u => u.OrganisationId);
        builder.HasIndex(u => u.PhoneNumber);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.UserName).HasMaxLength(50);
        builder.Property(e => e.OrganisationName).HasMaxLength(200);
        builder.Property(e => e.Action).HasMaxLength(60);
        builder.Property(e => e.Subject).HasMaxLength(100);
        builder.Property(e => e.Detail).HasMaxLength(2000);
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.Subject, e.At });
    }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}

internal sealed class NumberSeriesMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(60);
    }
}
