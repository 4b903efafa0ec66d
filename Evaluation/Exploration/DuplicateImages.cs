using System.Collections.Immutable;

namespace MlNetFashion.Evaluation;

/// <summary>Pictures that occur more than once, pixel for pixel.</summary>
/// <param name="Groups">The same picture's places, at least two each, in order of the first.</param>
public sealed record DuplicateImages(ImmutableArray<ImmutableArray<ImagePlace>> Groups)
{
    /// <summary>Groups that lie in more than one part: what is judged by was trained on.</summary>
    public IEnumerable<ImmutableArray<ImagePlace>> Across => Groups.Where(group => group.Any(place => place.Split != group[0].Split));

    /// <summary>Groups within one part.</summary>
    public IEnumerable<ImmutableArray<ImagePlace>> Within => Groups.Where(group => group.All(place => place.Split == group[0].Split));

    /// <summary>Looks through all parts.</summary>
    /// <param name="parts">Of pictures of one size.</param>
    public static DuplicateImages Find(IReadOnlyList<LabelledImages> parts)
    {
        var places = parts.SelectMany((part, split) => Enumerable.Range(0, part.Images.Count).Select(picture => new ImagePlace(split, picture)));
        var groups = places.GroupBy(place => place, new SamePixels(parts)).Where(group => group.Skip(1).Any()).Select(group => group.ToImmutableArray());
        return new DuplicateImages([.. groups]);
    }

    private sealed class SamePixels(IReadOnlyList<LabelledImages> parts) : IEqualityComparer<ImagePlace>
    {
        public bool Equals(ImagePlace x, ImagePlace y) => Pixels(x).SequenceEqual(Pixels(y));

        public int GetHashCode(ImagePlace place)
        {
            var hash = default(HashCode);
            hash.AddBytes(Pixels(place));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Pixels(ImagePlace place) => parts[place.Split].Images[place.Picture];
    }
}
