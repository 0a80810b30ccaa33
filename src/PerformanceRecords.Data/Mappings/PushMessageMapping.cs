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
        builder.Property(m => m.DataSource).HasMaxLength(2).IsUnicode(false);
        builder.Property(m => m.ApprovedBy).HasMaxLength(100);
        builder.Property(m => m.ContractVersion).HasMaxLength(20);
        builder.Property(m => m.LeaseOwner).HasMaxLength(100);
        builder.Property(m => m.Error).HasMaxLength(2000);
        builder.Property(m => m.PayloadDigest).HasMaxLength(64).IsUnicode(false);
        builder.Property(m => m.Receipt).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.IsOpen);
        builder.HasIndex(m => m.IdempotencyKey).IsUnique();
        builder.HasIndex(m => new { m.RecordId, m.Destination, m.Sequence }).IsUnique();
        // the claim: what is due at one platform, oldest first
        builder.HasIndex(m => new { m.Destination, m.State, m.NextAttemptAt, m.Id });
        builder.HasIndex(m => m.ApplicationId);
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(m => m.RecordId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PushAttemptMapping : IEntityTypeConfiguration<PushAttempt>
{
    public void Configure(EntityTypeBuilder<PushAttempt> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Result).HasMaxLength(2000);
        builder.Property(a => a.ByName).HasMaxLength(50);
        builder.HasIndex(a => new { a.MessageId, a.At });
        // the chart of a day, and the list of one of its hours
        builder.HasIndex(a => new { a.Act, a.At, a.Id });
        builder.HasOne<PushMessage>().WithMany().HasForeignKey(a => a.MessageId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PushChannelMapping : IEntityTypeConfiguration<PushChannel>
{
    public void Configure(EntityTypeBuilder<PushChannel> builder)
    {
        builder.HasKey(c => c.Destination);
        builder.Property(c => c.Destination).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(500);
        // there from the first day, so that nobody has to race to write them
        builder.HasData(Enum.GetValues<Destination>().Select(d => new PushChannel { Destination = d, State = ChannelState.Normal, Since = DateTime.UnixEpoch }));
    }
}
