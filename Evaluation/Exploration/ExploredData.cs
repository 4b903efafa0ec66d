using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>A data set to look at.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Warning">What nobody must overlook; null for real data.</param>
/// <param name="ClassNames">One a class.</param>
/// <param name="Parts">Training images first, then test images.</param>
public sealed record ExploredData(string Name, string Source, string? Warning, IReadOnlyList<string> ClassNames, ImmutableArray<LabelledImages> Parts)
{
    /// <summary>The picture shown as numbers and in segments: its place in the first part.</summary>
    public int Picture { get; init; }

    /// <summary>
    /// What models that were not trained on them said of all pictures of the first part, by their places, with the name of the model; null
    /// where labels are not to be suspected.
    /// </summary>
    public (string Model, Predictions Predictions)? Judged { get; init; }

    /// <summary>What else is known of where it comes from, as its checksum and files, by name.</summary>
    public ImmutableArray<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>What stands beneath its figures.</summary>
    internal FigureCaption Caption => new(
        FormattableString.Invariant($"{Name} · {Parts[0].Images.Count:N0} {Parts[0].Split} images"), Warning is null ? null : "SKETCH DATA, NOT FASHION-MNIST");

    internal string NameOf(ImagePlace place) => Parts[place.Split].Name(place.Picture);

    internal string ClassOf(ImagePlace place) => ClassNames[Parts[place.Split].Labels[place.Picture]];
}
