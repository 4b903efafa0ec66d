using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MlNetFashion.Interchange.TensorFlow;

namespace MlNetFashion.MlNet.Tests.TensorFlow;

/// <summary>TensorFlow graphs that are no chains of layers: several inputs and outputs, other types than Single, shapes that are not known.</summary>
public class TensorFlowGraphTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    private sealed class Matrices
    {
        [VectorType(2, 2), ColumnName("a")]
        public float[] A { get; set; } = [];

        [VectorType(2, 2), ColumnName("b")]
        public float[] B { get; set; } = [];
    }

    private sealed class Product
    {
        [ColumnName("c")]
        public float[] C { get; set; } = [];
    }

    [Fact]
    public void Two_matrices_are_multiplied()
    {
        var builder = new GraphBuilder();
        builder.MatMul("c", builder.Placeholder("a", 2, 2), builder.Placeholder("b", 2, 2));
        Matrices[] rows = [new() { A = [1, 2, 3, 4], B = [1, 2, 3, 4] }, new() { A = [2, 2, 2, 2], B = [3, 3, 3, 3] }];
        var view = _mlContext.Data.LoadFromEnumerable(rows);
        using var model = Load(builder);
        var estimator = model.ScoreTensorFlowModel(["c"], ["a", "b"]);
        Assert.Equal(["a", "b", "c"], estimator.GetOutputSchema(SchemaShape.Create(view.Schema)).Select(column => column.Name));
        var transformer = estimator.Fit(view);
        var scored = transformer.Transform(view);

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2, 2), scored.Schema["c"].Type);
        Assert.Equal([[7, 10, 15, 22], [12, 12, 12, 12f]], scored.GetColumn<float[]>("c"));
        Assert.Equal([7, 10, 15, 22f], _mlContext.Model.CreatePredictionEngine<Matrices, Product>(transformer).Predict(rows[0]).C);

        using var file = new MemoryStream();
        _mlContext.Model.Save(transformer, view.Schema, file);
        var bytes = file.ToArray();
        file.Position = 0;
        var loaded = Assert.IsType<TensorFlowTransformer>(_mlContext.Model.Load(file, out _));
        Assert.Equal([[7, 10, 15, 22], [12, 12, 12, 12f]], loaded.Transform(view).GetColumn<float[]>("c"));
        using var again = new MemoryStream();
        _mlContext.Model.Save(loaded, view.Schema, again);
        Assert.Equal(bytes, again.ToArray());
    }

    [Fact]
    public void Bytes_and_whole_numbers_are_fed_and_given()
    {
        var builder = new GraphBuilder();
        var pixels = builder.CastBytes("numbers", builder.Placeholder("pixels", GraphDataType.Byte, -1, 2, 3));
        builder.Node("ArgMax", "best", [pixels, builder.Constant("axis", GraphTensor.OfIntegers([2]))], ("T", GraphDataType.Single), ("output_type", GraphDataType.Int32));
        builder.Node("Add", "shifted", ["best", builder.Placeholder("shift", GraphDataType.Int32, [])], ("T", GraphDataType.Int32));
        builder.Node("Split", "parts", ["axis", "numbers"], ("num_split", 3L), ("T", GraphDataType.Single));
        var view = new ArrayView(2)
            .With("pixels", new VectorDataViewType(NumberDataViewType.Byte, 6), [new VBuffer<byte>(6, [1, 5, 2, 9, 8, 7]), new VBuffer<byte>(6, [0, 0, 1, 0, 1, 0])])
            .With("shift", NumberDataViewType.Int32, [10, -1]);
        using var model = Load(builder);
        var scored = model.ScoreTensorFlowModel(["shifted", "parts:1"], ["pixels", "shift"]).Fit(view).Transform(view);

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Int32, 2), scored.Schema["shifted"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2, 1), scored.Schema["parts:1"].Type);
        Assert.Equal([[11, 10], [1, 0]], scored.GetColumn<int[]>("shifted"));
        Assert.Equal([[5, 8], [0, 1f]], scored.GetColumn<float[]>("parts:1"));
    }

    [Fact]
    public void A_placeholder_of_unknown_shape_takes_the_columns_shape_and_the_batch()
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("input", GraphDataType.Single, null);
        x = builder.Conv2D("conv", x, builder.Constant("conv_w", GraphTensor.OfSingles([1, 2, 3, 4], 1, 1, 2, 2)), 1, GraphPadding.Same);
        x = builder.Node("Concat", "mixed", [builder.Constant("dim", GraphTensor.OfIntegers([3])), x, builder.Unary("Relu", "relu", x)], ("N", 2L), ("T", GraphDataType.Single));
        x = builder.AvgPool("pool", x, 2, 2, GraphPadding.Valid);
        x = builder.Reshape("reshape", x, builder.Constant("shape", GraphTensor.OfIntegers([-1, 4], 2)));
        builder.MatMul("logits", x, builder.Constant("w", GraphTensor.OfSingles([1, 0, 0, 1, 1, 0, 0, 1], 4, 2)));
        var view = new ArrayView(1).With("input", new VectorDataViewType(NumberDataViewType.Single, 2, 2, 2), [new VBuffer<float>(8, [1, 0, 0, 1, -1, 0, 0, -1])]);
        using var model = Load(builder);
        var scored = model.ScoreTensorFlowModel("logits", "input", addBatchDimensionInput: true).Fit(view).Transform(view);

        // Pixels times [[1, 2], [3, 4]]: (1, 2), (3, 4), (-1, -2), (-3, -4); their mean is 0, that of the parts above zero (1, 1.5).
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2), scored.Schema["logits"].Type);
        Assert.Equal([1, 1.5f], Assert.Single(scored.GetColumn<float[]>("logits")));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        var builder = new GraphBuilder();
        var a = builder.Placeholder("a", 2, 2);
        builder.Node("Add", "needs", [a, builder.Placeholder("b", 2, 2)], ("T", GraphDataType.Single));
        builder.Node("Frobnicate", "odd", [a], ("T", GraphDataType.Single));
        using var model = Load(builder);
        Assert.Contains("'b' (Placeholder)", Assert.Throws<InvalidDataException>(() => model.ScoreTensorFlowModel("needs", "a")).Message, StringComparison.Ordinal);
        Assert.Contains("'odd' (Frobnicate)", Assert.Throws<InvalidDataException>(() => model.ScoreTensorFlowModel("odd", "a")).Message, StringComparison.Ordinal);
        var both = model.ScoreTensorFlowModel(["needs"], ["a", "b"]);
        var view = new ArrayView(1).WithVectors("a", 4, [new float[4]]).WithVectors("b", 3, [new float[3]]);
        Assert.Contains("'b'", Assert.Throws<ArgumentOutOfRangeException>(() => both.Fit(view)).Message, StringComparison.Ordinal);
        view = new ArrayView(1).WithVectors("a", 4, [new float[4]]).With("b", new VectorDataViewType(NumberDataViewType.Int32, 4), [default(VBuffer<int>)]);
        Assert.Contains("'b'", Assert.Throws<ArgumentOutOfRangeException>(() => both.Fit(view)).Message, StringComparison.Ordinal);
    }

    private TensorFlowModel Load(GraphBuilder builder)
    {
        using var file = new TemporaryFile(builder.Build().ToBytes());
        return _mlContext.Model.LoadTensorFlowModel(file.Path);
    }
}
