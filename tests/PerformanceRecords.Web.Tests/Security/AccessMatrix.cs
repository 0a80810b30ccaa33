using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Web.Tests.Security;

/// <summary>One endpoint and what it answers, caller by caller.</summary>
internal sealed record AccessRow(string Method, string Pattern, string Answers)
{
    public string Endpoint => $"{Method} {Pattern}";
}

/// <summary>
/// The table. 302 to a guest leads to the sign-in page; 403 is a level that has no business there; 404 is a thing that is somebody else's, or that
/// does not exist; 409 is a form without the version its page showed; 200 and 302 otherwise are the page and what follows a form.
/// </summary>
internal static class AccessMatrix
{
    /// <summary>Nobody, the enterprise, another one, its city, another city, its county, province, ministry, auditor, administrator.</summary>
    public static readonly IReadOnlyList<DemoPerson?> Callers =
    [
        null, DemoPeople.Zhang, DemoPeople.Gu, DemoPeople.Wang, DemoPeople.Qian, DemoPeople.Tang, DemoPeople.Chen, DemoPeople.He, DemoPeople.Wu, DemoPeople.Luo,
    ];

    /// <summary>Files of the look, and the page that stands in for one that failed.</summary>
    public static readonly IReadOnlyList<string> NotPages = ["GET /{**path:file}", "HEAD /{**path:file}", "ANY /{*path}", "ANY /errors/{status:int}", "GET /api/{documentName}/openapi.json"];

    // endpoint                                                          guest own other city city2 county province ministry auditor administrator
    private const string Table = """
        GET  /                                                         302 200 200 200 200 200 200 200 200 200
        GET  /about/accessibility                                      200 200 200 200 200 200 200 200 200 200
        GET  /about/privacy                                            200 200 200 200 200 200 200 200 200 200
        GET  /account                                                  302 200 200 200 200 200 200 200 200 200
        GET  /account/forgotten                                        200 200 200 200 200 200 200 200 200 200
        GET  /account/password                                         302 200 200 200 200 200 200 200 200 200
        GET  /account/register                                         200 200 200 200 200 200 200 200 200 200
        GET  /account/session-ended                                    200 200 200 200 200 200 200 200 200 200
        GET  /account/sign-in                                          200 302 302 302 302 302 302 302 302 302
        GET  /admin/organisations                                      302 403 403 403 403 403 403 403 403 200
        GET  /admin/organisations/{id:guid}                            302 403 403 403 403 403 403 403 403 404
        GET  /admin/organisations/{id:guid}/change                     302 403 403 403 403 403 403 403 403 404
        POST /admin/organisations/{id:guid}/change                     302 403 403 403 403 403 403 403 403 404
        GET  /admin/users/{id:guid}                                    302 403 403 403 403 403 403 403 403 404
        POST /admin/users/{id:guid}                                    302 403 403 403 403 403 403 403 403 404
        GET  /admin/organisations/new                                  302 403 403 403 403 403 403 403 403 200
        GET  /admin/users                                              302 403 403 403 403 403 403 403 403 200
        GET  /applications/{id:guid}                                   302 200 404 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/check                             302 200 404 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/evidence                          302 200 404 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/evidence/{fileId:guid}            302 200 404 200 404 200 200 404 200 404
        GET  /applications/{id:guid}/sections/{section}                302 200 404 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/submitted                         302 302 404 403 403 403 403 403 403 403
        GET  /applications/{view:regex(^(todo|drafts|closed)$)?}       302 200 200 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/changes                           302 404 404 403 403 403 403 403 403 403
        GET  /applications/{id:guid}/scope                             302 200 404 403 403 403 403 403 403 403
        GET  /applications/modules/{code}                              302 302 302 403 403 403 403 403 403 403
        GET  /applications/new                                         302 200 200 403 403 403 403 403 403 403
        GET  /applications/new/{code}                                  302 200 200 403 403 403 403 403 403 403
        GET  /audit                                                    302 403 403 403 403 403 403 403 200 200
        GET  /enterprises                                              302 403 403 200 200 403 200 403 200 403
        GET  /enterprises/{id:guid}                                    302 404 404 200 404 404 200 404 200 404
        GET  /find                                                     302 200 200 200 200 200 200 200 200 200
        GET  /guide                                                    200 200 200 200 200 200 200 200 200 200
        GET  /letters                                                  302 200 200 200 200 403 200 200 200 403
        GET  /letters/{id:guid}                                        302 404 404 200 404 403 404 404 200 403
        GET  /letters/{id:guid}/pdf                                    302 404 404 302 404 403 404 404 302 403
        GET  /letters/{id:guid}/print                                  302 404 404 200 404 403 404 404 200 403
        GET  /letters/{id:guid}/scans/{scanId:guid}                    302 404 404 404 404 403 404 404 404 403
        GET  /letters/scans                                            302 403 403 200 200 403 200 403 403 403
        POST /letters/scans                                            302 403 403 200 200 403 200 403 403 403
        GET  /letters/templates                                        302 403 403 200 200 403 200 403 403 403
        GET  /letters/templates/{kind}                                 302 403 403 404 404 403 404 403 403 403
        GET  /letters/templates/{kind}/print                           302 403 403 404 404 403 404 403 403 403
        GET  /organisation                                             302 200 200 403 403 403 403 403 403 403
        GET  /permits                                                  302 403 403 200 200 200 200 403 200 403
        GET  /permits/{id:guid}                                        302 403 403 200 404 200 200 403 200 403
        GET  /permits/new                                              302 403 403 200 200 200 200 403 403 403
        GET  /notifications                                            302 200 200 200 200 200 200 200 200 200
        GET  /ports                                                    302 200 200 200 200 403 200 403 200 403
        GET  /ports/{id:guid}                                          302 200 404 200 404 403 200 403 200 403
        GET  /push                                                     302 403 403 403 403 403 200 403 200 200
        GET  /push/{id:guid}                                           302 403 403 403 403 403 404 403 404 404
        GET  /push/catch-up                                            302 403 403 403 403 403 204 403 204 204
        GET  /push/counters                                            302 403 403 403 403 403 200 403 200 200
        GET  /push/day                                                 302 403 403 403 403 403 200 403 200 200
        GET  /push/deadlines                                           302 403 403 403 403 403 200 403 200 200
        GET  /push/history                                             302 403 403 403 403 403 200 403 200 200
        GET  /push/mirror                                              302 403 403 403 403 403 200 403 200 200
        GET  /push/mirror/night                                        302 403 403 403 403 403 200 403 200 200
        GET  /receipts/{id:guid}                                       302 404 404 404 404 404 404 404 404 404
        GET  /records                                                  302 200 200 200 200 200 200 200 200 200
        GET  /records/{id:guid}                                        302 200 404 200 404 200 200 200 200 404
        GET  /records/{id:guid}/mirror                                 302 200 404 200 404 200 200 200 200 404
        GET  /records/{id:guid}/revisions/{section}/{revision:int}     302 200 404 200 404 200 200 200 200 404
        GET  /records/{id:guid}/sheets                                 302 200 404 200 404 200 200 200 200 404
        GET  /records/{id:guid}/sheets/{edition:int}/pdf               302 404 404 404 404 404 404 404 404 404
        GET  /records/{id:guid}/sheets/{edition:int}/print             302 404 404 404 404 404 404 404 404 404
        POST /records/{id:guid}/sheets                                 302 302 404 302 404 302 302 302 302 404
        GET  /records/people                                           302 200 200 200 200 200 200 200 200 403
        POST /records/people                                           302 200 200 200 200 200 200 200 200 403
        GET  /dossiers/{id:guid}                                       302 200 404 200 404 200 200 404 200 404
        GET  /filing-sheets/{id:guid}                                  302 200 404 200 404 200 200 404 200 404
        POST /filing-sheets/{id:guid}                                  302 302 404 302 404 302 302 404 302 404
        GET  /filing-sheets/{id:guid}/pdf                              302 302 404 302 404 302 302 404 302 404
        GET  /filing-sheets/{id:guid}/print                            302 200 404 200 404 200 200 404 200 404
        GET  /reviews                                                  302 403 403 200 200 200 200 200 200 403
        GET  /reviews/{id:guid}                                        302 403 403 200 404 200 200 404 200 403
        GET  /reviews/{id:guid}/next                                   302 403 403 302 404 302 302 404 302 403
        GET  /reviews/{id:guid}/previous                               302 403 403 302 404 302 302 404 302 403
        GET  /reviews/{id:guid}/similar                                302 403 403 200 404 200 200 404 200 403
        GET  /reviews/{id:guid}/precheck                               302 403 403 200 404 200 200 404 200 403
        GET  /verify                                                   200 200 200 200 200 200 200 200 200 200
        GET  /verify/{code}                                            200 200 200 200 200 200 200 200 200 200
        POST /account/first-password                                   302 302 302 302 302 302 302 302 302 302
        GET  /accounts/{id:guid}/password                              302 403 403 200 404 403 403 403 403 200
        POST /accounts/{id:guid}/password                              302 403 403 200 404 403 403 403 403 200
        POST /account/password                                         302 200 200 200 200 200 200 200 200 200
        POST /account/register                                         200 200 200 200 200 200 200 200 200 200
        POST /account/sign-in                                          200 200 200 200 200 200 200 200 200 200
        POST /admin/organisations/{id:guid}/users                      302 403 403 403 403 403 403 403 403 404
        POST /admin/organisations/new                                  302 403 403 403 403 403 403 403 403 200
        POST /admin/users/{id:guid}/appoint                            302 403 403 403 403 403 403 403 403 404
        POST /admin/users/{id:guid}/dismiss                            302 403 403 403 403 403 403 403 403 404
        POST /admin/users/{id:guid}/disable                            302 403 403 403 403 403 403 403 403 404
        POST /admin/users/{id:guid}/enable                             302 403 403 403 403 403 403 403 403 404
        POST /admin/users/{id:guid}/unlock                             302 403 403 403 403 403 403 403 403 404
        POST /api/v1/announcements/{platform:regex(^(national|service-network)$)} 401 401 401 401 401 401 401 401 401 401
        POST /api/v1/construction-permits                              401 401 401 401 401 401 401 401 401 401
        POST /applications                                             302 404 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/abandon                           302 302 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/evidence/{fileId:guid}/remove     302 404 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/evidence/{kind:regex(^[a-z-]+$)}  302 200 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/changes                           302 404 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/reconfirm                         302 302 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/scope                             302 302 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/scope/refresh                     302 302 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/sections/{section}                302 409 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/sections/{section}/autosave       302 409 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/submit                            302 200 404 403 403 403 403 403 403 403
        POST /applications/{id:guid}/withdraw                          302 302 404 403 403 403 403 403 403 403
        POST /enterprises/{id:guid}/confirm                            302 404 404 409 404 404 404 404 404 404
        POST /enterprises/{id:guid}/refuse                             302 404 404 409 404 404 404 404 404 404
        POST /letters                                                  302 403 403 200 200 403 200 403 403 403
        POST /letters/{id:guid}/add                                    302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/discard                                302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/preview                                302 403 403 404 404 403 404 403 403 403
        POST /letters/{id:guid}/remove                                 302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/reset                                  302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/save                                   302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/send                                   302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/send-back                              302 403 403 409 404 403 404 403 403 403
        POST /letters/{id:guid}/sign                                   302 403 403 409 404 403 404 403 403 403
        POST /notifications/{id:guid}/open                             302 404 404 404 404 404 404 404 404 404
        POST /notifications/read                                       302 302 302 302 302 302 302 302 302 302
        POST /letters/{id:guid}/withdraw                               302 403 403 409 404 403 404 403 403 403
        POST /letters/templates/{kind}                                 302 403 403 404 403 403 404 403 403 403
        POST /letters/templates/{kind}/preview                         302 403 403 404 404 403 404 403 403 403
        POST /letters/templates/{kind}/print                           302 403 403 404 404 403 404 403 403 403
        POST /organisation                                             302 200 200 403 403 403 403 403 403 403
        POST /permits/{id:guid}/join                                   302 403 403 409 404 409 409 403 403 403
        POST /permits/{id:guid}/put-back                               302 403 403 409 404 409 409 403 403 403
        POST /permits/{id:guid}/set-aside                              302 403 403 409 404 409 409 403 403 403
        POST /permits/new                                              302 403 403 200 200 200 200 403 403 403
        GET  /ports/waiting                                            302 403 403 403 403 403 200 403 403 403
        GET  /ports/report                                             302 403 403 403 403 403 200 403 200 403
        GET  /ports/report/file                                        302 403 403 403 403 403 200 403 200 403
        GET  /ports/letters/{letter:guid}                              302 404 404 404 404 403 404 403 404 403
        POST /ports/letters/{letter:guid}/{change:regex(^(extend|narrow|close|remind)$)} 302 403 403 403 403 403 404 403 403 403
        POST /ports/{id:guid}/allow                                    302 403 403 403 403 403 200 403 403 403
        POST /ports/{id:guid}/narrow                                   302 403 403 403 403 403 200 403 403 403
        POST /ports/letters/{letter:guid}/open                         302 403 403 403 403 403 404 403 403 403
        POST /ports/many/{change:regex(^(extend|close|remind)$)}       302 403 403 403 403 403 200 403 403 403
        POST /ports/{id:guid}/close                                    302 403 403 403 403 403 200 403 403 403
        POST /ports/{id:guid}/extend                                   302 403 403 403 403 403 200 403 403 403
        POST /push/{id:guid}/{act:regex(^(resend|park|release)$)}      302 403 403 403 403 403 404 403 403 404
        POST /push/channels/{destination}/close                        302 403 403 403 403 403 302 403 403 302
        POST /push/channels/{destination}/probe                        302 403 403 403 403 403 302 403 403 302
        POST /records/{id:guid}/mirror                                 302 302 404 302 404 302 302 302 302 404
        POST /records/{id:guid}/mirror/{section}                       302 403 403 403 403 403 404 403 403 403
        POST /reviews/{id:guid}/{word}                                 302 403 403 409 404 409 409 404 403 403
        POST /reviews/{id:guid}/reply/{word}                           302 403 403 403 403 403 409 403 403 403
        POST /account/sign-out                                         302 302 302 302 302 302 302 302 302 302
        """;

    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        .. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => new AccessRow(parts[0], parts[1], parts[2])),
    ];
}
