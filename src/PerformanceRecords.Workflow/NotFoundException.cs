namespace PerformanceRecords.Workflow;

/// <summary>There is no such thing for the one who asks: it does not exist, or is somebody else's.</summary>
public sealed class NotFoundException(string what, object id) : Exception($"{what} {id} is not there for this actor.");

/// <summary>What was shown has changed meanwhile; nothing was done.</summary>
public sealed class StaleException(string what, object id) : Exception($"{what} {id} was changed by someone else.");
