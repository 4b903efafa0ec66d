using System.Collections.Immutable;
using System.CommandLine;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>Seed, settings, threads and folder of commands that run folds.</summary>
internal sealed class FoldOptions
{
    private readonly Option<string?> results = new("--results")
    {
        Description = "Folder for reports and kept folds [default: results/ of the repository]",
        HelpName = "DIR",
    };

    private readonly Option<int?> seed = NumberOption.Whole("--seed", "Decides random folds, initial weights and order of images [default: 1]", 0, int.MaxValue, 7);
    private readonly OverrideOptions overriding = new();
    private readonly Option<int?> threads = NumberOption.Whole("--threads", "Threads of each fold; the outcome is the same for any number [default: the cores, shared among folds at work]", 1, 1024, 2);
    private readonly Option<Shard?> shard = ShardOption.Create("folds", "the parts' folds, kept in one results folder, are the whole, and whichever part ends last reports it");
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print the outcome only" };

    public IEnumerable<Option> All => [results, seed, .. overriding.All, threads, shard, quiet];

    public bool SeedIsGiven(ParseResult line) => line.GetValue(seed) is not null;

    public Shard? Shard(ParseResult line) => line.GetValue(shard);

    /// <exception cref="ArgumentException">Options that contradict each other.</exception>
    public FoldsRequest Read(
        ParseResult line, IEnumerable<string> names, ImmutableArray<Experiment> experiments, DataRequest data, ProtocolRequest protocol, ProtocolOptions options, Surroundings surroundings)
    {
        var overrides = overriding.Read(line);
        if (options.IsFresh(line) && Shard(line) is not null)
            throw new ArgumentException("--fresh forgets the folds of all parts, so it cannot be one part's choice; leave out --fresh or --shard.");
        return new FoldsRequest([.. experiments.Select(overrides.ApplyTo)], data, protocol)
        {
            Names = [.. names],
            Overrides = overrides,
            ResultsFolder = Path.GetFullPath(line.GetValue(results) ?? surroundings.Workplace.ResultsFolder),
            Seed = line.GetValue(seed) ?? 1,
            Threads = line.GetValue(threads),
            Parallel = options.Parallel(line),
            Fresh = options.IsFresh(line),
            Shard = Shard(line) ?? Running.Shard.Whole,
            Quiet = line.GetValue(quiet),
        };
    }
}
