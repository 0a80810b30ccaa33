using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class PushMessageMapping : IEntityTypeConfiguration<PushMessage>
{
    public void Configure(EntityTypeBuilder<PushMessage> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ProjectNumber).HasMaxLength(20);
        builder.Property(m => m.ProjectName).HasMaxLength(255);
        builder.Property(m => m.CityCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(m => m.IdempotencyKey).HasMaxLength(100);
        builder.Property(m => m.ContractVersion).HasMaxLength(20);
        builder.Property(m => m.LeaseOwner).HasMaxLength(100);
        builder.Property(m => m.ErrorClass).HasMaxLength(40);
        builder.Property(m => m.Error).HasMaxLength(2000);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.IdempotencyKey).IsUnique();
        builder.HasIndex(m => new { m.RecordId, m.Destination, m.Sequence }).IsUnique();
        builder.HasIndex(m => new { m.State, m.NextAttemptAt, m.Id });
        builder.HasIndex(m => m.ApplicationId);
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(m => m.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
