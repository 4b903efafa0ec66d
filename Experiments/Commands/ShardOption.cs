using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary><c>--shard I/N</c>: one part of a set of runs, for a job of an array.</summary>
internal static class ShardOption
{
    public static Option<Shard?> Create(string what = "runs", string whole = "the parts' run folders together are the whole") => new("--shard")
    {
        Description = $"Do the I-th of N parts of the {what}; {whole}",
        HelpName = "I/N",
        CustomParser = Parse,
    };

    private static Shard? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Shard.Parse(text) is { } shard)
            return shard;
        result.AddError($"--shard expects a part and how many there are, but received '{text}'; give for example --shard 2/8.");
        return null;
    }
}
