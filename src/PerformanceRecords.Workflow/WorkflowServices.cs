using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Duplicates;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Notices;
using PerformanceRecords.Workflow.Permits;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Sheets;
using PerformanceRecords.Workflow.Steps;
using PerformanceRecords.Workflow.Steps.Effects;
using PerformanceRecords.Workflow.Verification;

namespace PerformanceRecords.Workflow;

/// <summary>Registers the services that take steps and read queues.</summary>
public static class WorkflowServices
{
    public static IServiceCollection AddPortalWorkflow(this IServiceCollection services)
    {
        services.AddOptions<DeadlineOptions>().BindConfiguration(DeadlineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DelegationOptions>().BindConfiguration(DelegationOptions.Section);
        services.AddMemoryCache();
        services.AddSingleton<DeadlineCalculator>();
        services.AddScoped<AuditLog>().AddScoped<BureauDirectory>().AddScoped<NumberTaker>();
        services.TryAddSingleton<INationalPlatform, UnaskedPlatform>();
        services.TryAddSingleton<IDryRun, UncheckedPlatform>();
        services.AddScoped<AdvisorDesk>().AddScoped<DuplicateFinder>().AddScoped<PersonnelNotes>().AddScoped<PersonSearch>().AddScoped<RecordHistory>();
        services.AddScoped<SubjectIndex>().AddScoped<FilingStarter>().AddScoped<CorrectionDesk>();
        services.AddScoped<PermitDesk>().AddScoped<PermitMatcher>().AddScoped<PermitSeeker>().AddScoped<PermitList>().AddScoped<PermitFiles>();
        services.AddScoped<FilingDesk>().AddScoped<FilingCheck>().AddScoped<ProjectClaims>().AddScoped<EvidenceDesk>();
        services.AddScoped<ReviewQueue>().AddScoped<CaseRegister>().AddScoped<CaseFiles>().AddScoped<CaseBackgrounds>().AddSingleton<SubmissionShelf>().AddSingleton<OrganisationNames>();
        services.AddScoped<StepTaker>().AddScoped<EffectRunner>().AddScoped<PushHandler>().AddScoped<OutageReceipts>().AddSingleton<PushPlan>().AddScoped<Precheck>().AddScoped<SupplementPortHandler>().AddScoped<ReplyDesk>();
        services.AddScoped<StepNotices>().AddScoped<IReminder, PortReminder>().AddScoped<NotificationList>();
        services.AddScoped<LetterLists>().AddScoped<PortList>().AddScoped<AuditTrail>().AddScoped<ReceiptReader>();
        services.AddScoped<FilingList>().AddScoped<FilingReader>().AddScoped<RecordSearch>().AddScoped<RecordReader>();
        services.AddScoped<LetterDesk>().AddScoped<TemplateDesk>().AddScoped<AnnexReader>().AddScoped<LetterArchive>().AddScoped<LetterCheck>();
        services.AddScoped<PortDesk>().AddScoped<PortOpening>().AddScoped<PortReport>().AddScoped<PrintQueue>().AddScoped<SheetDesk>().AddScoped<FilingSheetDesk>().AddScoped<ScanDesk>().AddScoped<DossierReader>().AddScoped<Verifier>();
        services.AddSingleton<PrintSignal>();
        return services;
    }
}
