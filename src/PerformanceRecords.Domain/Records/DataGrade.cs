namespace PerformanceRecords.Domain.Records;

/// <summary>数据等级: how far a section is confirmed on the national platform; A is the highest, D the lowest.</summary>
public enum DataGrade
{
    D = 1,
    C = 2,
    B = 3,
    A = 4,
}
