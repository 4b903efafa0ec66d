using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Transforms;

public class KeyVectorTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Keys_become_vectors_as_ML_NETs_sample_shows()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Point>
        {
            new() { Timeframe = 9, Category = 5 }, new() { Timeframe = 8, Category = 4 }, new() { Timeframe = 2, Category = 3 },
        });
        var view = _mlContext.Transforms.Conversion.MapKeyToVector(
            [new InputOutputColumnPair("TimeframeVector", "Timeframe"), new InputOutputColumnPair("CategoryVector", "Category")]).Fit(data).Transform(data);

        Assert.Equal(["0,0,0,0,0,0,0,0,0,1", "0,0,0,0,0,0,0,0,1,0", "0,0,1,0,0,0,0,0,0,0"], view.GetColumn<float[]>("TimeframeVector").Select(Text));
        Assert.Equal(["0,0,0,0,0,1", "0,0,0,0,1,0", "0,0,0,1,0,0"], view.GetColumn<float[]>("CategoryVector").Select(Text));
        Assert.Equal(
            ["10,0,0,0,0,0,0,0,0,0,1", "9,0,0,0,0,0,0,0,0,1,0", "3,0,0,1,0,0,0,0,0,0,0"],
            _mlContext.Data.CreateEnumerable<Transformed>(view, reuseRowObject: false).Select(row => $"{row.Timeframe},{Text(row.TimeframeVector)}"));
    }

    [Fact]
    public void Slots_are_named_and_their_ranges_told()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Words> { new() { Pair = ["a", "b"] }, new() { Pair = ["b", "b"] } });
        var conversion = _mlContext.Transforms.Conversion;
        var view = conversion.MapValueToKey("Keys", "Pair").Append(conversion.MapKeyToVector("Vector", "Keys"))
            .Append(conversion.MapKeyToVector("Counts", "Keys", outputCountVector: true)).Fit(data).Transform(data);

        Assert.Equal("Vector<Single, 2, 2>", view.Schema["Vector"].Type.ToString());
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        view.Schema["Vector"].GetSlotNames(ref names);
        Assert.Equal(["[0].a", "[0].b", "[1].a", "[1].b"], names.DenseValues().Select(name => name.ToString()));
        var ranges = default(VBuffer<int>);
        view.Schema["Vector"].Annotations.GetValue("CategoricalSlotRanges", ref ranges);
        Assert.Equal([0, 1, 2, 3], ranges.DenseValues());
        Assert.True(view.Schema["Vector"].IsNormalized());
        Assert.Equal(["1,0,0,1", "0,1,0,1"], view.GetColumn<float[]>("Vector").Select(Text));
        Assert.Equal(["1,1", "0,2"], view.GetColumn<float[]>("Counts").Select(Text));
        Assert.False(view.Schema["Counts"].IsNormalized());
    }

    [Fact]
    public void Missing_values_are_indicated()
    {
        var data = new ArrayView(2)
            .With("Single", NumberDataViewType.Single, new[] { 1f, float.NaN })
            .WithVectors("Vector", 3, [[1, float.NaN, 2], [0, 0, float.PositiveInfinity]]);
        var model = _mlContext.Transforms.IndicateMissingValues([new InputOutputColumnPair("A", "Single"), new InputOutputColumnPair("B", "Vector")]).Fit(data);
        using var stream = new MemoryStream();
        _mlContext.Model.Save(model, data.Schema, stream);
        var view = new MLContext().Model.Load(stream, out _).Transform(data);
        Assert.Equal([false, true], view.GetColumn<bool>("A"));
        Assert.Equal([[false, true, false], [false, false, false]], view.GetColumn<bool[]>("B"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.IndicateMissingValues("X", "Text").Fit(new ArrayView(1).With("Text", TextDataViewType.Instance, new[] { "a".AsMemory() })));
    }

    private static string Text(float[] values) => string.Join(',', values);

    private class Point
    {
        [KeyType(10)]
        public uint Timeframe { get; set; }

        [KeyType(6)]
        public uint Category { get; set; }
    }

    private sealed class Transformed : Point
    {
        public float[] TimeframeVector { get; set; } = [];
    }

    private sealed class Words
    {
        [VectorType(2)]
        public string[] Pair { get; set; } = [];
    }
}
