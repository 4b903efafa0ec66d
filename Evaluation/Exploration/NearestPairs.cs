using System.Collections.Immutable;
using System.Numerics;

namespace MlNetFashion.Evaluation;

/// <summary>
/// The pairs of pictures that look most alike though their classes differ, over all pairs there are. No pair is left out: distances between
/// projections on perpendicular directions are never larger than those between the pictures, so pairs that are too far apart already there
/// need not be looked at in full.
/// </summary>
public static class NearestPairs
{
    /// <summary>Components to project on: enough to tell most pairs apart, few enough to be quick.</summary>
    public const int Components = 16;

    /// <summary>Finds the nearest pairs, nearest first.</summary>
    /// <param name="parts">Of pictures of one size.</param>
    /// <param name="components">Of these pictures; any count.</param>
    /// <param name="wanted">How many pairs, at least 1.</param>
    /// <param name="progress">Told the share done, 0 to 1, now and then; from several threads, one at a time.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static ImmutableArray<ImagePair> Find(
        IReadOnlyList<LabelledImages> parts, PixelComponents components, int wanted, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 1);
        var search = new Search(parts, components, wanted);
        search.Run(progress, cancellationToken);
        return search.Found;
    }

    private sealed class Search
    {
        private readonly IReadOnlyList<LabelledImages> _parts;
        private readonly int _wanted;
        private readonly int _width;
        private readonly ImagePlace[] _places; // by their place along the first component
        private readonly int[] _labels;
        private readonly float[] _projections; // [place, component], padded with zeros
        private readonly SortedSet<(long Distance, int First, int Second)> _best = [];
        private readonly Lock _gate = new();
        private float _bound = float.PositiveInfinity; // no pair beyond it is wanted, squared

        public Search(IReadOnlyList<LabelledImages> parts, PixelComponents components, int wanted)
        {
            _parts = parts;
            _wanted = wanted;
            _width = (components.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
            var unsorted = parts.SelectMany((part, split) => Enumerable.Range(0, part.Images.Count).Select(picture => new ImagePlace(split, picture))).ToArray();
            var projections = new float[unsorted.Length * _width];
            for (var i = 0; i < unsorted.Length; i++)
                components.Project(parts[unsorted[i].Split].Images[unsorted[i].Picture], projections.AsSpan(i * _width, components.Count));

            var order = Enumerable.Range(0, unsorted.Length).OrderBy(i => projections[i * _width]).ToArray();
            _places = [.. order.Select(i => unsorted[i])];
            _labels = [.. _places.Select(place => parts[place.Split].Labels[place.Picture])];
            _projections = new float[projections.Length];
            for (var i = 0; i < order.Length; i++)
                projections.AsSpan(order[i] * _width, _width).CopyTo(_projections.AsSpan(i * _width));
        }

        public ImmutableArray<ImagePair> Found => [.. _best.Select(pair => new ImagePair(_places[pair.First], _places[pair.Second], Math.Sqrt(pair.Distance)))];

        public void Run(IProgress<double>? progress, CancellationToken cancellationToken)
        {
            const int Together = 64;
            var done = 0;

            // Neighbours first, so that the bound is tight before the long search begins.
            for (var i = 0; i < _places.Length; i++)
                LookFrom(i, Math.Min(_places.Length, i + 9));
            Parallel.For(0, (_places.Length + Together - 1) / Together, new ParallelOptions { CancellationToken = cancellationToken }, block =>
            {
                var last = Math.Min(_places.Length, (block + 1) * Together);
                for (var i = block * Together; i < last; i++)
                    LookFrom(i, _places.Length);
                lock (_gate)
                {
                    done += last - block * Together;
                    progress?.Report((double)done / _places.Length);
                }
            });
        }

        private void LookFrom(int i, int end)
        {
            var own = _projections.AsSpan(i * _width, _width);
            for (var j = i + 1; j < end; j++)
            {
                var other = _projections.AsSpan(j * _width, _width);
                var apart = other[0] - own[0];
                if (apart * apart > _bound)
                    return; // and so are all after it

                // Most pairs are too far apart along the first few components already.
                var along = apart * apart + Square(other[1] - own[1]);
                if (along > _bound || along + Square(other[2] - own[2]) + Square(other[3] - own[3]) > _bound)
                    continue;
                if (_labels[i] != _labels[j] && SquaredDistance(own, other) <= _bound)
                    Offer(i, j);
            }
        }

        private void Offer(int i, int j)
        {
            var distance = SquaredDistance(Pixels(i), Pixels(j));
            var (first, second) = Before(_places[i], _places[j]) ? (i, j) : (j, i);
            lock (_gate)
            {
                if (!_best.Add((distance, first, second)) || _best.Count <= _wanted)
                {
                    if (_best.Count == _wanted)
                        SetBound();
                    return;
                }

                _best.Remove(_best.Max);
                SetBound();
            }
        }

        // A little more than exact, for what rounding does to projections.
        private void SetBound() => _bound = _best.Max.Distance * 1.0001f + 1;

        private static float Square(float value) => value * value;

        private static bool Before(ImagePlace a, ImagePlace b) => (a.Split, a.Picture).CompareTo((b.Split, b.Picture)) < 0;

        private ReadOnlySpan<byte> Pixels(int i) => _parts[_places[i].Split].Images[_places[i].Picture];

        private static float SquaredDistance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
        {
            var sum = Vector<float>.Zero;
            for (var i = 0; i < a.Length; i += Vector<float>.Count)
            {
                var difference = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
                sum += difference * difference;
            }

            return Vector.Sum(sum);
        }

        private static long SquaredDistance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
        {
            long sum = 0;
            for (var i = 0; i < a.Length; i++)
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            return sum;
        }
    }
}
