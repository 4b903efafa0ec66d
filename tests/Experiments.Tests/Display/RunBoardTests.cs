using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tests.Display;

public class RunBoardTests
{
    [Fact]
    public void At_a_terminal_a_line_for_each_run_and_those_done_above()
    {
        using var recorded = new RecordedScreen(live: true, width: 100);

        RunBoard.Show(recorded.Screen, atOnce: 2, board => board.Run("kh/ann seed 1", first => board.Run("cnn seed 2", second =>
        {
            first.Train("training kh/ann", progress => Report(progress, epoch: 3, validation: null));
            second.Train("training cnn", progress => Report(progress, epoch: 7, validation: 0.8765));
            board.Line("1/3 cnn seed 1: accuracy 90.00 % in 3.0 s", "1/3 done, about 2 min 00 s left");
            return second.Step("judging on 10 test images", () =>
            {
                board.Line("2/3 cnn seed 3: accuracy 91.00 % in 3.0 s", "2/3 done");
                return 0;
            });
        })));

        var lines = recorded.TrimmedOutput;
        Assert.Contains("1/3 cnn seed 1: accuracy 90.00 % in 3.0 s\n", lines, StringComparison.Ordinal);
        Assert.Contains("  … kh/ann seed 1  epoch 3/12, 40 %, loss 0.5000, train 81.00 %, 24,000/s, at most 1 min 30 s left", lines, StringComparison.Ordinal);
        Assert.Contains("  … cnn seed 2     epoch 7/12, 40 %, loss 0.5000, train 81.00 %, validation 87.65 %, 24,000/s, at m…", lines, StringComparison.Ordinal);
        Assert.Contains("  … cnn seed 2     judging on 10 test images", lines, StringComparison.Ordinal);
        Assert.Contains("1/3 done, about 2 min 00 s left; Ctrl-C stops", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_only_what_is_done_is_told()
    {
        using var recorded = new RecordedScreen();

        RunBoard.Show(recorded.Screen, atOnce: 2, board => board.Run("cnn seed 2", display =>
        {
            display.Train("training cnn", progress => Report(progress, epoch: 1, validation: null));
            board.Line("1/1 cnn seed 2: accuracy 90.00 %", "1/1 done");
            return 0;
        }));

        Assert.Equal("1/1 cnn seed 2: accuracy 90.00 %\n", recorded.Output);
    }

    [Fact]
    public void What_a_run_throws_comes_out_and_its_line_goes()
    {
        using var recorded = new RecordedScreen(live: true);

        RunBoard.Show(recorded.Screen, atOnce: 2, board =>
        {
            Assert.Throws<OperationCanceledException>(() => board.Run<int>("cnn seed 2", _ => throw new OperationCanceledException()));
            board.Line("done", "0/1 done");
        });

        Assert.DoesNotContain("cnn seed 2", recorded.Output[recorded.Output.IndexOf("done\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static int Report(IProgress<TrainingProgress> progress, int epoch, double? validation)
    {
        var completed = validation is null ? null : new EpochResult(epoch - 1, 0.6, 0.8, 0.6, validation, 0.001, TimeSpan.FromSeconds(2));
        progress.Report(new TrainingProgress(epoch, Epochs: 12, Batch: 150, Batches: 375, Loss: 0.5, Accuracy: 0.81, ImagesPerSecond: 24_000, Remaining: TimeSpan.FromSeconds(90), completed));
        return 0;
    }
}
