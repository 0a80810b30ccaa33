using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class PrintJobMapping : IEntityTypeConfiguration<PrintJob>
{
    public void Configure(EntityTypeBuilder<PrintJob> builder)
    {
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.Problem).HasMaxLength(500);
        builder.Property(j => j.Sha256).HasMaxLength(64).IsUnicode(false);
        builder.Property(j => j.Version).IsConcurrencyToken();
        builder.HasIndex(j => new { j.Subject, j.SubjectId }).IsUnique();
        builder.HasIndex(j => j.NextAt);
    }
}

internal sealed class RecordSheetMapping : IEntityTypeConfiguration<RecordSheet>
{
    public void Configure(EntityTypeBuilder<RecordSheet> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Code).HasMaxLength(12).IsUnicode(false);
        builder.Property(s => s.ProjectName).HasMaxLength(255);
        builder.Property(s => s.ProjectNumber).HasMaxLength(20);
        builder.Property(s => s.EnterpriseName).HasMaxLength(200);
        builder.Property(s => s.Digest).HasMaxLength(64).IsUnicode(false);
        builder.Property(s => s.IssuedByName).HasMaxLength(50);
        builder.Property(s => s.IssuedFor).HasMaxLength(200);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.RecordId, s.Edition }).IsUnique();
        builder.HasOne<PerformanceRecord>().WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Cascade);
    }
}
