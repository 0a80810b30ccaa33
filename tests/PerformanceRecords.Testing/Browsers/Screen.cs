namespace PerformanceRecords.Testing.Browsers;

/// <summary>The size of a window, in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static Screen Desk { get; } = new(1440, 900);

    public static Screen Phone { get; } = new(390, 844);
}
