using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Transforms;

/// <summary>What an estimator says of its columns before it is fitted must be what comes of it.</summary>
public class PromisedSchemaTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Slots_are_promised_names_after_text_only()
    {
        var conversion = _mlContext.Transforms.Conversion;
        var estimator = conversion.MapValueToKey("TextKey", "Text").Append(conversion.MapValueToKey("NumberKey", "Number"))
            .Append(conversion.MapKeyToVector("ByText", "TextKey")).Append(conversion.MapKeyToVector("ByNumber", "NumberKey"))
            .Append(conversion.MapKeyToVector("Counts", "Keys", outputCountVector: true)).Append(conversion.MapKeyToVector("Varying", "Keys"));
        var data = new ArrayView(2)
            .With("Text", TextDataViewType.Instance, new[] { "a".AsMemory(), "b".AsMemory() })
            .With("Number", NumberDataViewType.Int32, new[] { 4, 5 })
            .With("Keys", new VectorDataViewType(new KeyDataViewType(typeof(uint), 2)), new[] { new VBuffer<uint>(1, [1]), new VBuffer<uint>(2, [1, 2]) });

        var promised = estimator.GetOutputSchema(SchemaShape.Create(data.Schema));
        var delivered = estimator.Fit(data).Transform(data).Schema;
        foreach (var column in delivered)
        {
            var promise = promised.Single(shape => shape.Name == column.Name).Annotations.Select(annotation => annotation.Name);
            Assert.Equal(column.Annotations.Schema.Select(annotation => annotation.Name).Order(), promise.Order());
        }

        Assert.True(delivered["ByText"].HasSlotNames());
        Assert.False(delivered["ByNumber"].HasSlotNames());
    }

    [Fact]
    public void Keys_of_keys_keep_them_as_their_values()
    {
        var data = new ArrayView(2).With("Key", new KeyDataViewType(typeof(uint), 5), new uint[] { 5, 3 });
        var estimator = _mlContext.Transforms.Conversion.MapValueToKey("Again", "Key");

        var promised = estimator.GetOutputSchema(SchemaShape.Create(data.Schema)).Single(column => column.Name == "Again");
        var delivered = estimator.Fit(data).Transform(data).Schema["Again"];

        Assert.True(promised.Annotations.Single().IsKey);
        Assert.Equal("Vector<Key<UInt32, 0-4>, 2>", delivered.Annotations.Schema.Single().Type.ToString());
    }

    [Fact]
    public void Keys_of_truth_values_are_saved_and_loaded()
    {
        var data = new ArrayView(3).With("Truth", BooleanDataViewType.Instance, new[] { true, false, true });
        using var stream = new MemoryStream();
        _mlContext.Model.Save(_mlContext.Transforms.Conversion.MapValueToKey("Key", "Truth").Fit(data), data.Schema, stream);

        var view = new MLContext().Model.Load(stream, out _).Transform(data);

        Assert.Equal([1u, 2u, 1u], view.GetColumn<uint>("Key"));
        var values = default(VBuffer<bool>);
        view.Schema["Key"].GetKeyValues(ref values);
        Assert.Equal([true, false], values.DenseValues());
    }
}
