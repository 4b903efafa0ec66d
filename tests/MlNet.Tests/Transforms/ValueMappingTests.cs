using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Transforms;

public class ValueMappingTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Values_are_mapped_as_the_table_says()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Point>
        {
            new() { Frame = "0-4yrs", Score = 1 }, new() { Frame = "6-11yrs", Score = 2 }, new() { Frame = "25+yrs", Score = 5 }, new() { Frame = "0-5yrs", Score = 9 },
        });
        var conversion = _mlContext.Transforms.Conversion;
        var frames = new Dictionary<string, string> { ["0-4yrs"] = "Short", ["0-5yrs"] = "Short", ["6-11yrs"] = "Medium" };
        var scores = new Dictionary<int, string> { [1] = "Low", [2] = "Low", [5] = "High" };
        var keys = new Dictionary<string, uint> { ["0-4yrs"] = 1, ["0-5yrs"] = 1, ["6-11yrs"] = 2, ["25+yrs"] = 3 };
        var model = conversion.MapValue("Category", frames, "Frame")
            .Append(conversion.MapValue("ScoreCategory", scores, "Score"))
            .Append(conversion.MapValue("Label", keys, "Frame", treatValuesAsKeyType: true))
            .Append(conversion.MapValue("Named", frames, "Frame", treatValuesAsKeyType: true))
            .Append(conversion.MapKeyToValue("Name", "Named"))
            .Fit(data);

        var view = Reloaded(model, data).Transform(data);

        Assert.Equal(["Short", "Medium", "", "Short"], view.GetColumn<string>("Category"));
        Assert.Equal(["Low", "Low", "High", ""], view.GetColumn<string>("ScoreCategory"));
        Assert.Equal("Key<UInt32, 0-2>", view.Schema["Label"].Type.ToString());
        Assert.Equal([1u, 2u, 3u, 1u], view.GetColumn<uint>("Label"));
        Assert.Equal([1u, 2u, 0u, 1u], view.GetColumn<uint>("Named"));
        Assert.Equal(["Short", "Medium", "", "Short"], view.GetColumn<string>("Name"));
    }

    [Fact]
    public void Values_are_mapped_to_vectors_and_vectors_item_by_item()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Words> { new() { First = "a", All = ["a", "b", "c"] } });
        var vectors = new Dictionary<string, int[]> { ["a"] = [1, 2], ["b"] = [3, 4] };
        var numbers = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        var model = _mlContext.Transforms.Conversion.MapValue("Vector", vectors, "First")
            .Append(_mlContext.Transforms.Conversion.MapValue("Each", numbers, "All"))
            .Fit(data);

        var view = Reloaded(model, data).Transform(data);

        Assert.Equal("Vector<Int32, 2>", view.Schema["Vector"].Type.ToString());
        Assert.Equal([1, 2], view.GetColumn<int[]>("Vector").Single());
        Assert.Equal([1, 2, 0], view.GetColumn<int[]>("Each").Single());
        Assert.Throws<NotSupportedException>(() => _mlContext.Transforms.Conversion.MapValue("X", vectors, "All").Fit(data));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.Conversion.MapValue("X", new Dictionary<int, int> { [1] = 1 }, "First").Fit(data));
    }

    [Fact]
    public void The_table_can_be_two_columns_of_a_view()
    {
        var data = new ArrayView(3).With("Price", NumberDataViewType.Single, new[] { 3.14f, 2000f, 1f });
        var lookup = new ArrayView(2)
            .With("Amount", NumberDataViewType.Single, new[] { 3.14f, 2000f })
            .With("Category", TextDataViewType.Instance, new[] { "Low".AsMemory(), "High".AsMemory() });
        var model = _mlContext.Transforms.Conversion.MapValue("Category", lookup, lookup.Schema["Amount"], lookup.Schema["Category"], "Price").Fit(data);
        Assert.Equal(["Low", "High", ""], Reloaded(model, data).Transform(data).GetColumn<string>("Category"));
        var twice = new[] { KeyValuePair.Create(1, 1), KeyValuePair.Create(1, 2) };
        Assert.Contains("Duplicate keys", Assert.Throws<InvalidOperationException>(() => _mlContext.Transforms.Conversion.MapValue("X", twice)).Message, StringComparison.Ordinal);
    }

    private ITransformer Reloaded(ITransformer transformer, IDataView data)
    {
        using var stream = new MemoryStream();
        _mlContext.Model.Save(transformer, data.Schema, stream);
        return new MLContext().Model.Load(stream, out _);
    }

    private sealed class Point
    {
        public string Frame { get; set; } = string.Empty;

        public int Score { get; set; }
    }

    private sealed class Words
    {
        public string First { get; set; } = string.Empty;

        public string[] All { get; set; } = [];
    }
}
