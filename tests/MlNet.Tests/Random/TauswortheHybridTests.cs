using System.Globalization;
using Microsoft.ML.Runtime;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Random;

public sealed class TauswortheHybridTests
{
    [SkippableFact]
    public void Seeding_gives_the_recorded_words()
    {
        var table = CsvTable.Read(SharedFiles.Require("mlnet-reference/splits/rng-state.csv"));
        Assert.NotEmpty(table.Rows);
        foreach (var row in table.Rows)
        {
            var words = row.Select(text => (uint)long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal((words[1], words[2], words[3], words[4]), new TauswortheHybrid(words[0]).State);
        }
    }

    [SkippableFact]
    public void Single_sequences_are_the_recorded_ones()
    {
        var table = CsvTable.Read(SharedFiles.Require("mlnet-reference/splits/rng-single.csv"));
        for (int column = 1; column < table.Header.Length; column++)
        {
            var generator = new TauswortheHybrid(int.Parse(table.Header[column]["single_seed".Length..], CultureInfo.InvariantCulture));
            foreach (var row in table.Rows)
                Assert.Equal(float.Parse(row[column], CultureInfo.InvariantCulture), generator.NextSingle());
        }
    }

    [SkippableFact]
    public void Integer_and_double_sequences_are_the_recorded_ones()
    {
        var table = CsvTable.Read(SharedFiles.Require("mlnet-reference/splits/rng-calls.csv"));
        for (int column = 1; column < table.Header.Length; column++)
        {
            string[] name = table.Header[column].Split("_seed");
            var generator = new TauswortheHybrid(int.Parse(name[1], CultureInfo.InvariantCulture));
            foreach (var row in table.Rows)
            {
                double expected = double.Parse(row[column], CultureInfo.InvariantCulture);
                double drawn = name[0] switch
                {
                    "next" => generator.Next(),
                    "next100" => generator.Next(100),
                    "double" => generator.NextDouble(),
                    _ => throw new InvalidDataException($"The column {table.Header[column]} names no kind of draw."),
                };
                Assert.Equal(expected, drawn);
            }
        }
    }

    [Fact]
    public void A_fork_advances_its_parent_by_at_least_eight_draws()
    {
        var parent = new TauswortheHybrid(1);
        var alone = new TauswortheHybrid(1);
        _ = new TauswortheHybrid(parent);
        for (int i = 0; i < 8; i++)
            alone.Next();
        Assert.Equal(alone.State, parent.State);
    }

    [Fact]
    public void A_range_is_drawn_within_its_bounds()
    {
        var generator = new TauswortheHybrid(5);
        for (int i = 0; i < 1000; i++)
            Assert.InRange(generator.Next(-3, 4), -3, 3);
    }
}
