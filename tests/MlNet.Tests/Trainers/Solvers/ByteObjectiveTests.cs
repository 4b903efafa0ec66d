using System.Runtime.Intrinsics;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Solvers;

/// <summary>Rows of bytes give what the same rows of floats give.</summary>
public sealed class ByteObjectiveTests
{
    [Theory]
    [InlineData(700, 20, 3)]
    [InlineData(1000, 100, 10)]
    [InlineData(513, 16, 2)]
    [InlineData(600, 1100, 7)]
    public void Value_and_gradient_are_those_of_floats(int rows, int features, int classes)
    {
        using PackedRows packed = Pixels(rows, features, 1f / 255);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 7 % classes)];
        float[] weights = [.. Enumerable.Range(0, rows).Select(row => 0.5f + (row % 3))];
        using ByteRows bytes = ByteRows.TryMake(packed)!;
        Assert.Equal(rows, bytes.Order.Distinct().Count());
        Assert.Equal(features, bytes.Features.Distinct().Count());
        Agrees<Lanes512, Vector512<float>>(packed, bytes, labels, weights, classes, new ByteProducts<Words512, Vector512<short>>());
        Agrees<Lanes256, Vector256<float>>(packed, bytes, labels, weights, classes, new ByteProducts<Words256, Vector256<short>>());
        Agrees<Lanes128, Vector128<float>>(packed, bytes, labels, null, classes, new ByteProducts<Words128, Vector128<short>>());
    }

    [Fact]
    public unsafe void Each_feature_may_have_a_scale_of_its_own()
    {
        using PackedRows packed = Pixels(600, 30, 1);
        for (int row = 0; row < packed.Count; row++)
        {
            for (int feature = 0; feature < 30; feature++)
                packed[row][feature] *= 1f / (17 + feature);
        }

        using ByteRows bytes = ByteRows.TryMake(packed)!;
        for (int row = 0; row < bytes.Count; row++)
        {
            for (int place = 0; place < 30; place++)
                Assert.Equal(packed.Row(bytes.Order[row])[bytes.Features[place]], bytes[row, place] * bytes.Scales[place]);
        }
    }

    [Fact]
    public unsafe void Values_that_are_no_multiples_stay_floats()
    {
        using PackedRows packed = Pixels(600, 20, 1);
        packed[577][3] = 0.3f;
        Assert.Null(ByteRows.TryMake(packed));
        packed[577][3] = -1;
        Assert.Null(ByteRows.TryMake(packed));
        using PackedRows few = Pixels(100, 20, 1);
        Assert.Null(ByteRows.TryMake(few));
    }

    [Fact]
    public void A_point_that_is_not_finite_leaves_no_trace()
    {
        using PackedRows packed = Pixels(700, 20, 1f / 255);
        int[] labels = [.. Enumerable.Range(0, 700).Select(row => row % 3)];
        using ByteRows bytes = ByteRows.TryMake(packed)!;
        var loss = new SoftmaxLoss<Lanes256, Vector256<float>>(3, Array.ConvertAll(bytes.Order, row => labels[row]), null, 700);
        var objective = new ByteObjective<Lanes256, Vector256<float>>(bytes, loss, 0, threads: 1, ByteProducts.Widest());
        var point = new float[63];
        var gradient = new float[63];
        double before = objective.Evaluate(point, gradient);
        point[7] = float.PositiveInfinity;
        Assert.True(double.IsNaN(objective.Evaluate(point, gradient)));
        point[7] = 0;
        Assert.Equal(before, objective.Evaluate(point, gradient));
        Assert.All(gradient, value => Assert.True(float.IsFinite(value)));
    }

    private static void Agrees<TLanes, TVector>(PackedRows packed, ByteRows bytes, int[] labels, float[]? weights, int classes, ByteProducts products)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        double total = weights?.Sum() ?? packed.Count;
        var floats = new LinearObjective<TLanes, TVector>(packed, new SoftmaxLoss<TLanes, TVector>(classes, labels, weights, total), 0.7f, threads: 2);
        float[]? sorted = weights is null ? null : Array.ConvertAll(bytes.Order, row => weights[row]);
        var loss = new SoftmaxLoss<TLanes, TVector>(classes, Array.ConvertAll(bytes.Order, row => labels[row]), sorted, total);
        var compact = new ByteObjective<TLanes, TVector>(bytes, loss, 0.7f, threads: 2, products);
        var alone = new ByteObjective<TLanes, TVector>(bytes, loss, 0.7f, threads: 1, products);
        var point = new float[classes * (1 + packed.Features)];
        var expected = new float[point.Length];
        var gradient = new float[point.Length];
        var same = new float[point.Length];

        // Points far from each other, near each other, and the same again: it goes from each to the next.
        foreach (double reach in new[] { 1 / 3.0, 0.3, 2, 2.001, 2.001, 0 })
        {
            for (int i = 0; i < point.Length; i++)
                point[i] = (float)(Math.Sin(i) * reach);
            double value = compact.Evaluate(point, gradient);
            Assert.Equal(floats.Evaluate(point, expected), value, 1e-5 * (1 + value));
            for (int i = 0; i < gradient.Length; i++)
                Assert.Equal(expected[i], gradient[i], 1e-5f);
            Assert.Equal(value, alone.Evaluate(point, same));
            Assert.Equal(gradient, same);
        }
    }

    /// <summary>Pictures with much that is zero.</summary>
    private static PackedRows Pixels(int rows, int features, float scale)
    {
        var random = new System.Random(11);
        var packed = new PackedRows(features, rows);
        for (int row = 0; row < rows; row++)
        {
            Span<float> target = packed.Append();
            for (int feature = row % 5 * features / 10; feature < features; feature += 1 + random.Next(2))
                target[feature] = random.Next(256) * scale;
        }

        return packed;
    }
}
