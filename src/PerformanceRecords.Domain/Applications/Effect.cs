using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>What a step brings about besides the next stage. A value in the route; one handler carries it out inside the step's transaction.</summary>
public abstract record Effect;

/// <summary>推送: the sections land in the record and are queued for the national platform. None means: those the application names.</summary>
public sealed record Push(Sections Sections = Sections.None) : Effect;

/// <summary>施工许可: a permit that arrived before its contract was registered is looked for, and taken at once.</summary>
public sealed record SeekPermit : Effect;

/// <summary>The record is queued for the government service network 政务网.</summary>
public sealed record PublishToServiceNetwork : Effect;

/// <summary>The signed letter goes to the next level.</summary>
public sealed record SendLetter(Level To) : Effect;

/// <summary>开通补录端口: a port is opened for this enterprise and project.</summary>
public sealed record OpenSupplementPort : Effect;

/// <summary>The open port is used up by the submission.</summary>
public sealed record UseSupplementPort : Effect;

/// <summary>The submission was taken back, so the port is open again.</summary>
public sealed record ReleaseSupplementPort : Effect;

/// <summary>The letter a port rests on was taken back: the port takes nothing more.</summary>
public sealed record LockSupplementPort : Effect;

/// <summary>业绩确认函: the province's written confirmation is issued.</summary>
public sealed record IssueConfirmation : Effect;

/// <summary>The sections the application names rise to the grade it asks for.</summary>
public sealed record RaiseGrade : Effect;
