using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Notifications;

namespace PerformanceRecords.Data.Mappings;

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Title).HasMaxLength(300);
        builder.Property(n => n.Text).HasMaxLength(1000);
        builder.Property(n => n.Url).HasMaxLength(200);
        builder.Property(n => n.Key).HasMaxLength(120);
        builder.HasIndex(n => new { n.UserId, n.Key }).IsUnique();
        builder.HasIndex(n => new { n.UserId, n.At, n.Id });
        // the number at the bell
        builder.HasIndex(n => new { n.UserId, n.ReadAt });
        builder.HasOne<User>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
