using PerformanceRecords.Data;
using PerformanceRecords.Sync;
using PerformanceRecords.Web.Hosting;
using PerformanceRecords.Workflow;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseDefaultServiceProvider(options =>
{
    options.ValidateOnBuild = true;
    options.ValidateScopes = !builder.Environment.IsProduction(); // costs something at every resolution
});
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
// a request goes on where its bytes were read instead of being handed to another thread: its work is short, and waits for PostgreSQL without holding the thread
builder.WebHost.UseSockets(options => options.UnsafePreferInlineScheduling = true);
builder.AddPortalLogging();
builder.Services.AddPortalData(builder.Configuration);
builder.Services.AddPortalWorkflow();
builder.Services.AddOptions<SandboxHostOptions>().BindConfiguration(SandboxHostOptions.Section);
builder.Services.AddHostedService<SandboxHost>(); // before the dispatcher, which calls it
builder.Services.AddPortalSync(builder.Configuration);
builder.Services.AddPortalWeb();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

// side by side: each takes a good part of a start
var prepared = Task.Run(app.PrepareDatabaseAsync);
app.UsePortalWeb();
await prepared;
await app.RunAsync();

/// <summary>The portal's host; tests start it.</summary>
public partial class Program;
