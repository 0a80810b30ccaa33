using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Sheets;
using Xunit;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>申报信息表成纸, through the same printer as letters.</summary>
public sealed class FilingOnPaperTests
{
    [PaperFact]
    public async Task EveryPageOfAFilingThatIsOpen_SaysThatItProvesNothing()
    {
        await using var paper = await PaperPortal.StartAsync();
        var filing = await (await paper.NewCase().FilledInAsync()).WithPersonnelAsync();
        await filing.TakeAsync(Domain.Applications.Act.Submit, SupplementCase.Filer);
        await paper.Office.DoAsync<FilingSheetDesk>(desk => desk.PrintAsync(filing.Id, SupplementCase.City));
        await paper.Office.DoAsync<FilingSheetDesk>(desk => desk.PrintAsync(filing.Id, SupplementCase.Province));
        var sheet = await paper.Office.DoAsync<FilingSheetDesk, FilingSheet>(desk => desk.OpenAsync(filing.Id, SupplementCase.City));

        var text = await PaperPortal.TextAsync(await paper.PdfAsync(await paper.PrintAsync(sheet.AsOf.Id)));

        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length >= 2, $"{pages.Length} pages");
        Assert.All(pages, page => Assert.Contains("在办，不作为业绩证明", page, StringComparison.Ordinal));
        Assert.DoesNotContain(SampleProject.Personnel["IDCard"], text, StringComparison.Ordinal);
    }
}
