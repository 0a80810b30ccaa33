using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>Queries the portal keeps compiled on SQLite give what was asked now, not what was asked before.</summary>
public sealed class PreparedCommandsTests : IAsyncLifetime
{
    private readonly List<Organisation> enterprises = [.. Enumerable.Range(0, 3).Select(_ => Rows.Enterprise())];
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Engine.Sqlite);
        services = new ServiceCollection().AddLogging()
            .AddPortalData(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build())
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build())
            .BuildServiceProvider();
        await UseAsync(async db =>
        {
            db.AddRange(enterprises);
            return await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task TheSameQuestionWithAnotherValue_GetsAnotherAnswer()
    {
        foreach (var enterprise in enterprises.Concat(enterprises))
        {
            var id = enterprise.Id;
            Assert.Equal(enterprise.CreditCode, await UseAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.CreditCode).SingleAsync()));
        }
    }

    [Fact]
    public async Task AQuestionAskedAgainWhileItsAnswerIsRead_GetsItsOwnAnswer()
    {
        var pairs = await UseAsync(async db =>
        {
            var found = new List<(Guid, Guid)>();
            await foreach (var outer in Enterprises(db))
            {
                await foreach (var inner in Enterprises(db))
                {
                    found.Add((outer, inner));
                }
            }

            return found;
        });

        Assert.Equal(enterprises.Count * enterprises.Count, pairs.Distinct().Count());

        IAsyncEnumerable<Guid> Enterprises(AppDbContext db)
        {
            var ids = enterprises.ConvertAll(e => e.Id);
            return db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => o.Id).AsAsyncEnumerable();
        }
    }

    [Fact]
    public async Task WhatARolledBackTransactionWrote_IsGone_AndTheSameStatementWritesAgain()
    {
        async Task<int> RenameAsync(AppDbContext db, string name)
        {
            var id = enterprises[0].Id;
            return await db.Organisations.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, name));
        }

        await UseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await RenameAsync(db, "作废的名称");
            await transaction.RollbackAsync();
            return await RenameAsync(db, "南京新的名称");
        });

        Assert.Equal("南京新的名称", await UseAsync(db => db.Organisations.Where(o => o.Id == enterprises[0].Id).Select(o => o.Name).SingleAsync()));
    }

    [Fact]
    public async Task AFailedStatement_MayBeTriedAgain()
    {
        var twin = Rows.Enterprise();
        await UseAsync(async db =>
        {
            db.Add(twin);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.Add(twin);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            db.ChangeTracker.Clear();
            db.Add(Rows.Enterprise());
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task AContextThatWasGivenBackAndTakenAgain_FindsItsConnectionOpen()
    {
        await UseAsync(db => db.Organisations.CountAsync());

        Assert.Equal(ConnectionState.Open, await UseAsync(db => Task.FromResult(db.Database.GetDbConnection().State)));
    }

    [Fact]
    public async Task WhenThePortalEnds_AllItKnowsIsInOneFile()
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await UseAsync(async db =>
        {
            await db.MigrateAsync();
            db.Add(Rows.Enterprise());
            return await db.SaveChangesAsync();
        });
        Assert.True(File.Exists(file + "-wal"));

        await services.DisposeAsync();

        Assert.False(File.Exists(file + "-wal"));
    }

    [Fact]
    public async Task AConnectionThatIsClosed_WhileAnAnswerIsRead_HoldsNobodyUp()
    {
        await UseAsync(async db =>
        {
            var names = db.Organisations.OrderBy(o => o.Id).Select(o => o.Name);
            await db.Organisations.CountAsync();
            await using var reading = names.AsAsyncEnumerable().GetAsyncEnumerator();
            Assert.True(await reading.MoveNextAsync());

            await db.Database.GetDbConnection().CloseAsync();

            await UseAsync(async other =>
            {
                other.Add(Rows.Enterprise());
                return await other.SaveChangesAsync();
            });
            await db.Database.GetDbConnection().OpenAsync();
            return await names.CountAsync() + await db.Organisations.CountAsync();
        });
    }

    [Fact]
    public async Task MoreDifferentQuestionsThanAreKept_AreAllAnswered()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var n = 1; n <= 130; n++)
            {
                var sql = $"SELECT {n} AS \"Value\"";
                Assert.Equal(n, await UseAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync()));
            }
        }
    }

    private async Task<T> UseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }
}
