using MlNetFashion.Experiments.Display;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Experiments.Tests.Display;

public class TrainingDisplayTests
{
    [Fact]
    public void Without_a_terminal_an_epoch_is_a_line()
    {
        using var recorded = new RecordedScreen();

        var result = new PlainDisplay(recorded.Screen).Train("training cnn", Pretend);

        Assert.Equal(42, result);
        Assert.Equal(
            [
                "training cnn",
                "epoch  1/12  loss 0.5012  train 82.10 %  validation 86.21 % (loss 0.3890)  24,000 images/s  1.9 s",
                "epoch  2/12  loss 0.3456  train 87.65 %  validation 86.01 % (loss 0.3999)  24,000 images/s  1 min 05 s",
            ],
            recorded.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void At_a_terminal_the_picture_is_as_stored(int width)
    {
        using var recorded = new RecordedScreen(width: width);
        var view = new TrainingView("training cnn, seed 1", width);
        Pretend(new DirectProgress<TrainingProgress>(view.Update));

        recorded.Screen.Console.Write(view.Render());

        Assert.All(recorded.Output.Split('\n'), line => Assert.True(line.Length <= width));
        Snapshot.Matches($"training-{Figures.Plain(width)}.txt", recorded.TrimmedOutput);
    }

    [Fact]
    public void At_a_terminal_the_epochs_stay_and_the_bar_goes()
    {
        using var recorded = new RecordedScreen(live: true, width: 80);

        new LiveDisplay(recorded.Screen).Train("training cnn", Pretend);

        var last = recorded.Output[recorded.Output.LastIndexOf("training cnn", StringComparison.Ordinal)..];
        Assert.Contains("86.01 %", last, StringComparison.Ordinal);
        Assert.DoesNotContain("/375", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_in_the_work_comes_out_of_every_display()
    {
        using var recorded = new RecordedScreen(live: true);
        foreach (IRunDisplay display in new IRunDisplay[] { new LiveDisplay(recorded.Screen), new PlainDisplay(recorded.Screen), new QuietDisplay() })
        {
            Assert.Throws<OperationCanceledException>(() => display.Train<int>("training", _ => throw new OperationCanceledException()));
            Assert.Throws<OperationCanceledException>(() => display.TrainFromLog<int>("training", _ => throw new OperationCanceledException()));
            Assert.Throws<OperationCanceledException>(() => display.Step<int>("judging", () => throw new OperationCanceledException()));
        }
    }

    [Fact]
    public void Log_lines_are_passed_on()
    {
        using var recorded = new RecordedScreen();

        new PlainDisplay(recorded.Screen).TrainFromLog("training sdca", lines =>
        {
            lines.Report("iteration 1");
            lines.Report("iteration 2");
            return 0;
        });

        Assert.Equal("training sdca\niteration 1\niteration 2\n", recorded.Output.ReplaceLineEndings("\n"));
    }

    private static int Pretend(IProgress<TrainingProgress> progress)
    {
        var first = new EpochResult(1, 0.5012, 0.821, 0.3890, 0.8621, 0.001, TimeSpan.FromSeconds(1.94));
        var second = new EpochResult(2, 0.3456, 0.8765, 0.3999, 0.8601, 0.001, TimeSpan.FromSeconds(65));
        progress.Report(new TrainingProgress(1, 12, 100, 375, 0.9, 0.7, 23_999.6, TimeSpan.FromSeconds(30), null));
        progress.Report(new TrainingProgress(1, 12, 375, 375, 0.5012, 0.821, 23_999.6, TimeSpan.FromSeconds(22), first));
        progress.Report(new TrainingProgress(2, 12, 375, 375, 0.3456, 0.8765, 23_999.6, TimeSpan.FromSeconds(20), second));
        progress.Report(new TrainingProgress(3, 12, 300, 375, 0.3012, 0.8912, 23_999.6, TimeSpan.FromSeconds(18.34), null));
        return 42;
    }
}
