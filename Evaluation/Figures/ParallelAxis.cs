using System.Globalization;

namespace MlNetFashion.Evaluation;

/// <summary>One choice in a <see cref="ParallelView"/>: where its values lie along their axis, from 0 at the bottom to 1.</summary>
internal abstract class ParallelAxis
{
    private const int MostLevels = 12;

    /// <summary>What is written beside the axis, and where.</summary>
    public abstract IReadOnlyList<(string Label, double Place)> Labels { get; }

    /// <summary>The widest label, in pixels.</summary>
    public double LabelWidth => Labels.Max(label => TextWidth.Of(label.Label, 12));

    /// <summary>A few values are levels, one above the other; many numbers, as a random search draws them, lie along a scale.</summary>
    public static ParallelAxis Of(IReadOnlyList<string> values)
    {
        var levels = values.Distinct().ToList();
        var areNumbers = levels.All(level => double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        List<string> ordered = areNumbers ? [.. levels.OrderBy(Number)] : [.. levels.Order(StringComparer.Ordinal)];
        return areNumbers && levels.Count > MostLevels ? new Scale(ordered) : new Steps(ordered);
    }

    /// <summary>The place of each value, in the order given.</summary>
    public abstract IReadOnlyList<double> Places(IReadOnlyList<string> values);

    private static double Number(string value) => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Lines that meet in a level are fanned out a little, in their order, so that each can be followed through.</summary>
    private sealed class Steps(List<string> levels) : ParallelAxis
    {
        private const double Fan = 0.5;

        public override IReadOnlyList<(string, double)> Labels => [.. levels.Select((level, i) => (level, Middle(i)))];

        public override IReadOnlyList<double> Places(IReadOnlyList<string> values)
        {
            var sharing = values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
            var met = new Dictionary<string, int>();
            return
            [
                .. values.Select(value =>
                {
                    var number = met[value] = met.GetValueOrDefault(value) + 1;
                    return Middle(levels.IndexOf(value)) + ((number - 0.5) / sharing[value] - 0.5) * Fan / levels.Count;
                }),
            ];
        }

        private double Middle(int level) => (level + 0.5) / levels.Count;
    }

    /// <summary>Logarithmic where the numbers span more than one power of ten.</summary>
    private sealed class Scale : ParallelAxis
    {
        private const double Margin = 0.04;
        private readonly List<string> _values;
        private readonly bool _isLogarithmic;

        public Scale(List<string> ascending)
        {
            _values = ascending;
            _isLogarithmic = Number(ascending[0]) > 0 && Number(ascending[^1]) > 10 * Number(ascending[0]);
        }

        public override IReadOnlyList<(string, double)> Labels => [.. Marks().Select(value => (value.ToString("G3", CultureInfo.InvariantCulture), Place(value)))];

        public override IReadOnlyList<double> Places(IReadOnlyList<string> values) => [.. values.Select(value => Place(Number(value)))];

        /// <summary>The ends, and round numbers that keep their distance from them and each other.</summary>
        private IEnumerable<double> Marks()
        {
            const double apart = 0.08;
            double low = Number(_values[0]), high = Number(_values[^1]);
            var marks = new List<double> { low, high };
            var candidates = _isLogarithmic
                ? Enumerable.Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high / low)) + 2).SelectMany(power => new[] { 1, 3 }.Select(digit => digit * Math.Pow(10, power)))
                : AxisTicks.Enclosing(low, high).Values;
            marks.AddRange(candidates.Where(mark => mark > low && mark < high && Place(mark) > Place(low) + apart && Place(mark) < Place(high) - apart));
            return marks;
        }

        private double Place(double value)
        {
            double low = Number(_values[0]), high = Number(_values[^1]);
            var share = _isLogarithmic ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);
            return Margin + share * (1 - 2 * Margin);
        }
    }
}
