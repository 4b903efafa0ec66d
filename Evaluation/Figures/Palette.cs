using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The colours of figures and reports for one theme. Series and the sequential scale stay apart for every common kind of colour
/// blindness (the series follow Okabe and Ito, "Color universal design", 2008, shifted until they stand out from the paper; the scale is
/// one hue of growing darkness), and nothing is told by colour alone.
/// </summary>
internal sealed record Palette
{
    public static readonly Palette Light = new()
    {
        Paper = "#ffffff", Panel = "#f5f7f9", Ink = "#1b1f24", Muted = "#57606a", Grid = "#dfe4ea", Axis = "#7d8792",
        Accent = "#0a5ea8", Good = "#00704f", Bad = "#b3261e", WarningPaper = "#b3261e", WarningInk = "#ffffff",
        Series = ["#0072b2", "#c04e00", "#00795a", "#a3427c", "#7a5c00"],
        Heat = ["#ffffff", "#e9f2fb", "#d3e5f5", "#b5d4ec", "#90bfe1", "#69a8d5", "#2f6fb0", "#1f5a9a", "#134581", "#0a2f63"],
        HeatInk = ["#57606a", "#1b1f24", "#1b1f24", "#1b1f24", "#1b1f24", "#10151a", "#ffffff", "#ffffff", "#ffffff", "#ffffff"],
    };

    public static readonly Palette Dark = new()
    {
        Paper = "#10151b", Panel = "#19212a", Ink = "#e6edf3", Muted = "#a2adb9", Grid = "#2a333d", Axis = "#7b8794",
        Accent = "#7cc0ff", Good = "#4cc99c", Bad = "#ff8f85", WarningPaper = "#ff8f85", WarningInk = "#1b0503",
        Series = ["#56b4e9", "#ff9f52", "#2fc79a", "#e59ac5", "#e6c34f"],
        Heat = ["#10151b", "#142436", "#17314d", "#1b4066", "#205282", "#2a66a0", "#6fa9dc", "#94c2ea", "#b8d8f4", "#dcedfc"],
        HeatInk = ["#a2adb9", "#e6edf3", "#e6edf3", "#e6edf3", "#f0f6fc", "#ffffff", "#0b1117", "#0b1117", "#0b1117", "#0b1117"],
    };

    public required string Paper { get; init; }
    public required string Panel { get; init; }
    public required string Ink { get; init; }
    public required string Muted { get; init; }
    public required string Grid { get; init; }
    public required string Axis { get; init; }
    public required string Accent { get; init; }
    public required string Good { get; init; }
    public required string Bad { get; init; }
    public required string WarningPaper { get; init; }
    public required string WarningInk { get; init; }
    public required ImmutableArray<string> Series { get; init; }

    /// <summary>The sequential scale, from nothing (the paper) to everything.</summary>
    public required ImmutableArray<string> Heat { get; init; }

    /// <summary>The text colour that reads on each step of <see cref="Heat"/>.</summary>
    public required ImmutableArray<string> HeatInk { get; init; }

    /// <summary>CSS declarations of every colour, as custom properties.</summary>
    public string Declarations()
    {
        var pairs = new List<(string Name, string Value)>
        {
            ("paper", Paper), ("panel", Panel), ("ink", Ink), ("muted", Muted), ("grid", Grid), ("axis", Axis), ("accent", Accent),
            ("good", Good), ("bad", Bad), ("warning-paper", WarningPaper), ("warning-ink", WarningInk),
        };
        pairs.AddRange(Series.Select((colour, i) => ($"series-{i}", colour)));
        pairs.AddRange(Heat.Select((colour, i) => ($"heat-{i}", colour)));
        pairs.AddRange(HeatInk.Select((colour, i) => ($"heat-ink-{i}", colour)));
        return string.Concat(pairs.Select(pair => $"--{pair.Name}:{pair.Value};"));
    }
}
