using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.MlNet.Tests.TensorFlow;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.MlNet.Tests.Onnx;

/// <summary>ONNX models that are no chains of layers: several inputs and outputs, branches, whole numbers.</summary>
public class OnnxGraphTests
{
    private const int Rows = 150;
    private readonly MLContext _mlContext = new(seed: 1);

    private sealed class Pair
    {
        [VectorType(2)]
        public float[] A { get; set; } = [];

        [VectorType(3)]
        public float[] B { get; set; } = [];
    }

    private sealed class Joined
    {
        public float[] Both { get; set; } = [];

        public long[] Best { get; set; } = [];
    }

    [Fact]
    public void Two_inputs_and_two_outputs_make_columns()
    {
        var (view, rows) = Pairs();
        using var transformer = _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(Joining())).Fit(view);
        var scored = transformer.Transform(view);

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 1, 5), scored.Schema["Both"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Int64, 1, 1), scored.Schema["Best"].Type);
        Assert.Equal(rows.Select(row => row.A.Concat(row.B.Select(value => 2 * value)).ToArray()), scored.GetColumn<float[]>("Both"));
        Assert.Equal(rows.Select(Best), scored.GetColumn<long[]>("Best").Select(best => Assert.Single(best)));
    }

    [Fact]
    public void Inputs_may_be_named_in_any_order_and_the_saved_model_comes_back()
    {
        var (view, rows) = Pairs();
        using var transformer = _mlContext.Transforms.ApplyOnnxModel(["Best"], ["B", "A"], new MemoryStream(Joining())).Fit(view);
        using var file = new MemoryStream();
        _mlContext.Model.Save(transformer, view.Schema, file);
        var bytes = file.ToArray();
        file.Position = 0;
        var loaded = Assert.IsType<OnnxTransformer>(_mlContext.Model.Load(file, out _));
        var scored = loaded.Transform(view);

        Assert.Equal(["A", "B", "Best"], scored.Schema.Select(column => column.Name));
        Assert.Equal(rows.Select(Best), scored.GetColumn<long[]>("Best").Select(best => best[0]));
        using var again = new MemoryStream();
        _mlContext.Model.Save(loaded, view.Schema, again);
        Assert.Equal(bytes, again.ToArray());
    }

    [Fact]
    public void A_prediction_engine_runs_the_graph_anew_for_each_row()
    {
        var (view, rows) = Pairs();
        var engine = _mlContext.Model.CreatePredictionEngine<Pair, Joined>(_mlContext.Transforms.ApplyOnnxModel(new MemoryStream(Joining())).Fit(view));
        foreach (var row in rows.Take(5))
        {
            var joined = engine.Predict(row);
            Assert.Equal(row.A.Concat(row.B.Select(value => 2 * value)), joined.Both);
            Assert.Equal(Best(row), joined.Best[0]);
        }
    }

    [Fact]
    public void Rows_that_nobody_asks_for_do_not_shift_the_others()
    {
        var (view, rows) = Pairs();
        var scored = _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(Joining())).Fit(view).Transform(view);
        using var cursor = scored.GetRowCursor([scored.Schema["Best"]]);
        var getter = cursor.GetGetter<VBuffer<long>>(scored.Schema["Best"]);
        VBuffer<long> value = default;
        for (var row = 0; cursor.MoveNext(); row++)
        {
            if (row is not (0 or 3 or 100 or Rows - 1))
                continue;
            getter(ref value);
            Assert.Equal(Best(rows[row]), value.GetValues()[0]);
        }
    }

    [Fact]
    public void Single_values_and_whole_numbers_are_fed()
    {
        var builder = new OnnxBuilder("sum", "test");
        builder.Input("Count", OnnxDataType.Int64, null, 1);
        builder.Input("Price", OnnxDataType.Single, null, 1);
        builder.Input("Sold", OnnxDataType.Boolean, 1);
        builder.Node("Cast", ["Count"], ["Number"], ("to", 1L));
        builder.Node("Mul", ["Number", "Price"], ["Product"]);
        builder.Node("Neg", ["Product"], ["Negative"]);
        builder.Node("Where", ["Sold", "Product", "Negative"], ["Sum"]);
        builder.Output("Sum", OnnxDataType.Single, null, 1);
        var view = new ArrayView(3)
            .With("Count", NumberDataViewType.Int64, [1L, 2, 3])
            .With("Price", NumberDataViewType.Single, [0.5f, 1.5f, 2.5f])
            .With("Sold", BooleanDataViewType.Instance, [true, false, true]);
        var estimator = _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(builder.Build().ToBytes()));

        Assert.Equal("Sum", estimator.GetOutputSchema(SchemaShape.Create(view.Schema))[3].Name);
        Assert.Equal([0.5f, -3, 7.5f], estimator.Fit(view).Transform(view).GetColumn<float[]>("Sum").Select(sum => Assert.Single(sum)));
        var other = new ArrayView(1).With("Count", NumberDataViewType.Int32, [1]).With("Price", NumberDataViewType.Single, [1f]).With("Sold", BooleanDataViewType.Instance, [true]);
        Assert.Contains("Count", Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Fit(other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => estimator.GetOutputSchema(SchemaShape.Create(other.Schema)));
    }

    [Fact]
    public void Open_sizes_follow_from_the_column_or_from_the_shapes_that_are_given()
    {
        var builder = new OnnxBuilder("mean", "test");
        builder.Input("Image", OnnxDataType.Single, null, 2, null, null);
        builder.Node("ReduceMean", ["Image"], ["Means"], ("axes", new[] { 2L, 3L }), ("keepdims", 0L));
        builder.Node("ReduceMax", ["Image"], ["Rows"], ("axes", new[] { 1L, 3L }), ("keepdims", 0L));
        builder.Output("Means", OnnxDataType.Single, null, 2);
        builder.Output("Rows", OnnxDataType.Single, null, null);
        var bytes = builder.Build().ToBytes();
        float[] image = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        IDataView Wide(params int[] dimensions) => new ArrayView(1).With("Image", new VectorDataViewType(NumberDataViewType.Single, dimensions), [new VBuffer<float>(12, image)]);

        // As the column has them.
        var scored = _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(bytes)).Fit(Wide(2, 2, 3)).Transform(Wide(2, 2, 3));
        Assert.Equal([3.5f, 9.5f], scored.GetColumn<float[]>("Means").Single());
        Assert.Equal([9, 12f], scored.GetColumn<float[]>("Rows").Single());

        // As they are given.
        var shapes = new Dictionary<string, int[]> { ["Image"] = [1, 2, 3, 2], ["Rows"] = [1, 3] };
        scored = _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(bytes), shapes).Fit(Wide(12)).Transform(Wide(12));
        Assert.Equal([8, 10, 12f], scored.GetColumn<float[]>("Rows").Single());
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 1, 3), scored.Schema["Rows"].Type);

        // 6 pixels are no square.
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(bytes)).Fit(Wide(12)));
    }

    [Fact]
    public void Chains_of_layers_over_small_images_are_run_as_networks_and_all_else_as_graphs()
    {
        Assert.NotNull(new OnnxFile(OnnxModel.Export(GraphNetworks.Small(), "Features", "Output")).NetworksOf(["Output"]));
        Assert.Null(new OnnxFile(Joining()).NetworksOf(["Both"]));
        var large = new NetworkArchitecture("large", new TensorShape(100, 100, 3), [new Conv2D(2), new GlobalAveragePool2D(), new Dense(2)]);
        var network = Network.FromParameters(large,
        [
            new LayerParameters("", [new NamedArray("kernel", [3, 3, 3, 2], new float[54]), new NamedArray("bias", [2], [1, 2])]),
            new LayerParameters("", []),
            new LayerParameters("", [new NamedArray("kernel", [2, 2], [1, 0, 0, 1]), new NamedArray("bias", [2], [0, 1])]),
        ]);
        var bytes = OnnxModel.Export(network, "Features", "Output");
        Assert.Null(new OnnxFile(bytes).NetworksOf(["Output"]));
        var view = new ArrayView(1).WithVectors("Features", 30_000, [new float[30_000]]);
        Assert.Equal([1, 3f], Assert.Single(_mlContext.Transforms.ApplyOnnxModel(new MemoryStream(bytes)).Fit(view).Transform(view).GetColumn<float[]>("Output")));
    }

    [Fact]
    public void What_cannot_be_run_is_refused_by_name()
    {
        var builder = new OnnxBuilder("loop", "test");
        builder.Input("A", OnnxDataType.Single, 1, 2);
        builder.Node("Loop", ["A"], ["Y"]);
        builder.Output("Y", OnnxDataType.Single, 1, 2);
        var message = Assert.Throws<InvalidDataException>(() => _mlContext.Transforms.ApplyOnnxModel(new MemoryStream(builder.Build().ToBytes()))).Message;
        Assert.Contains("'Y' (Loop)", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.ApplyOnnxModel(["Both"], ["A"], new MemoryStream(Joining())));
    }

    private static long Best(Pair row) => row.A.Concat(row.B.Select(value => 2 * value)).Select((value, index) => (value, (long)index)).MaxBy(pair => pair.value).Item2;

    /// <summary>[A, 2 B], and the place of the greatest of these.</summary>
    private static byte[] Joining()
    {
        var builder = new OnnxBuilder("joining", "test");
        builder.Input("A", OnnxDataType.Single, null, 2);
        builder.Input("B", OnnxDataType.Single, null, 3);
        builder.Node("Add", ["B", "B"], ["Doubled"]);
        builder.Node("Concat", ["A", "Doubled"], ["Both"], ("axis", 1L));
        builder.Node("ArgMax", ["Both"], ["Best"], ("axis", 1L));
        builder.Output("Both", OnnxDataType.Single, null, 5);
        builder.Output("Best", OnnxDataType.Int64, null, 1);
        return builder.Build().ToBytes();
    }

    private (IDataView View, Pair[] Rows) Pairs()
    {
        var random = new System.Random(5);
        Pair[] rows = [.. Enumerable.Range(0, Rows).Select(_ => new Pair { A = Values(2), B = Values(3) })];
        return (_mlContext.Data.LoadFromEnumerable(rows), rows);

        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
    }
}
