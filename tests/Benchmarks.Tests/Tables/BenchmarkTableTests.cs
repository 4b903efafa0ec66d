using System.Text.Json.Nodes;

namespace MlNetFashion.Benchmarks.Tests;

public class BenchmarkTableTests
{
    private static readonly TrainingRow Measured = new(BenchmarkNetworks.All[0], 4_000_000,
        [new Round(1000, 0.5, 1), new Round(1000, 0.25, 1), new Round(1000, 1, 1)], [new Round(100, 0.5, 1), new Round(100, 0.5, 1), new Round(100, 1, 1)],
        new PyTorchSetUp("nchw", false, 1), 100e9, 0.01);

    private static readonly TrainingRow Alone = Measured with { Theirs = [], PeerSetUp = null };

    [Fact]
    public void Markdown_holds_medians_ranges_and_the_goal_for_the_vectors_used()
    {
        const string expected = """
            - processor: some

            | network | batch | images/s | PyTorch | ratio | goal | GFLOP/s | of FMA peak | PyTorch's set-up |
            | --- | --: | --: | --: | --: | --: | --: | --: | --- |
            | safaei/cnn_1 | 128 | 2,000 (1,000..4,000) | 200 (100..200) | 10.00 (10.00..20.00) | 9 | 8 | 8 % | nchw |
            | safaei/cnn_1 | 128 | 2,000 (1,000..4,000) | - | - | 9 | 8 | 8 % | - |

            """;

        Assert.Equal(expected, TrainingTable.Of([new("processor", "some")], [Measured, Alone], vectorBits: 512).ToMarkdown());
        Assert.Contains("| 5 | 8 |", TrainingTable.Of([], [Measured], vectorBits: 256).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_every_round()
    {
        var report = JsonNode.Parse(TrainingTable.Of([new("processor", "some")], [Measured], vectorBits: 512).ToJson())!;

        Assert.Equal("some", (string?)report["conditions"]!["processor"]);
        Assert.Equal(10.0, (double)report["results"]![0]!["ratio"]!);
        Assert.Equal([2000.0, 4000.0, 1000.0], report["results"]![0]!["ours"]!.AsArray().Select(round => (double)round!["imagesPerSecond"]!));
        Assert.Equal(3, report["results"]![0]!["theirs"]!.AsArray().Count);
    }

    [Fact]
    public void Inference_has_columns_for_each_peer_there_was()
    {
        var row = new InferenceRow(BenchmarkNetworks.All[0], 1, [new Round(10, 0.001), new Round(10, 0.002), new Round(10, 0.004)],
            [new PeerRounds("ONNX Runtime", "2 threads", [new Round(10, 0.002), new Round(10, 0.002), new Round(10, 0.002)])], 0);

        var table = InferenceTable.Of([], [row]);

        Assert.EndsWith("""
            | network | batch | microseconds a call | images/s | ONNX Runtime | ratio | set-up |
            | --- | --: | --: | --: | --: | --: | --- |
            | safaei/cnn_1 | 1 | 200.0 | 5,000 (2,500..10,000) | 5,000 (5,000..5,000) | 1.00 (0.50..2.00) | 2 threads |

            """, table.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(1.0, (double)JsonNode.Parse(table.ToJson())!["results"]![0]!["peers"]![0]!["ratio"]!);
    }

    [Fact]
    public void Baselines_are_compared_in_time_and_accuracy()
    {
        var fit = new BaselineRow("fit", [new BaselineRound(new Round(100, 0.5), 0.875)], [new BaselineRound(new Round(100, 2), 0.87)], Recorded: 50);
        var read = new BaselineRow("read", [new BaselineRound(new Round(100, 0.5), null)], []);

        Assert.EndsWith("""
            | fit | 100 | 0.500 (0.500..0.500) | 87.50 % | 2.000 (2.000..2.000) | 87.00 % | 4.00 (4.00..4.00) | 2.000 | 4.00 (4.00..4.00) |
            | read | 100 | 0.500 (0.500..0.500) | - | - | - | - | - | - |

            """, BaselineTable.Of([], [fit, read]).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_lands_whole_in_the_format_its_name_asks_for()
    {
        var folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        try
        {
            TrainingTable.Of([], [Measured], 512).Save(Path.Combine(folder, "run.md"));
            TrainingTable.Of([], [Measured], 512).Save(Path.Combine(folder, "run.json"));

            Assert.Equal(["run.json", "run.md"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
            Assert.NotNull(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "run.json"))));
            Assert.Equal("A report expects a file that ends in .json or .md. Received: 'run.txt'.",
                Assert.Throws<ArgumentException>(() => new BenchmarkTable([], [], []).Save("run.txt")).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
