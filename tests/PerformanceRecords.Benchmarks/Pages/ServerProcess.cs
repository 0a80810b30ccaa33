using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>A web server in a process of its own, on a free loopback port; ended with this object.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan firstAnswer)
    {
        this.process = process;
        Address = address;
        FirstAnswer = firstAnswer;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan FirstAnswer { get; }

    public double MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public static async Task<ServerProcess> StartAsync(string assembly, string workingFolder, string firstPage, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments.Prepend(assembly))
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.AbsoluteUri);
        start.Environment["Sync__Dispatches"] = "false";
        // as a server is set up, see docs/developing.md; portal and floor alike
        start.Environment.TryAdd("DOTNET_GCgen0size", "0x2000000");
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var lastWords = new Queue<string>();
        void Remember(object sender, DataReceivedEventArgs line)
        {
            lock (lastWords)
            {
                lastWords.Enqueue(line.Data ?? "");
                if (lastWords.Count > 40)
                {
                    lastWords.Dequeue();
                }
            }
        }

        process.OutputDataReceived += Remember;
        process.ErrorDataReceived += Remember;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        while (clock.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, firstPage));
                await answer.Content.ReadAsByteArrayAsync();
                return answer.StatusCode == HttpStatusCode.OK
                    ? new ServerProcess(process, address, clock.Elapsed)
                    : throw new InvalidOperationException($"{firstPage} answered {(int)answer.StatusCode}.");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        process.Kill();
        throw new InvalidOperationException($"{assembly} did not start:\n{string.Join('\n', lastWords)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
