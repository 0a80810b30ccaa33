using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

public sealed class ConcurrencyTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task TheSecondWriterOfAnApplication_IsRefused(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var application = Rows.Application(enterprise);
        await using (var db = await databases.OpenAsync(engine))
        {
            db.AddRange(enterprise, application);
            await db.SaveChangesAsync();
        }

        await using var first = await databases.OpenAsync(engine);
        await using var second = await databases.OpenAsync(engine);
        (await first.Applications.SingleAsync(a => a.Id == application.Id)).Touch(Rows.Morning.AddMinutes(1));
        (await second.Applications.SingleAsync(a => a.Id == application.Id)).Touch(Rows.Morning.AddMinutes(2));
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatARefusedWriterMeantToWrite_IsNotThere(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var application = Rows.Application(enterprise);
        var record = Rows.Record(enterprise);
        await using (var db = await databases.OpenAsync(engine))
        {
            db.AddRange(enterprise, application, record);
            await db.SaveChangesAsync();
        }

        await using var first = await databases.OpenAsync(engine);
        await using var second = await databases.OpenAsync(engine);
        (await first.Applications.SingleAsync(a => a.Id == application.Id)).Touch(Rows.Morning.AddMinutes(1));
        (await second.Applications.SingleAsync(a => a.Id == application.Id)).Touch(Rows.Morning.AddMinutes(2));
        second.Add(Rows.Push(application, record, "refused", sequence: 1));
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        await using var later = await databases.OpenAsync(engine);
        Assert.False(await later.PushMessages.AnyAsync(m => m.IdempotencyKey == "refused"));
        Assert.Equal(Rows.Morning.AddMinutes(1), (await later.Applications.SingleAsync(a => a.Id == application.Id)).ChangedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task TwoPeopleWritingDifferentApplications_DoNotMeet(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var mine = Rows.Application(enterprise);
        var yours = Rows.Application(enterprise);
        await using (var db = await databases.OpenAsync(engine))
        {
            db.AddRange(enterprise, mine, yours);
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(
            Enumerable.Range(1, 20).Select(n => TouchAsync(engine, n % 2 == 0 ? mine.Id : yours.Id, n)).Chunk(2).Select(async pair =>
            {
                foreach (var touch in pair)
                {
                    await touch;
                }
            }));
    }

    // whoever is refused looks again and repeats, as a person would
    private async Task TouchAsync(Engine engine, Guid id, int minute)
    {
        while (true)
        {
            await using var db = await databases.OpenAsync(engine);
            (await db.Applications.SingleAsync(a => a.Id == id)).Touch(Rows.Morning.AddMinutes(minute));
            try
            {
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                await Task.Yield();
            }
        }
    }
}
