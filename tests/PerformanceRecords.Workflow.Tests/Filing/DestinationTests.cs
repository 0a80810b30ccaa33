using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Filing;

/// <summary>三.1（2）与六: the indicators of one filing go to the national platform, to the service network, or to both.</summary>
public sealed class DestinationTests : InAnOffice
{
    private static readonly Destination[] National = [Destination.NationalPlatform];
    private static readonly Destination[] Network = [Destination.ServiceNetwork];
    private static readonly Destination[] Both = [Destination.NationalPlatform, Destination.ServiceNetwork];

    public static TheoryData<Destination[], string> Choices => new()
    {
        { National, "completion" },
        { Network, "indicator-library" },
        { Both, "indicators-for-both" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task OneFiling_GoesWhereItsEnterpriseChose_AndNowhereElse(Destination[] to, string route)
    {
        var filing = await FiledAsync(await RecordStories.SupplementedAsync(Office), to);
        Assert.Equal(route, (await filing.ReadAsync()).RouteCode);
        await filing.TakenAsync(Act.Confirm, FilingCase.City);

        var pushed = await InDatabaseAsync(db => db.PushMessages.AsNoTracking().Where(m => m.ApplicationId == filing.Id).ToListAsync());
        Assert.Equal(to.Order(), pushed.Select(m => m.Destination).Distinct().Order());
        // the national platform gets what it lacks, the service network the whole project
        Assert.Equal(to.Contains(Destination.NationalPlatform) ? [Sections.Indicators] : [], pushed.Where(m => m.Destination == Destination.NationalPlatform).Select(m => m.Section));
        Assert.Equal(to.Contains(Destination.ServiceNetwork), pushed.Exists(m => m.Destination == Destination.ServiceNetwork && m.Section == Sections.Basic));
        Assert.Equal(pushed.Count, pushed.DistinctBy(m => m.IdempotencyKey).Count());
    }

    [Fact]
    public async Task WhereNothingIsSaid_ItGoesToTheServiceNetwork() =>
        Assert.Equal("indicator-library", (await (await FiledAsync(await RecordStories.SupplementedAsync(Office), null)).ReadAsync()).RouteCode);

    [Fact]
    public async Task GoingNowhere_IsRefused()
    {
        var record = await RecordStories.SupplementedAsync(Office);
        var refused = Assert.IsType<StartResult.Refused>(await Office.DoAsync<FilingDesk, StartResult>(desk => desk.StartAsync(new StartFiling(IndicatorLibrary.Type, record, To: []), FilingCase.Filer)));
        Assert.Equal(("destination-missing", "To"), (refused.Breach.Code, refused.Breach.Field));
    }

    [Fact]
    public async Task WhatTheNationalPlatformShowsAlready_GoesToTheServiceNetworkOnly()
    {
        var filing = await StartedAsync(await RecordStories.CompleteAsync(Office), Both);
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        await filing.ProvenAsync();
        var refused = Assert.IsType<StepResult.Refused>(await filing.TryAsync(Act.Submit, FilingCase.Filer));
        var breach = Assert.Single(refused.Breaches);
        Assert.Equal(("route-national", "To"), (breach.Code, breach.Field));
        Assert.StartsWith("去向不能选部平台：部平台已有业绩技术指标", breach.Message, StringComparison.Ordinal);

        Assert.Empty(await AskAsync(filing, Network));
        await filing.SubmittedAsync();
        Assert.Equal(Sections.None, (await filing.ReadAsync()).Asked);
    }

    [Fact]
    public async Task TheChoice_MayBeChangedUntilItIsSubmitted()
    {
        var filing = await StartedAsync(await RecordStories.SupplementedAsync(Office), Network);
        Assert.Equal("destination-missing", Assert.Single(await AskAsync(filing, [])).Code);
        Assert.Empty(await AskAsync(filing, Both));
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        await (await filing.ProvenAsync()).SubmittedAsync();
        await filing.TakenAsync(Act.Return, FilingCase.City);

        Assert.Empty(await AskAsync(filing, National));
        Assert.Equal("indicators-for-both", (await filing.ReadAsync()).RouteCode);
    }

    private Task<IReadOnlyList<Breach>> AskAsync(FilingCase filing, Destination[] to) =>
        Office.DoAsync<FilingDesk, IReadOnlyList<Breach>>(desk => desk.AskAsync(filing.Id, Sections.None, null, null, to, FilingCase.Filer));

    private Task<FilingCase> StartedAsync(Guid record, Destination[]? to, Actor? owner = null) => FilingCase.StartedAsync(Office, new StartFiling(IndicatorLibrary.Type, record, To: to), owner);

    private async Task<FilingCase> FiledAsync(Guid record, Destination[]? to)
    {
        var filing = await StartedAsync(record, to);
        await filing.WithAsync(Sections.Indicators, RecordStories.Indicators);
        return await (await filing.ProvenAsync()).SubmittedAsync();
    }
}
