namespace MlNetFashion.Benchmarks.Tests;

/// <summary>What is refused before any work starts.</summary>
public class CommandTests
{
    [Theory]
    [InlineData("training", "--networks", "nobody/net")]
    [InlineData("training", "--rounds", "0")]
    [InlineData("training", "--seconds", "0")]
    [InlineData("training", "--threads", "-1")]
    [InlineData("training", "--output", "table.txt")]
    [InlineData("training", "--speed", "9")]
    public void Impossible_options_end_with_exit_code_2(params string[] arguments) => Assert.Equal(2, BenchmarkCommands.Run(arguments));

    [Theory]
    [InlineData("training")]
    [InlineData("inference")]
    [InlineData("baselines")]
    [InlineData("scaling")]
    [InlineData("augmentation")]
    public void Help_succeeds(string command) => Assert.Equal(0, BenchmarkCommands.Run([command, "--help"]));
}
