using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Pipelines;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public sealed class PredictTests(SketchRun run) : IClassFixture<SketchRun>, IDisposable
{
    private const int Images = 5;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_process_gives_the_probabilities_of_the_training_process()
    {
        var pictures = WriteTestImages();

        var (code, output, error) = await SeparateProcess.RunAsync(["predict", "--json", "--model", Path.Combine(run.RunFolder, "model.zip"), .. pictures]);

        Assert.Equal("", error);
        Assert.Equal(ExitCode.Success, code);
        using var json = JsonDocument.Parse(output);
        var table = File.ReadLines(Path.Combine(run.RunFolder, "predictions.csv")).Where(line => !line.StartsWith('#')).ToArray();
        var header = table[0].Split(',');
        foreach (var (prediction, number) in json.RootElement.EnumerateArray().Select((prediction, number) => (prediction, number)))
        {
            var cells = table[number + 1].Split(',');
            foreach (var probability in prediction.GetProperty("probabilities").EnumerateObject())
            {
                var column = Array.FindIndex(header, name => name == $"p_{probability.Name}");
                Assert.InRange(column, 0, header.Length - 1);
                Assert.Equal(float.Parse(cells[column], CultureInfo.InvariantCulture), probability.Value.GetSingle(), 1e-5f);
            }

            Assert.Empty(prediction.GetProperty("notes").EnumerateArray());
        }
    }

    [Fact]
    public async Task Bars_show_every_class_and_name_the_likeliest()
    {
        using var screen = new RecordedScreen(width: 80);

        var code = await screen.RunAsync("predict", "--model", Path.Combine(run.RunFolder, "model.zip"), WriteTestImages()[0]);

        Assert.Equal(ExitCode.Success, code);
        Assert.All(FashionMnist.ClassNames, name => Assert.Contains($"  {name}", screen.Output, StringComparison.Ordinal));
        Assert.All(screen.Output.Split('\n').Skip(1), line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public async Task A_picture_of_another_size_and_colour_is_converted_and_that_is_said()
    {
        var path = Path.Combine(folder.Path, "large.png");
        var samples = new byte[60 * 40 * 3];
        new Random(1).NextBytes(samples);
        File.WriteAllBytes(path, PngFiles.Make(60, 40, colourType: 2, depth: 8, interlaced: false, (x, y, channel) => samples[(((y * 60) + x) * 3) + channel]));
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("predict", "--model", Path.Combine(run.RunFolder, "model.zip"), path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("note: ", screen.Output, StringComparison.Ordinal);
        Assert.Contains("60", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_JPEG_picture_is_named_too()
    {
        var path = Path.Combine(folder.Path, "photograph.jpeg");
        File.WriteAllBytes(path, JpegFiles.Make(7, 9, (column, row) => (byte)((20 * column) + row)));
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("predict", "--model", Path.Combine(run.RunFolder, "model.zip"), path);

        Assert.Equal("", screen.Error);
        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("resized from 56x72", screen.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a zip at all")]
    [InlineData("")]
    public async Task A_file_that_is_no_model_is_refused_in_one_sentence(string content)
    {
        var model = Path.Combine(folder.Path, "model.zip");
        await File.WriteAllTextAsync(model, content);
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("predict", "--model", model, WriteTestImages()[0]);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(screen.Output);
        Assert.Single(screen.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("not a picture at all")]
    [InlineData("")]
    public async Task A_file_that_is_no_picture_is_refused_in_one_sentence(string content)
    {
        var picture = Path.Combine(folder.Path, "picture.png");
        await File.WriteAllTextAsync(picture, content);
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("predict", "--model", Path.Combine(run.RunFolder, "model.zip"), picture);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(screen.Output);
        Assert.Contains("picture.png", Assert.Single(screen.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>The first test images of the data that <see cref="SketchRun"/> was judged on.</summary>
    private string[] WriteTestImages()
    {
        var data = FashionMnist.Load(new MLContext(), new DataSetOptions { UseSketch = true, SketchTrainCount = 600, SketchTestCount = 200 });
        var column = data.Test.Schema["Pixels"];
        using var cursor = data.Test.GetRowCursor([column]);
        var getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> image = default;
        var paths = new List<string>();
        while (paths.Count < Images && cursor.MoveNext())
        {
            getter(ref image);
            paths.Add(Path.Combine(folder.Path, $"image-{paths.Count.ToString(CultureInfo.InvariantCulture)}.png"));
            File.WriteAllBytes(paths[^1], PngFiles.Grey([.. image.DenseValues().Select(value => (byte)value)], 28, 28));
        }

        return [.. paths];
    }
}
