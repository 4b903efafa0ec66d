using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Tests.Display;

public class DownloadDisplayTests
{
    private static readonly Uri Address = new("https://example.org/data/images.gz");

    [Fact]
    public void Without_a_terminal_a_download_is_a_dozen_lines_at_most()
    {
        using var recorded = new RecordedScreen();

        new PlainDisplay(recorded.Screen).Download("looking", progress =>
        {
            for (var received = 0; received <= 1000; received++)
                progress.Report(new DownloadProgress("images.gz", Address, 1, 4, received * 1024L, 1000 * 1024L));
            return 0;
        });

        var lines = recorded.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(lines.Length, 10, 12);
        Assert.StartsWith("downloading images.gz (1 of 4) from example.org: 0 B of 1000.0 KiB", lines[0], StringComparison.Ordinal);
        Assert.Contains("1000.0 KiB of 1000.0 KiB", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_happens_to_a_download_is_always_said()
    {
        using var recorded = new RecordedScreen(width: 80);
        var view = new DownloadView("looking for the data", 80);
        view.Update(new DownloadProgress("images.gz", Address, 2, 4, 500, 1000, "resumed at 500 bytes"));
        view.Update(new DownloadProgress("images.gz", Address, 2, 4, 750, 1000));

        recorded.Screen.Console.Write(view.Render());

        Assert.Contains("images.gz: resumed at 500 bytes", recorded.Output, StringComparison.Ordinal);
        Assert.Contains("(2 of 4) from example.org", recorded.Output, StringComparison.Ordinal);
        Assert.Contains("750 B of 1000 B", recorded.Output, StringComparison.Ordinal);
        Assert.All(recorded.Output.Split('\n'), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void A_size_that_is_unknown_is_no_obstacle()
    {
        using var recorded = new RecordedScreen(live: true);

        var result = new LiveDisplay(recorded.Screen).Download("looking", progress =>
        {
            progress.Report(new DownloadProgress("images.gz", Address, 1, 4, 2048, null));
            return 7;
        });

        Assert.Equal(7, result);
        Assert.Contains("2.0 KiB", recorded.Output, StringComparison.Ordinal);
    }
}
