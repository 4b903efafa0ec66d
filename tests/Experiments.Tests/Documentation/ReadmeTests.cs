using System.Runtime.CompilerServices;
using Microsoft.ML;
using MlNetFashion.Pipelines;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Documentation;

public class ReadmeTests
{
    private const string Mark = "// <readme>";
    private const string EndMark = "// </readme>";

    [Fact]
    public void The_code_in_README_is_the_code_that_is_tested()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");
        var pieces = MarkedPieces().ToList();

        Assert.Equal(5, pieces.Count);
        Assert.All(pieces, piece => Assert.Contains(piece, readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_code_in_README_runs()
    {
        var mlContext = new MLContext(seed: 1);
        var data = FashionMnist.Load(mlContext, new DataSetOptions { UseSketch = true, SketchTrainCount = 500, SketchTestCount = 100 });

        var (accuracy, logLoss, folds) = ReadmeSample.Train(mlContext, data);

        Assert.InRange(accuracy, 0.3, 1);
        Assert.InRange(logLoss, 0, 3);
        Assert.Equal(5, folds);
        Assert.Contains(ReadmeSample.Predict(new float[784]), data.ClassNames);
    }

    [Fact]
    public void Every_file_README_points_to_is_there()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md"));
        var links = System.Text.RegularExpressions.Regex.Matches(readme, @"\]\((?!https?:|#)([^)#]+)").Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(SharedFiles.RepositoryRoot, link)), link));
    }

    private static IEnumerable<string> MarkedPieces([CallerFilePath] string thisFile = "")
    {
        var sample = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(thisFile)!, "ReadmeSample.cs"));
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i].Trim() != Mark)
                continue;
            var margin = sample[i].Length - Mark.Length;
            var piece = sample[(i + 1)..].TakeWhile(line => line.Trim() != EndMark).Select(line => line.Length > margin ? line[margin..] : "");
            yield return string.Join('\n', piece).Trim();
        }
    }
}
