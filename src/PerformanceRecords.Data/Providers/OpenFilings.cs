namespace PerformanceRecords.Data.Providers;

/// <summary>What open filings claim, for databases that have filings from before claims were kept. Plain enough for every provider; of two that clash the first keeps it.</summary>
internal static class OpenFilings
{
    public const string ClaimProjects = """
        INSERT INTO "ProjectClaims" ("EnterpriseId", "TypeCode", "Value", "ApplicationId")
        SELECT "EnterpriseId", "TypeCode", "ProjectNumber", "Id" FROM (
            SELECT "EnterpriseId", "TypeCode", "ProjectNumber", "Id", ROW_NUMBER() OVER (PARTITION BY "EnterpriseId", "TypeCode", "ProjectNumber" ORDER BY "SubmittedAt", "Id") AS "Place"
            FROM "Applications"
            WHERE "RecordId" IS NULL AND "SubmittedAt" IS NOT NULL AND "ClosedAt" IS NULL AND "ProjectNumber" IS NOT NULL AND "TypeCode" <> 'first-entry') AS "Open"
        WHERE "Place" = 1
        """;

    public const string ClaimContracts = """
        INSERT INTO "ProjectClaims" ("EnterpriseId", "TypeCode", "Value", "ApplicationId")
        SELECT "EnterpriseId", "TypeCode", "Value", "Id" FROM (
            SELECT a."EnterpriseId", a."TypeCode", CONCAT(a."ProjectNumber", '/', k."Value") AS "Value", a."Id",
                ROW_NUMBER() OVER (PARTITION BY a."EnterpriseId", a."TypeCode", a."ProjectNumber", k."Value" ORDER BY a."SubmittedAt", a."Id") AS "Place"
            FROM "Applications" AS a INNER JOIN "ProjectKeys" AS k ON k."SubjectId" = a."Id" AND k."Kind" = 'Contract'
            WHERE a."RecordId" IS NULL AND a."SubmittedAt" IS NOT NULL AND a."ClosedAt" IS NULL AND a."ProjectNumber" IS NOT NULL AND a."TypeCode" = 'first-entry') AS "Open"
        WHERE "Place" = 1
        """;
}
