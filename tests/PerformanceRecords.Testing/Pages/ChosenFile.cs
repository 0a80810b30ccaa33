using AngleSharp.Io.Dom;

namespace PerformanceRecords.Testing.Pages;

/// <summary>A sample file as AngleSharp's file inputs take it.</summary>
internal sealed class ChosenFile(SampleFile file) : IFile
{
    public string Name => file.Name;

    public string Type => file.ContentType;

    public int Length => file.Content.Length;

    public DateTime LastModified { get; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public Stream Body { get; } = new MemoryStream(file.Content, writable: false);

    public bool IsClosed { get; private set; }

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) =>
        new ChosenFile(file with { Content = file.Content[start..Math.Min(end, file.Content.Length)], ContentType = contentType ?? file.ContentType });

    public void Close() => IsClosed = true;

    public void Dispose() => Body.Dispose();
}
