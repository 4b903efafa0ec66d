using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.MlNet.Tests.TensorFlow;

public class TensorFlowTests
{
    private const int Rows = 700;
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly Network _network = GraphNetworks.Small();
    private readonly float[][] _images = GraphNetworks.Images(Rows);

    [Fact]
    public void A_view_gives_what_the_network_gives()
    {
        var scored = Transformer().Transform(View());
        Assert.Equal(["Label", "Features", "Output"], scored.Schema.Select(column => column.Name));
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 3), scored.Schema["Output"].Type);
        Assert.Equal(Rows, scored.GetRowCount());

        using var cursor = scored.GetRowCursor(scored.Schema);
        var label = cursor.GetGetter<float>(scored.Schema["Label"]);
        var features = cursor.GetGetter<VBuffer<float>>(scored.Schema["Features"]);
        var output = cursor.GetGetter<VBuffer<float>>(scored.Schema["Output"]);
        var row = 0;
        VBuffer<float> value = default;
        for (; cursor.MoveNext(); row++)
        {
            Assert.Equal(row, cursor.Position);
            float number = 0;
            label(ref number);
            Assert.Equal(row, number);
            VBuffer<float> pixels = default;
            features(ref pixels);
            Assert.Equal(_images[row], pixels.DenseValues());
            if (row % 3 == 1)
                continue; // rows whose value nobody asks for must not shift the others
            output(ref value);
            AssertOutput(row, value);
        }

        Assert.Equal(Rows, row);
    }

    [Fact]
    public void Skipping_more_than_a_batch_and_reading_twice_gives_the_right_rows()
    {
        var scored = Transformer().Transform(View());
        using var cursor = scored.GetRowCursor([scored.Schema["Output"]]);
        var output = cursor.GetGetter<VBuffer<float>>(scored.Schema["Output"]);
        VBuffer<float> value = default;
        for (var row = 0; cursor.MoveNext(); row++)
        {
            if (row is not (0 or 5 or 400 or Rows - 1))
                continue;
            output(ref value);
            AssertOutput(row, value);
            output(ref value);
            AssertOutput(row, value);
        }

        Assert.False(cursor.IsColumnActive(scored.Schema["Label"]));
    }

    [Fact]
    public void A_single_row_gives_the_same()
    {
        ITransformer transformer = Transformer();
        var view = View();
        var mapper = transformer.GetRowToRowMapper(view.Schema);
        Assert.Equal(["Features"], mapper.GetDependencies([mapper.OutputSchema["Output"]]).Select(column => column.Name));
        using var input = view.GetRowCursor([view.Schema["Features"]]);
        using var row = mapper.GetRow(input, [mapper.OutputSchema["Output"]]);
        var output = row.GetGetter<VBuffer<float>>(mapper.OutputSchema["Output"]);
        VBuffer<float> value = default;
        for (var i = 0; i < 5; i++)
        {
            Assert.True(input.MoveNext());
            output(ref value);
            AssertOutput(i, value);
        }
    }

    [Fact]
    public void Sparse_rows_count_the_zeros()
    {
        var view = new ArrayView(1).With(
            "Features", new VectorDataViewType(NumberDataViewType.Single, 32), [new VBuffer<float>(32, 2, [0.5f, -1f], [3, 30])]);
        var scored = Transformer().Transform(view);
        using var cursor = scored.GetRowCursor([scored.Schema["Output"]]);
        Assert.True(cursor.MoveNext());
        VBuffer<float> value = default;
        cursor.GetGetter<VBuffer<float>>(scored.Schema["Output"])(ref value);
        var image = new float[32];
        (image[3], image[30]) = (0.5f, -1f);
        AssertOutput(image, value);
    }

    [Fact]
    public void A_saved_model_comes_back_and_is_saved_the_same_again()
    {
        var bytes = Save(Transformer());
        var loaded = Assert.IsType<TensorFlowTransformer>(_mlContext.Model.Load(new MemoryStream(bytes), out var schema));
        Assert.Equal(["Label", "Features"], schema.Select(column => column.Name));
        var scored = loaded.Transform(View());
        using var cursor = scored.GetRowCursor([scored.Schema["Output"]]);
        var output = cursor.GetGetter<VBuffer<float>>(scored.Schema["Output"]);
        VBuffer<float> value = default;
        Assert.True(cursor.MoveNext());
        output(ref value);
        AssertOutput(0, value);
        Assert.Equal(bytes, Save(loaded));
    }

    [Fact]
    public void Several_nodes_can_be_asked_for()
    {
        using var file = new TemporaryFile(FrozenGraph.Export(_network, "Features", "Output"));
        using var model = _mlContext.Model.LoadTensorFlowModel(file.Path);
        var scored = model.ScoreTensorFlowModel(["max_pooling2d", "Output"], ["Features"]).Fit(View()).Transform(View());
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 2, 2, 3), scored.Schema["max_pooling2d"].Type);
        using var cursor = scored.GetRowCursor(scored.Schema);
        Assert.True(cursor.MoveNext());
        VBuffer<float> value = default;
        cursor.GetGetter<VBuffer<float>>(scored.Schema["max_pooling2d"])(ref value);
        Assert.Equal(12, value.Length);
        cursor.GetGetter<VBuffer<float>>(scored.Schema["Output"])(ref value);
        AssertOutput(0, value);
    }

    [Fact]
    public void The_graph_shows_its_nodes()
    {
        using var file = new TemporaryFile(FrozenGraph.Export(_network, "Features", "Output"));
        using var model = _mlContext.Model.LoadTensorFlowModel(file.Path);
        var input = Assert.Single(model.GetInputSchema());
        Assert.Equal("Features", input.Name);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 4, 4, 2), input.Type);
        var schema = model.GetModelSchema();
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 3, 3, 2, 3), schema["conv2d_kernel"].Type);
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 5), schema["dense_add"].Type);
        ReadOnlyMemory<char> operation = default;
        schema["conv2d"].Annotations.GetValue("TensorflowOperatorType", ref operation);
        Assert.Equal("Conv2D", operation.ToString());
    }

    [Fact]
    public void The_estimator_checks_its_input_and_promises_its_output()
    {
        using var file = new TemporaryFile(FrozenGraph.Export(_network, "Features", "Output"));
        using var model = _mlContext.Model.LoadTensorFlowModel(file.Path);
        var estimator = model.ScoreTensorFlowModel("Output", "Features");
        Assert.Equal("Output", estimator.GetOutputSchema(SchemaShapeOf(View()))[2].Name);
        Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Fit(new ArrayView(1).WithVectors("Pixels", 32, [new float[32]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Fit(new ArrayView(1).WithVectors("Features", 31, [new float[31]])));
        Assert.Throws<ArgumentOutOfRangeException>(() => estimator.GetOutputSchema(SchemaShapeOf(new ArrayView(1).With("Features", NumberDataViewType.Single, [1f]))));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ScoreTensorFlowModel("Nothing", "Features"));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ScoreTensorFlowModel("Output", "Nothing"));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.ScoreTensorFlowModel(["Output"], ["Features", "Features"]));
    }

    [Fact]
    public void Files_that_are_no_graph_are_refused()
    {
        Assert.Throws<FileNotFoundException>(() => _mlContext.Model.LoadTensorFlowModel("nothing.pb"));
        Assert.Contains("SavedModel", Assert.Throws<InvalidDataException>(() => _mlContext.Model.LoadTensorFlowModel(Path.GetTempPath())).Message, StringComparison.Ordinal);
        using var file = new TemporaryFile([1, 2, 3]);
        Assert.Throws<InvalidDataException>(() => _mlContext.Model.LoadTensorFlowModel(file.Path));
    }

    private TensorFlowTransformer Transformer()
    {
        using var file = new TemporaryFile(FrozenGraph.Export(_network, "Features", "Output"));
        using var model = _mlContext.Model.LoadTensorFlowModel(file.Path);
        return model.ScoreTensorFlowModel("Output", "Features").Fit(View());
    }

    private ArrayView View() => new ArrayView(Rows)
        .With("Label", NumberDataViewType.Single, [.. Enumerable.Range(0, Rows).Select(row => (float)row)])
        .WithVectors("Features", 32, _images);

    private byte[] Save(ITransformer model)
    {
        var stream = new MemoryStream();
        _mlContext.Model.Save(model, View().Schema, stream);
        return stream.ToArray();
    }

    private static SchemaShape SchemaShapeOf(IDataView view) => SchemaShape.Create(view.Schema);

    private void AssertOutput(int row, VBuffer<float> value) => AssertOutput(_images[row], value);

    private void AssertOutput(float[] image, VBuffer<float> value)
    {
        var expected = new float[3];
        _network.Predict(image, 1, expected);
        Assert.Equal(3, value.Length);
        for (var i = 0; i < 3; i++)
            Assert.Equal(expected[i], value.GetValues()[i], 1e-5f);
    }
}
