using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class RecordMapping : IEntityTypeConfiguration<PerformanceRecord>
{
    public void Configure(EntityTypeBuilder<PerformanceRecord> builder)
    {
        builder.ToTable("Records");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ProjectName).HasMaxLength(255);
        builder.Property(r => r.ProjectNumber).HasMaxLength(20);
        builder.Property(r => r.ProjectCode).HasMaxLength(50);
        builder.Property(r => r.OwnerName).HasMaxLength(255);
        builder.Property(r => r.RegionCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(r => r.CityCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Held);
        builder.Ignore(r => r.ShownNationally);
        builder.HasMany(r => r.Sections).WithOne().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.EnterpriseId, r.ChangedAt, r.Id });
        builder.HasIndex(r => new { r.CityCode, r.ChangedAt, r.Id });
        builder.HasIndex(r => new { r.ChangedAt, r.Id });
        builder.HasIndex(r => new { r.EnterpriseId, r.ProjectNumber }).IsUnique();
        builder.HasIndex(r => r.ProjectNumber);
        builder.HasIndex(r => r.ProjectCode);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecordSectionMapping : IEntityTypeConfiguration<RecordSection>
{
    public void Configure(EntityTypeBuilder<RecordSection> builder)
    {
        builder.HasKey(s => new { s.RecordId, s.Section });
        builder.HasIndex(s => s.ApplicationId);
    }
}

internal sealed class RecordRevisionMapping : IEntityTypeConfiguration<RecordRevision>
{
    public void Configure(EntityTypeBuilder<RecordRevision> builder)
    {
        builder.HasKey(r => new { r.RecordId, r.Section, r.Revision });
        builder.Property(r => r.ByName).HasMaxLength(50);
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(r => r.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}
