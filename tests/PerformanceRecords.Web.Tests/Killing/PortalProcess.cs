using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;

namespace PerformanceRecords.Web.Tests.Killing;

/// <summary>The portal in a process of its own, so that it can be killed as a machine kills it: at once, with nothing tidied up.</summary>
internal sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;

    private PortalProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<PortalProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var folder = Path.Combine(TestEnvironment.Root(), "src", "PerformanceRecords.Web");
        var built = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(folder, "bin", built[^2], built[^1], "PerformanceRecords.Web.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.AbsoluteUri);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var portal = new PortalProcess(Process.Start(start)!, address);
        portal.process.OutputDataReceived += (_, _) => { };
        portal.process.ErrorDataReceived += (_, _) => { };
        portal.process.BeginOutputReadLine();
        portal.process.BeginErrorReadLine();
        await portal.AnswersAsync();
        return portal;
    }

    public Task<Visitor> SignedInAsync(DemoPerson person) =>
        new Visitor(new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address }).SignInAsync(person, Office.Password);

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(100))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The portal ended at its start with {process.ExitCode}.");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
                return;
            }
            catch (HttpRequestException e) when (e.InnerException is SocketException)
            {
                // not listening yet
            }
        }

        throw new TimeoutException("The portal did not answer.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
