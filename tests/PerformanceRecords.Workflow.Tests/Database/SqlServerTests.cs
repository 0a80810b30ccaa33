using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using PerformanceRecords.Data;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>There is no SQL Server on a build machine, so what would be sent to one is read by Microsoft's own T-SQL parser.</summary>
public sealed class SqlServerTests
{
    [Fact]
    public void TheMigrationScript_IsTransactSql()
    {
        using var db = Providers.Open(DatabaseProvider.SqlServer);

        AssertParses(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    [Fact]
    public void TheCreateScript_IsTransactSql()
    {
        using var db = Providers.Open(DatabaseProvider.SqlServer);

        AssertParses(db.Database.GenerateCreateScript());
    }

    [Theory]
    [MemberData(nameof(ListQueries.Names), MemberType = typeof(ListQueries))]
    public async Task AListQuery_IsTransactSql(string list)
    {
        var wire = new SilentServer();
        await using var db = Providers.Open(DatabaseProvider.SqlServer, wire.Interceptors);
        await ListQueries.All[list].Ask(db);

        Assert.NotEmpty(wire.Commands);
        Assert.All(wire.Commands, AssertParses);
    }

    private static void AssertParses(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);

        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"line {e.Line}: {e.Message}")) + "\n" + sql);
    }
}
