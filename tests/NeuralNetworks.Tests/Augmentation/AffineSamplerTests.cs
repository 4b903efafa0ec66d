namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>The bilinear map against SciPy, as Keras calls it, and against cases worked out by hand.</summary>
public class AffineSamplerTests
{
    private static readonly TensorShape[] Shapes = [new(28, 28, 1), new(7, 5, 3), new(1, 9, 1), new(3, 1, 2), new(2, 70, 1)];

    public static TheoryData<FillMode> Modes => [.. Enum.GetValues<FillMode>()];

    [SkippableTheory, MemberData(nameof(Modes))]
    public void It_agrees_with_SciPy(FillMode mode)
    {
        var random = new Random(17);
        var requests = new List<KerasAffine.Request>();
        foreach (var shape in Shapes)
        {
            for (var i = 0; i < 12; i++)
                requests.Add(Draw(random, shape, mode, strong: i % 3 == 0));
        }

        var expected = KerasAffine.Transform(requests);
        for (var i = 0; i < requests.Count; i++)
        {
            var actual = Sample(requests[i], mode);
            // Single precision moves a coordinate by up to 1e-5 pixels, and the values are at most 1; in the constant mode a pixel on the
            // very border may fall to either side.
            for (var j = 0; j < actual.Length; j++)
                Assert.True(Math.Abs(expected[i][j] - actual[j]) < 1e-4, $"{requests[i]} value {j}: SciPy {expected[i][j]}, here {actual[j]}");
        }
    }

    [Fact]
    public void The_identity_changes_nothing()
    {
        var request = Draw(new Random(3), new TensorShape(6, 7, 2), FillMode.Constant, strong: false) with
        {
            Rotation = 0, Shear = 0, RowShift = 0, ColumnShift = 0, RowZoom = 1, ColumnZoom = 1,
        };

        var actual = Sample(request, FillMode.Constant);
        for (var i = 0; i < actual.Length; i++)
            Assert.Equal(request.Image[i], actual[i], 1e-6f);
    }

    [Theory]
    [InlineData(FillMode.Nearest, new float[] { 3, 4, 4, 4 })]
    [InlineData(FillMode.Constant, new float[] { 3, 4, 9, 9 })]
    [InlineData(FillMode.Reflect, new float[] { 3, 4, 4, 3 })]
    [InlineData(FillMode.Wrap, new float[] { 3, 4, 2, 3 })]
    public void Beyond_the_border_lies_what_the_mode_says(FillMode mode, float[] expected)
    {
        var map = AffineMap.Compose(0, 0, 2, 0, 1, 1, 1, 4);
        var target = new float[4];

        AffineSampler.Sample([1, 2, 3, 4], target, new TensorShape(1, 4, 1), map, mode, fill: 9);

        Assert.Equal(expected, target);
    }

    [Fact]
    public void A_quarter_turn_turns()
    {
        var target = new float[9];

        AffineSampler.Sample([1, 2, 3, 4, 5, 6, 7, 8, 9], target, new TensorShape(3, 3, 1), AffineMap.Compose(Math.PI / 2, 0, 0, 0, 1, 1, 3, 3), FillMode.Nearest, 0);

        // Row r, column c of the result is row -(c - 1) + 1, column (r - 1) + 1 of the image.
        float[] expected = [7, 4, 1, 8, 5, 2, 9, 6, 3];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], target[i], 1e-4f);
    }

    [Fact]
    public void An_image_too_short_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            AffineSampler.Sample(new float[3], new float[4], new TensorShape(2, 2, 1), default, FillMode.Nearest, 0));

        Assert.Contains("expects 4 values. Received: 3 and 4", error.Message, StringComparison.Ordinal);
    }

    private static KerasAffine.Request Draw(Random random, TensorShape shape, FillMode mode, bool strong)
    {
        var reach = strong ? 3.0 : 0.4;
        double Within(double range) => (random.NextDouble() * 2 - 1) * range;
        return new KerasAffine.Request(
            [shape.Height, shape.Width, shape.Channels],
            [.. Enumerable.Range(0, shape.Size).Select(_ => random.NextSingle())],
            Within(reach * 60), Within(reach * 20), Within(reach * shape.Height), Within(reach * shape.Width),
            1 + Within(reach / 4), 1 + Within(reach / 4), KerasAffine.NameOf(mode), Fill: 0.25f);
    }

    private static float[] Sample(KerasAffine.Request request, FillMode mode)
    {
        var shape = new TensorShape(request.Shape[0], request.Shape[1], request.Shape[2]);
        var map = AffineMap.Compose(request.Rotation * Math.PI / 180, request.RowShift, request.ColumnShift, request.Shear * Math.PI / 180,
            request.RowZoom, request.ColumnZoom, shape.Height, shape.Width);
        var target = new float[shape.Size];
        AffineSampler.Sample(request.Image, target, shape, map, mode, request.Fill);
        return target;
    }
}
