using System.Globalization;

namespace MlNetFashion.Evaluation.Tests.Figures;

/// <summary>The contrast that WCAG 2.1 asks for: 4.5 for text (1.4.3), 3 for the parts of a graphic (1.4.11).</summary>
public class PaletteTests
{
    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_reads_on_every_step_of_the_scale(string theme)
    {
        var palette = Of(theme);
        Assert.Equal(palette.Heat.Length, palette.HeatInk.Length);
        Assert.All(palette.Heat.Zip(palette.HeatInk), step => Assert.True(
            Contrast(step.First, step.Second) >= 4.5, $"{step.Second} on {step.First}: {Contrast(step.First, step.Second)}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_reads_on_paper_and_panel(string theme)
    {
        var palette = Of(theme);
        foreach (var ink in new[] { palette.Ink, palette.Muted, palette.Accent, palette.Good, palette.Bad })
        {
            Assert.True(Contrast(ink, palette.Paper) >= 4.5, ink);
            Assert.True(Contrast(ink, palette.Panel) >= 4.5, ink);
        }

        Assert.True(Contrast(palette.WarningInk, palette.WarningPaper) >= 4.5);
        Assert.True(Contrast(palette.Axis, palette.Paper) >= 3);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Lines_stand_out_from_the_paper(string theme)
    {
        var palette = Of(theme);
        Assert.All(palette.Series, colour => Assert.True(Contrast(colour, palette.Paper) >= 3, colour));
        Assert.Equal(palette.Series.Length, palette.Series.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Scale_runs_one_way(string theme)
    {
        var lightness = Of(theme).Heat.Select(Luminance).ToList();
        var sorted = theme == "light" ? lightness.OrderDescending() : lightness.Order();
        Assert.Equal(sorted, lightness);
    }

    private static Palette Of(string theme) => theme == "light" ? Palette.Light : Palette.Dark;

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        return 0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5);

        double Linear(int start)
        {
            var c = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }
}
