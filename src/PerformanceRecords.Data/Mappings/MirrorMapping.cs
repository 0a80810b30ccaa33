using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class MirroredSectionMapping : IEntityTypeConfiguration<MirroredSection>
{
    public void Configure(EntityTypeBuilder<MirroredSection> builder)
    {
        builder.HasKey(m => new { m.RecordId, m.Section });
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(m => m.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MirrorRunMapping : IEntityTypeConfiguration<MirrorRun>
{
    public void Configure(EntityTypeBuilder<MirrorRun> builder)
    {
        builder.HasKey(r => r.Day);
        builder.Property(r => r.LeaseOwner).HasMaxLength(100);
    }
}

internal sealed class AnnouncementMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Number).HasMaxLength(64);
        builder.Property(a => a.Nonce).HasMaxLength(64);
        builder.Property(a => a.IdempotencyKey).HasMaxLength(120);
        builder.Property(a => a.Status).HasMaxLength(20).IsUnicode(false);
        builder.Property(a => a.Effect).HasMaxLength(200);
        builder.HasIndex(a => new { a.Destination, a.Nonce }).IsUnique();
        builder.HasIndex(a => new { a.Destination, a.Number });
        // what was announced of one message
        builder.HasIndex(a => new { a.Destination, a.IdempotencyKey });
        // what came in during the last day
        builder.HasIndex(a => a.ReceivedAt);
    }
}

internal sealed class ApprovalReceiptMapping : IEntityTypeConfiguration<ApprovalReceipt>
{
    public void Configure(EntityTypeBuilder<ApprovalReceipt> builder)
    {
        builder.HasKey(r => r.ApplicationId);
        builder.Property(r => r.ApplicationId).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(40);
        builder.Property(r => r.Digest).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}
