namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of a unit work that look at more than one field.</summary>
internal sealed class UnitWorkValidator : SectionValidator<UnitWork>
{
    public UnitWorkValidator()
    {
        Refuse(x => x.GreenLevel, "required", (x, _) => x is { IsGreen: true, GreenLevel: null } ? "请选择绿色建筑等级" : null);

        Doubt(x => x.BuildArea, "sum", (x, _) =>
            x is { BuildArea: { } all, BuildAreaOn: { } above, BuildAreaBottom: { } below } && all != above + below
                ? $"地上与地下建筑面积之和是 {NumberText.Of(above + below)} ㎡，与建筑面积不同，请核对"
                : null);
        Doubt(x => x.SubProjectName, "no-figures", (x, _) =>
            x is { SubProjectName: not null, BuildArea: null, SubBuildHeight: null, BuildHigh: null, FloorCountOn: null, SubProjectLength: null, SubProjectSpan: null, SubScale: null }
                ? "最好填写面积、高度、层数、长度或跨度，便于审核"
                : null);
    }
}
