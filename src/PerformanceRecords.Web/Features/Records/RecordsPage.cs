using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>One page of the list of records.</summary>
public sealed record RecordsPage(Actor Actor, RecordQuery Query, Page<RecordRow, TimeKey> Rows)
{
    public static readonly (RecordView View, string Words)[] Views =
    [
        (RecordView.All, "全部"),
        (RecordView.Incomplete, "有环节缺失"),
        (RecordView.Awaited, "待部平台显示"),
        (RecordView.Stuck, "推送受阻"),
    ];

    public bool Own => Actor.Level == Level.Enterprise;

    public string Title => Own ? "我的业绩库" : "项目库";

    public RecordFilter Filter => Query.Filter;

    /// <summary>A city and a county see one city only.</summary>
    public bool ManyCities => Actor.Level is not (Level.City or Level.County);

    public Pager Pager => Filtered.Pager(Rows, "个项目", Cursor.Of, (turn, at) => Query.Address(Filter.View, (turn, at)));

    /// <summary>What is going on with a record, and where to look.</summary>
    public (Tag? State, string Verb, string Url) Act(RecordRow row)
    {
        if (row.Open is { } open)
        {
            var url = Own ? $"/applications/{open.Id}" : $"/reviews/{open.Id}";
            return open.Stage == Stage.Amendment ? (Tag.Back("退回补正"), Own ? "补正" : "看申报", url) : (Tag.Waiting(open.Stage.Chinese()), "看进度", url);
        }

        return row.Lights.Any(l => l.State == SectionState.Stuck)
            ? (Tag.Bad("推送受阻"), "看原因", $"/records/{row.Id}")
            : (null, "看详情", $"/records/{row.Id}");
    }
}
