using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using MlNetFashion.Experiments.Catalogue;
using MlNetFashion.Experiments.Running;

namespace MlNetFashion.Experiments.Commands;

/// <summary>The options that say how rows are split and how folds run, the same for every command that runs folds.</summary>
internal sealed class ProtocolOptions
{
    private const double DefaultFraction = 0.2;
    private readonly int defaultFolds;
    private readonly ProtocolKind? defaultKind;
    private readonly Option<string?> protocol;
    private readonly Option<int?> folds;
    private readonly Option<int?> repeats = NumberOption.Whole("--repeats", "Run a random protocol N times, each with the next seed", 1, 1000, 3);
    private readonly Option<double?> fraction = NumberOption.Positive("--test-fraction", "Share judged by hold-out and shuffle splits [default: 0.2]", 1, 0.2);
    private readonly Option<int?> parallel = NumberOption.Whole("--parallel", "Folds that run at the same time [default: as many as the cores and the memory hold]", 1, 1024, 2);
    private readonly Option<bool> fresh = new("--fresh") { Description = "Forget folds kept from an earlier run" };

    /// <param name="defaultKind">What is run where --protocol is not given; null for no folds at all.</param>
    /// <param name="defaultFolds">How many folds where --folds is not given.</param>
    public ProtocolOptions(ProtocolKind? defaultKind, int defaultFolds)
    {
        this.defaultKind = defaultKind;
        this.defaultFolds = defaultFolds;
        var names = ProtocolRequest.Known.Select(known => known.Name).ToList();
        protocol = new("--protocol")
        {
            Description = $"How the training images are split: {string.Join("; ", ProtocolRequest.Known.Select(known => $"{known.Name} ({known.Meaning})"))} [default: {(defaultKind is { } kind ? ProtocolRequest.Known.First(known => known.Kind == kind).Name : "none, the test images judge")}]",
            HelpName = "NAME",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (names.Contains(text, StringComparer.OrdinalIgnoreCase))
                    return text;
                result.AddError($"The protocol '{text}' is unknown; " + (NearestMatch.Find(text, names) is { } near ? $"did you mean '{near}'?" : $"expected one of {string.Join(", ", names)}."));
                return null;
            },
        };
        protocol.CompletionSources.Add(_ => names.Select(name => new CompletionItem(name)));
        folds = NumberOption.Whole("--folds", $"Folds, or splits [default: {defaultFolds.ToString(CultureInfo.InvariantCulture)}]", 2, 1000, 10);
    }

    public IEnumerable<Option> All => [protocol, folds, repeats, fraction, parallel, fresh];

    public bool IsFresh(ParseResult line) => line.GetValue(fresh);

    public int? Parallel(ParseResult line) => line.GetValue(parallel);

    /// <summary>What was asked for, checked; null where no folds were.</summary>
    /// <exception cref="ArgumentException">Options that contradict each other.</exception>
    public ProtocolRequest? Read(ParseResult line)
    {
        var name = line.GetValue(protocol);
        if (name is null && defaultKind is null)
        {
            Option[] foldsOnly = [folds, repeats, fraction, parallel, fresh];
            if (foldsOnly.FirstOrDefault(option => line.GetResult(option) is { Implicit: false }) is { } stray)
                throw new ArgumentException($"{stray.Name} means nothing without --protocol; add for example --protocol stratified.");
            return null;
        }

        var kind = name is null ? defaultKind!.Value : ProtocolRequest.Known.First(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)).Kind;
        var request = new ProtocolRequest(kind, line.GetValue(folds) ?? defaultFolds, line.GetValue(repeats) ?? 1, line.GetValue(fraction) ?? DefaultFraction);
        if (line.GetValue(folds) is not null && kind == ProtocolKind.HoldOut)
            throw new ArgumentException("--folds means nothing to --protocol hold-out, which splits once; add --repeats N for N splits, or use shuffle-split.");
        if (line.GetValue(fraction) is not null && !request.DrawsAFraction)
            throw new ArgumentException($"--test-fraction means nothing to --protocol {request.Name}, whose folds judge every row once; use for example shuffle-split.");
        if (request.Repeats > 1 && !request.IsRandom)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A protocol that draws rows at random was expected with --repeats {request.Repeats}, but received '{request.Name}', which gives the same folds every time; use for example stratified-shuffled."));
        }

        return request;
    }
}
