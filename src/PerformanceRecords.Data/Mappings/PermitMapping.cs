using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

internal sealed class InboundPermitMapping : IEntityTypeConfiguration<InboundPermit>
{
    public void Configure(EntityTypeBuilder<InboundPermit> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Sender).HasMaxLength(60);
        builder.Property(p => p.SenderNumber).HasMaxLength(64);
        builder.Property(p => p.Digest).HasMaxLength(64).IsUnicode(false);
        builder.Property(p => p.PermitNumber).HasMaxLength(100);
        builder.Property(p => p.ProjectName).HasMaxLength(255);
        builder.Property(p => p.ProjectNumber).HasMaxLength(20);
        builder.Property(p => p.ProjectCode).HasMaxLength(50);
        builder.Property(p => p.OwnerName).HasMaxLength(255);
        builder.Property(p => p.RegionCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(p => p.CityCode).HasMaxLength(6).IsUnicode(false);
        builder.Property(p => p.ContractNumbers).HasMaxLength(2600);
        builder.Property(p => p.DecidedByName).HasMaxLength(50);
        builder.Property(p => p.Remark).HasMaxLength(500);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Identity);
        builder.HasIndex(p => new { p.Sender, p.SenderNumber }).IsUnique();
        builder.HasIndex(p => new { p.State, p.ReceivedAt, p.Id });
        builder.HasIndex(p => new { p.CityCode, p.State, p.ReceivedAt, p.Id });
    }
}

internal sealed class PermitMatchMapping : IEntityTypeConfiguration<PermitMatch>
{
    public void Configure(EntityTypeBuilder<PermitMatch> builder)
    {
        builder.HasKey(m => new { m.PermitId, m.ApplicationId });
        builder.Property(m => m.ByName).HasMaxLength(50);
        builder.Property(m => m.Reason).HasMaxLength(200);
        builder.HasIndex(m => m.ApplicationId);
        builder.HasOne<InboundPermit>().WithMany().HasForeignKey(m => m.PermitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithMany().HasForeignKey(m => m.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectKeyMapping : IEntityTypeConfiguration<ProjectKey>
{
    public void Configure(EntityTypeBuilder<ProjectKey> builder)
    {
        builder.HasKey(k => new { k.SubjectId, k.Kind, k.Value });
        builder.Property(k => k.Value).HasMaxLength(200);
        builder.HasIndex(k => new { k.Value, k.Kind, k.Subject });
    }
}

internal sealed class PersonKeyMapping : IEntityTypeConfiguration<PersonKey>
{
    public void Configure(EntityTypeBuilder<PersonKey> builder)
    {
        builder.HasKey(k => new { k.SubjectId, k.Row });
        builder.Property(k => k.Hash).HasMaxLength(64).IsUnicode(false);
        builder.Property(k => k.UserName).HasMaxLength(50);
        builder.Property(k => k.Duty).HasMaxLength(10);
        builder.HasIndex(k => k.Hash);
    }
}

internal sealed class ChangeReasonMapping : IEntityTypeConfiguration<ChangeReason>
{
    public void Configure(EntityTypeBuilder<ChangeReason> builder)
    {
        builder.HasKey(r => new { r.ApplicationId, r.Path });
        builder.Property(r => r.Path).HasMaxLength(100);
        builder.Property(r => r.Reason).HasMaxLength(500);
        builder.Property(r => r.GivenByName).HasMaxLength(50);
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}
