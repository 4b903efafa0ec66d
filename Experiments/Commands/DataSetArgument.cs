using System.CommandLine;
using System.CommandLine.Parsing;
using MlNetFashion.Experiments.Catalogue;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The argument that names a data set; Fashion-MNIST where it is left out.</summary>
internal static class DataSetArgument
{
    private static readonly (string Name, DataSetChoice Choice)[] Known =
        [("fashion-mnist", DataSetChoice.FashionMnist), ("mnist", DataSetChoice.Mnist)];

    public static Argument<DataSetChoice?> Create()
    {
        var argument = new Argument<DataSetChoice?>("DATASET")
        {
            Description = "fashion-mnist or mnist [default: fashion-mnist]",
            HelpName = "DATASET",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = Parse,
        };
        argument.CompletionSources.Add(_ => Known.Select(known => new System.CommandLine.Completions.CompletionItem(known.Name)));
        return argument;
    }

    private static DataSetChoice? Parse(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
            return null;
        var text = result.Tokens[0].Value;
        foreach (var (name, choice) in Known)
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
                return choice;
        }

        result.AddError($"The data set '{text}' is unknown; "
            + (NearestMatch.Find(text, Known.Select(known => known.Name)) is { } near ? $"did you mean '{near}'?" : "expected fashion-mnist or mnist."));
        return null;
    }
}
