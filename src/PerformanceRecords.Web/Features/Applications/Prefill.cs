using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>What the portal knows already is offered in an entry that is still empty, and says where it came from.</summary>
internal static class Prefill
{
    private const string OwnName = "来自单位信息";
    private const string FromBasic = "来自基本信息";

    /// <summary>The text for a field of an empty entry, and its source; null where nothing is known.</summary>
    public static (string Text, string Source)? For(Sections section, string key, Organisation enterprise, SectionValues basic) => (section, key) switch
    {
        (Sections.Contract, nameof(Contract.ContractorCorpName)) or
        (Sections.DrawingReview, nameof(DrawingReview.DesignCorpName)) or
        (Sections.Permit, nameof(ConstructionPermit.DesignCorpName)) or
        (Sections.Indicators, nameof(IndicatorSet.CompanyName)) or
        (Sections.Personnel, nameof(PersonnelMember.CorpName)) => (enterprise.Name, OwnName),
        (Sections.Contract, nameof(Contract.ContractorCorpCode)) or
        (Sections.DrawingReview, nameof(DrawingReview.DesignCorpCode)) or
        (Sections.Permit, nameof(ConstructionPermit.DesignCorpCode)) or
        (Sections.Indicators, nameof(IndicatorSet.CompanyCode)) or
        (Sections.Personnel, nameof(PersonnelMember.CorpCode)) => Known(enterprise.CreditCode ?? "", OwnName),
        (Sections.Contract, nameof(Contract.RecordName)) => Known(basic[nameof(BasicInfo.PrjName)], FromBasic),
        (Sections.Contract, nameof(Contract.PropietorCorpName)) => Known(basic[nameof(BasicInfo.BuildCorpName)], FromBasic),
        (Sections.Contract, nameof(Contract.PropietorCorpCode)) => Known(basic[nameof(BasicInfo.BuildCorpCode)], FromBasic),
        (Sections.DrawingReview, nameof(DrawingReview.PrjSize)) => Known(basic[nameof(BasicInfo.PrjSize)], FromBasic),
        (Sections.Permit, nameof(ConstructionPermit.BuilderLicenceName)) => Known(basic[nameof(BasicInfo.PrjName)], FromBasic),
        _ => null,
    };

    private static (string Text, string Source)? Known(string text, string source) => text.Length > 0 ? (text, source) : null;
}
