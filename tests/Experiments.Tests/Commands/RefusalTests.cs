using System.Runtime.Versioning;
using MlNetFashion.Experiments.Commands;
using MlNetFashion.Experiments.Tests.Support;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Commands;

/// <summary>Whatever makes no sense is refused in one sentence on standard error, with exit code 2, before any work.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("frobnicate", "'frobnicate' is unknown", "expected one of experiment, crossvalidate")]
    [InlineData("experimet cnn", "'experimet' is unknown", "did you mean 'experiment'?")]
    [InlineData("experiment", "expects NAME", "received none")]
    [InlineData("experiment cmn", "'cmn' is unknown", "did you mean 'cnn'?")]
    [InlineData("experiment cnn extra", "'extra'", "leave it out")]
    [InlineData("experiment cnn --epoch 3", "'--epoch' is unknown", "did you mean '--epochs'?")]
    [InlineData("experiment --epoch", "'--epoch' is unknown", "did you mean '--epochs'?")]
    [InlineData("experiment cnn --frobnicate=3", "'--frobnicate' is unknown", "expected one of --data")]
    [InlineData("experiment cnn --epochs", "--epochs expects a value", "received none")]
    [InlineData("experiment cnn --epochs 1 --epochs 2", "--epochs was given 2 times", "once")]
    [InlineData("experiment cnn --epochs 0", "from 1", "received '0'")]
    [InlineData("experiment cnn --epochs 1.5", "whole number", "received '1.5'")]
    [InlineData("experiment cnn --epochs 1,000", "whole number", "received '1,000'")]
    [InlineData("experiment cnn --batch-size -1", "from 1", "received '-1'")]
    [InlineData("experiment cnn --seed abc", "whole number", "received 'abc'")]
    [InlineData("experiment cnn --seed 99999999999", "whole number", "received '99999999999'")]
    [InlineData("experiment cnn --seeds 0", "from 1", "received '0'")]
    [InlineData("experiment cnn --seed 2147483647 --seeds 2", "seed", "2147483647")]
    [InlineData("experiment cnn --threads 0", "from 1", "received '0'")]
    [InlineData("experiment cnn --patience -3", "from 0", "received '-3'")]
    [InlineData("experiment cnn --validation-split 1.5", "from 0 to below 1", "received '1.5'")]
    [InlineData("experiment cnn --validation-split NaN", "from 0 to below 1", "received 'NaN'")]
    [InlineData("experiment cnn --validation-split 0", "above 0", "--patience 0")]
    [InlineData("experiment cnn --learning-rate 0", "above 0 and below 100", "received '0'")]
    [InlineData("experiment cnn --data /no/such/folder", "'/no/such/folder'", "leave --data out")]
    [InlineData("experiment cnn --data . --sketch", "--data or --sketch", "received both")]
    [InlineData("experiment lbfgs --epochs 3", "--epochs means nothing to 'lbfgs'", "--iterations")]
    [InlineData("experiment cnn --iterations 3", "--iterations means nothing to 'cnn'", "--epochs")]
    [InlineData("experiment cloudxlab/boosted-trees --temperature", "divides the logits of a soft-max", "choose a network, lbfgs or sdca")]
    [InlineData("experiment lbfgs --temperature --validation-split 0", "--temperature expects validation images", "--validation-split 0.1")]
    [InlineData("experiment lbfgs --validation-split 0.1", "--validation-split means nothing to 'lbfgs'", "linear trainer")]
    [InlineData("experiment lbfgs --test-curve", "--test-curve means nothing to 'lbfgs'", "epochs")]
    [InlineData("experiment cnn --temperature --validation-split 0 --patience 0", "--temperature expects validation images", "--validation-split 0.1")]
    [InlineData("experiment cnn --mlflow /proc/mlruns", "/proc/mlruns", "cannot be written")]
    [InlineData("crossvalidate", "expects NAME", "received none")]
    [InlineData("crossvalidate cmn", "'cmn' is unknown", "did you mean 'cnn'?")]
    [InlineData("crossvalidate cnn lbfgs", "One NAME was expected", "nested")]
    [InlineData("crossvalidate cnn --protocol nested", "At least two NAMEs", "'cnn' alone")]
    [InlineData("crossvalidate cnn kh/ann-mnist --protocol nested", "same data", "differ")]
    [InlineData("crossvalidate cnn --protocol strtified", "'strtified' is unknown", "did you mean 'stratified'?")]
    [InlineData("crossvalidate cnn --repeats 3", "--repeats 3", "stratified-shuffled")]
    [InlineData("crossvalidate cnn --folds 1", "from 2", "received '1'")]
    [InlineData("crossvalidate cnn --test-fraction 1", "above 0 and below 1", "received '1'")]
    [InlineData("crossvalidate cnn --parallel 0", "from 1", "received '0'")]
    [InlineData("crossvalidate lbfgs --protocol warm", "A network was expected", "no weights")]
    [InlineData("crossvalidate cnn --sketch --results /proc/results", "/proc/results", "cannot be written")]
    [InlineData("crossvalidate cnn --protocol hold-out --folds 3", "--folds means nothing to --protocol hold-out", "--repeats")]
    [InlineData("crossvalidate cnn --protocol k-fold --test-fraction 0.3", "--test-fraction means nothing to --protocol k-fold", "shuffle-split")]
    [InlineData("compare /no/such/run cnn", "The folder of a finished run", "'/no/such/run'")]
    [InlineData("compare cnn", "expects B", "received none")]
    [InlineData("compare cnn cnn", "'cnn' twice", "another")]
    [InlineData("compare cnn lbfgz", "'lbfgz' is unknown", "did you mean 'lbfgs'?")]
    [InlineData("compare cnn lbfgs --folds 3", "--folds means nothing without --protocol", "stratified")]
    [InlineData("compare cnn lbfgs --protocol nested", "from scratch", "'nested'")]
    [InlineData("compare cnn lbfgs --protocol hold-out", "At least two folds", "--repeats 10")]
    [InlineData("compare cnn kh/ann-mnist", "same data", "differ")]
    [InlineData("summary", "expects NAME", "received none")]
    [InlineData("summary nothing-like-it", "'nothing-like-it' is unknown", "'list' shows")]
    [InlineData("summary --plan lbfgs", "--plan expects", "'lbfgs'")]
    [InlineData("summary @file", "'@file' is unknown", "'list' shows")]
    [InlineData("list --all", "'--all' is unknown", "--help")]
    [InlineData("predict picture.png", "--model expects a value", "received none")]
    [InlineData("predict --model no-such-model.zip picture.png", "no-such-model.zip", "expected")]
    [InlineData("report", "--all", "received none")]
    [InlineData("report --all --results /no/such/folder", "/no/such/folder", "folder")]
    [InlineData("data explore --labels cmn", "'cmn' is unknown", "did you mean 'cnn'?")]
    [InlineData("data explore --labels safaei/mlp-grid", "A single training", "grid of several")]
    [InlineData("data explore --image -1", "from 0", "received '-1'")]
    [InlineData("crossvalidate safaei/cnn_kf", "A single training", "series of folds")]
    [InlineData("crossvalidate safaei/mlp-grid", "A single training", "--protocol nested")]
    [InlineData("activations --model no-such-model.zip picture.png", "no-such-model.zip", "expected")]
    [InlineData("activations picture.png", "--model", "none")]
    [InlineData("data frobnicate", "'frobnicate' is unknown", "describe")]
    public async Task One_sentence_and_exit_code_2(string line, params string[] parts)
    {
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(screen.Output);
        Assert.Single(screen.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in parts)
            Assert.Contains(part, screen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_place_of_the_results_folder_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        using var screen = new RecordedScreen();
        var file = Path.Combine(folder.Path, "taken");
        await File.WriteAllTextAsync(file, "mine");

        var code = await screen.RunAsync("experiment", "cnn", "--sketch", "--results", Path.Combine(file, "results"));

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(file, screen.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [SkippableFact]
    public async Task A_results_folder_that_the_system_keeps_from_writing_is_refused()
    {
        Skip.IfNot(Directory.Exists("/proc/self"), "Only Linux has a folder that nobody can write to.");
        using var screen = new RecordedScreen();

        var code = await screen.RunAsync("experiment", "cnn", "--sketch", "--results", "/proc/results");

        Assert.Equal(ExitCode.Refused, code);
        Assert.Empty(screen.Output);
        Assert.Contains("/proc/results", screen.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_results_folder_that_cannot_be_written_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Permissions bind neither this system nor this user.");
        using var folder = new TemporaryFolder();
        using var screen = new RecordedScreen();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var code = await screen.RunAsync("experiment", "cnn", "--sketch", "--results", folder.Path);

        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains(folder.Path, screen.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
