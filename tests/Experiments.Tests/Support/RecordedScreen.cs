using System.Globalization;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Tests.Support;

/// <summary>Runs command lines in this process and keeps what they print.</summary>
internal sealed class RecordedScreen(bool live = false, int width = 100, StringWriter? writer = null) : IDisposable
{
    /// <summary>Few enough sketch images that a run takes a moment.</summary>
    private static readonly (int Train, int Test) FewImages = (600, 200);

    private readonly StringWriter output = writer ?? new(CultureInfo.InvariantCulture);
    private readonly StringWriter error = new(CultureInfo.InvariantCulture);

    public string Output => output.ToString();

    public string Error => error.ToString();

    /// <summary>The output without the blanks that tables leave at line ends.</summary>
    public string TrimmedOutput => string.Join('\n', Output.Split('\n').Select(line => line.TrimEnd()));

    public Screen Screen => new(output, error, new ScreenTraits(IsLive: live, HasColours: false, width));

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments) => CommandLine.RunAsync(
        arguments,
        new Surroundings(Screen, Workplace.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory)) { Data = new DataRequest { SketchSize = FewImages } },
        cancellationToken);

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }
}
