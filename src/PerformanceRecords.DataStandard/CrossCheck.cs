using System.Text.Json;

namespace PerformanceRecords.DataStandard;

/// <summary>Rules between fields, which a schema cannot say.</summary>
public static class CrossCheck
{
    /// <summary>To be asked only of a body that its schema allows.</summary>
    public static IEnumerable<FieldError> Run(string section, string prjNum, JsonElement body)
    {
        if (Text(body, "PrjNum") != prjNum)
        {
            yield return new FieldError(0, "PrjNum", "MISMATCH", "项目编号与请求地址不一致");
        }

        if (!IsDay(prjNum.Substring(6, 6)) || prjNum.EndsWith("0000", StringComparison.Ordinal))
        {
            yield return new FieldError(0, "PrjNum", "PATTERN", "项目编号第 7–12 位应为日期，末四位不能为 0000");
        }

        var row = 0;
        foreach (var values in body.GetProperty("Rows").EnumerateArray())
        {
            row++;
            foreach (var error in Row(section, prjNum, row, values))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<FieldError> Row(string section, string prjNum, int row, JsonElement values)
    {
        if (Text(values, "PrjNum") != prjNum)
        {
            yield return new FieldError(row, "PrjNum", "MISMATCH", "数据行的项目编号与项目不一致");
        }

        foreach (var field in new[] { "RecordNum", "CensorNum", "BuilderLicenceNum", "PrjFinishNum" })
        {
            if (Text(values, field) is { Length: > 18 } number && number[16] == '-' && !number.StartsWith(prjNum, StringComparison.Ordinal))
            {
                yield return new FieldError(row, field, "MISMATCH", $"编号 {number} 属于其他项目");
            }
        }

        foreach (var (from, to) in new[] { ("BDate", "EDate"), ("BDATE", "EDATE"), ("BeginDate", "EndDate") })
        {
            if (Text(values, from) is { } begin && Text(values, to) is { } end && string.CompareOrdinal(begin, end) > 0)
            {
                yield return new FieldError(row, to, "ORDER", "结束日期早于开始日期");
            }
        }

        // other documents than the resident's card have numbers of their own make
        if (Text(values, "IDCard") is { } id && (Text(values, "IDCardTypeNum") ?? "1") == "1" && IdentifierCheck.Fails("id-number", id))
        {
            yield return new FieldError(row, "IDCard", "CHECK_DIGIT", "身份证号码不是 18 位或校验位不符");
        }

        if (section == "basic" && Text(values, "PrjTypeNum") is { } type && !Fits(type, Text(values, "PrjFunctionNum")))
        {
            yield return new FieldError(row, "PrjFunctionNum", "CODE_TABLE", "工程用途与项目分类不一致");
        }

        if (section == "drawing-review" && Text(values, "EconCorpName") is null && Text(values, "DesignCorpName") is null)
        {
            yield return new FieldError(row, "DesignCorpName", "REQUIRED", "勘察单位、设计单位至少填写一个");
        }
    }

    /// <summary>The text of a field; null where there is none.</summary>
    public static string? Text(JsonElement values, string field) =>
        values.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // 01 buildings use 1xx–9xx, 02 municipal works use 0xx; 99 may use either
    private static bool Fits(string type, string? use) => type switch { "01" => use is not (null or ['0', ..]), "02" => use is ['0', ..], _ => true };

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyMMdd", out _) || DateOnly.TryParseExact("20" + text, "yyyyMMdd", out _);
}
