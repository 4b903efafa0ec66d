using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Tests.Display;

public class ThinnedLinesTests
{
    [Fact]
    public void The_first_line_and_the_last_are_shown()
    {
        var shown = new List<string>();
        var lines = new ThinnedLines(shown.Add, TimeSpan.FromHours(1));
        foreach (var line in (string[])["first", "second", "last"])
            lines.Add(line);
        lines.ShowLast();
        lines.ShowLast();
        Assert.Equal(["first", "last"], shown);
    }

    [Fact]
    public void Every_line_is_shown_when_the_interval_is_over()
    {
        var shown = new List<string>();
        var lines = new ThinnedLines(shown.Add, TimeSpan.Zero);
        lines.Add("first");
        lines.Add("second");
        lines.ShowLast();
        Assert.Equal(["first", "second"], shown);
    }
}
