using System.CommandLine;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>data</c>: what data there is.</summary>
internal static class DataCommand
{
    public static Command Create(Surroundings surroundings) =>
        new Command("data", "Look at the data sets.") { DataDescribeCommand.Create(surroundings), DataExploreCommand.Create(surroundings) }
            .WithExamples(
                ("data describe", "where Fashion-MNIST is and what is in it, at a glance"),
                ("data explore", "a page of samples, duplicates, nearest pairs and suspicious labels"));
}
