using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>What the three providers' models must have in common, asked without any server.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void TheMigrations_MakeWhatTheModelSays(DatabaseProvider provider)
    {
        using var db = Providers.Open(provider);

        Assert.False(db.Database.HasPendingModelChanges(), $"dotnet ef migrations add <Name> --context {db.GetType().Name} is missing.");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Fact]
    public void EveryProvider_HasTheSameTablesAndColumns()
    {
        var sqlite = ColumnsOf(DatabaseProvider.Sqlite);

        Assert.Equal(sqlite, ColumnsOf(DatabaseProvider.Postgres));
        Assert.Equal(sqlite, ColumnsOf(DatabaseProvider.SqlServer));
    }

    [Fact]
    public void EveryVersion_GuardsAgainstASecondWriter()
    {
        using var db = Providers.Open(DatabaseProvider.Sqlite);
        var unguarded = db.Model.GetEntityTypes()
            .Select(entity => entity.FindProperty("Version"))
            .Where(version => version is { IsConcurrencyToken: false })
            .Select(version => version!.DeclaringType.DisplayName());

        Assert.Empty(unguarded);
    }

    [Fact]
    public void NoMoment_IsKeptWithAnOffset()
    {
        using var db = Providers.Open(DatabaseProvider.Sqlite);
        var withOffset = db.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.Namespace!.StartsWith("PerformanceRecords.Domain", StringComparison.Ordinal))
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset?))
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}");

        Assert.Empty(withOffset);
    }

    [Fact]
    public void EveryTextColumnButJson_HasALength()
    {
        using var db = Providers.Open(DatabaseProvider.SqlServer);
        var endless = db.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.Namespace!.StartsWith("PerformanceRecords.Domain", StringComparison.Ordinal))
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null)
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}")
            .Where(name => name is not ("Letter.Body" or "LetterTemplate.Body" or "RecordSheet.Text" or "PushAttempt.Request" or "PushAttempt.Answer")); // texts and two JSON documents

        Assert.Empty(endless);
    }

    private static string[] ColumnsOf(DatabaseProvider provider)
    {
        using var db = Providers.Open(provider);
        return [.. db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}"))
            .Order(StringComparer.Ordinal)];
    }
}
