using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>通过后: what an approval brings about, read from the route.</summary>
internal static class Consequences
{
    public static IEnumerable<string> Of(Application application, IEnumerable<Step> steps) =>
        from step in steps
        where step.Does.IsApproval() && step.Does is not (Act.OpenPort or Act.SignLetter)
        from words in Of(application, step)
        select words;

    private static IEnumerable<string> Of(Application application, Step step)
    {
        foreach (var effect in step.And)
        {
            switch (effect)
            {
                case Domain.Applications.Push push:
                    yield return $"推送部平台：{(push.Sections == Sections.None ? application.Asked : push.Sections).InWords()}";
                    break;
                case PublishToServiceNetwork:
                    yield return "进入政务网：业绩库里这个项目的各节，连同本次填报的内容";
                    break;
            }
        }

        if (step.Then is { } next && next != Stage.Completed)
        {
            yield return $"进入{next.Chinese()}";
        }
    }
}
