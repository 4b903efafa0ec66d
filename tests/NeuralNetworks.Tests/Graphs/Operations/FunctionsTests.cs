using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs.Operations;

public class FunctionsTests
{
    /// <summary>Every function gives in double precision what it gives in single precision; 1,500 values are more than one piece.</summary>
    [Fact]
    public void Both_precisions_agree()
    {
        foreach (var kind in Enum.GetValues<UnaryKind>().Where(kind => kind != UnaryKind.Identity))
        {
            var function = new UnaryFunction(kind, 0.25f, 0.75f);
            var (low, high) = Domain(kind);
            var singles = Enumerable.Range(0, 1500).Select(i => (float)(low + ((high - low) * i / 1499))).ToArray();
            var doubles = Array.ConvertAll(singles, value => (double)value);

            Functions.Apply<float>(function, singles, singles);
            Functions.Apply<double>(function, doubles, doubles);

            for (var i = 0; i < singles.Length; i++)
            {
                var close = Math.Abs(doubles[i] - singles[i]) <= 2e-5 * Math.Max(1, Math.Abs(doubles[i]));
                Assert.True(close || (double.IsNaN(doubles[i]) && float.IsNaN(singles[i])), $"{kind}: {doubles[i]} and {singles[i]} at {i}");
            }
        }
    }

    private static (double Low, double High) Domain(UnaryKind kind) => kind switch
    {
        UnaryKind.SquareRoot or UnaryKind.ReciprocalSquareRoot or UnaryKind.Reciprocal or UnaryKind.Logarithm => (0.1, 9),
        UnaryKind.LogarithmOfOnePlus or UnaryKind.ArcSine or UnaryKind.ArcCosine or UnaryKind.ArcHyperbolicTangent => (-0.9, 0.9),
        UnaryKind.Tangent => (-1.4, 1.4),
        UnaryKind.ArcHyperbolicCosine => (1.1, 9),
        _ => (-5, 5),
    };
}
