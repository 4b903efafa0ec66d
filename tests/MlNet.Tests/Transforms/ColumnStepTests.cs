using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MlNetFashion.MlNet.Tests.Transforms;

public class ColumnStepTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [Fact]
    public void Columns_are_put_together_with_their_names()
    {
        var data = Numbers();
        var view = Reloaded(_mlContext.Transforms.Concatenate("All", "A", "V", "B").Fit(data), data).Transform(data);

        Assert.Equal("Vector<Single, 4>", view.Schema["All"].Type.ToString());
        Assert.Equal([[1, 3, 4, 2], [10, 30, 40, 20]], view.GetColumn<float[]>("All"));
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        view.Schema["All"].GetSlotNames(ref names);
        Assert.Equal(["A", "", "", "B"], names.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Columns_are_kept_dropped_and_copied()
    {
        var data = Numbers();
        Assert.Equal(["B", "A"], Reloaded(_mlContext.Transforms.SelectColumns("B", "A").Fit(data), data).Transform(data).Schema.Select(column => column.Name));
        Assert.Equal(["A", "B"], Reloaded(_mlContext.Transforms.DropColumns("V").Fit(data), data).Transform(data).Schema.Select(column => column.Name));
        Assert.Equal([1, 10], Reloaded(_mlContext.Transforms.CopyColumns("C", "A").Fit(data), data).Transform(data).GetColumn<float>("C"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.DropColumns("Nope").Fit(data));
    }

    [Fact]
    public void A_replaced_column_is_hidden_in_front_of_the_new_one()
    {
        var data = Numbers();
        var chain = _mlContext.Transforms.Conversion.ConvertType("A", outputKind: DataKind.Double).Append(_mlContext.Transforms.CopyColumns("C", "A")).Fit(data);

        var schema = chain.Transform(data).Schema;

        Assert.Equal(["A:Single(hidden)", "A:Double", "B:Single", "V:Vector<Single, 2>", "C:Double"], schema.Select(column => $"{column.Name}:{column.Type}{(column.IsHidden ? "(hidden)" : "")}"));
        Assert.Equal(["A:Double", "B:Single", "V:Vector<Single, 2>", "C:Double"], _mlContext.Transforms.SelectColumns(["A", "B", "V", "C"], keepHidden: false).Fit(chain.Transform(data)).GetOutputSchema(schema).Select(column => $"{column.Name}:{column.Type}"));
    }

    [Fact]
    public void Values_are_converted_between_kinds()
    {
        var data = new ArrayView(3).With("T", TextDataViewType.Instance, ["1.5".AsMemory(), default, "x".AsMemory()]).With("I", NumberDataViewType.Int32, [1, -2, 300]);
        var chain = _mlContext.Transforms.Conversion.ConvertType("F", "T")
            .Append(_mlContext.Transforms.Conversion.ConvertType("S", "I", DataKind.String))
            .Append(_mlContext.Transforms.Conversion.ConvertType("D", "I", DataKind.Double)).Fit(data);

        var view = Reloaded(chain, data).Transform(data);

        Assert.Equal([1.5f, 0, float.NaN], view.GetColumn<float>("F"));
        Assert.Equal(["1", "-2", "300"], view.GetColumn<string>("S"));
        Assert.Equal([1.0, -2, 300], view.GetColumn<double>("D"));
    }

    [Fact]
    public void Keys_become_indicators_and_counts()
    {
        var type = new KeyDataViewType(typeof(uint), 3);
        var data = new ArrayView(2).With("K", type, [2u, 0u]).With("Ks", new VectorDataViewType(type, 2), [new VBuffer<uint>(2, [1, 3]), new VBuffer<uint>(2, [3, 3])]);
        var chain = _mlContext.Transforms.Conversion.MapKeyToVector("One", "K")
            .Append(_mlContext.Transforms.Conversion.MapKeyToVector("Each", "Ks"))
            .Append(_mlContext.Transforms.Conversion.MapKeyToVector("Count", "Ks", outputCountVector: true)).Fit(data);

        var view = Reloaded(chain, data).Transform(data);

        Assert.Equal([[0, 1, 0], [0, 0, 0]], view.GetColumn<float[]>("One"));
        Assert.Equal([[1, 0, 0, 0, 0, 1], [0, 0, 1, 0, 0, 1]], view.GetColumn<float[]>("Each"));
        Assert.Equal("Vector<Single, 2, 3>", view.Schema["Each"].Type.ToString());
        Assert.Equal([[1, 0, 1], [0, 0, 2]], view.GetColumn<float[]>("Count"));
    }

    [Theory]
    [InlineData(MissingValueReplacingEstimator.ReplacementMode.DefaultValue, 0, 0)]
    [InlineData(MissingValueReplacingEstimator.ReplacementMode.Mean, 4, 5)]
    [InlineData(MissingValueReplacingEstimator.ReplacementMode.Minimum, 2, 5)]
    [InlineData(MissingValueReplacingEstimator.ReplacementMode.Maximum, 8, 5)]
    [InlineData(MissingValueReplacingEstimator.ReplacementMode.Mode, 2, 5)]
    public void Missing_numbers_are_replaced_slot_by_slot(MissingValueReplacingEstimator.ReplacementMode mode, float first, float second)
    {
        var data = new ArrayView(4).WithVectors("V", 2, [[2, 5], [float.NaN, float.NaN], [2, 5], [8, 5]]);

        var view = Reloaded(_mlContext.Transforms.ReplaceMissingValues("V", replacementMode: mode).Fit(data), data).Transform(data);

        Assert.Equal([[2, 5], [first, second], [2, 5], [8, 5]], view.GetColumn<float[]>("V"));
    }

    [Fact]
    public void Own_code_computes_columns_and_is_found_again_by_its_contract()
    {
        var data = Numbers();
        var transformer = _mlContext.Transforms.CustomMapping(new SumFactory().GetMapping(), "sum").Fit(data);

        Assert.Equal([3, 30], Reloaded(transformer, data).Transform(data).GetColumn<float>("Sum"));
        var unnamed = _mlContext.Transforms.CustomMapping(new SumFactory().GetMapping(), null).Fit(data);
        Assert.Throws<InvalidOperationException>(() => _mlContext.Model.Save(unnamed, data.Schema, Stream.Null));
        Assert.Equal([1], _mlContext.Data.FilterByCustomPredicate<Pair>(data, pair => pair.A > 5).GetColumn<float>("A"));
    }

    [Fact]
    public void Listed_values_have_keys_in_the_order_of_the_list()
    {
        var data = new ArrayView(3).With("L", TextDataViewType.Instance, ["b".AsMemory(), "a".AsMemory(), "z".AsMemory()]);
        var list = new ArrayView(2).With("Names", TextDataViewType.Instance, ["a".AsMemory(), "b".AsMemory()]);

        var view = Reloaded(_mlContext.Transforms.Conversion.MapValueToKey("K", "L", keyData: list).Fit(data), data).Transform(data);

        Assert.Equal([2u, 1u, 0u], view.GetColumn<uint>("K"));
        Assert.Equal("Key<UInt32, 0-1>", view.Schema["K"].Type.ToString());
    }

    private static ArrayView Numbers() => new ArrayView(2)
        .With("A", NumberDataViewType.Single, [1f, 10f])
        .With("B", NumberDataViewType.Single, [2f, 20f])
        .WithVectors("V", 2, [[3, 4], [30, 40]]);

    /// <summary>The step after a way through a model archive.</summary>
    private ITransformer Reloaded(ITransformer transformer, IDataView data)
    {
        using var stream = new MemoryStream();
        _mlContext.Model.Save(transformer, data.Schema, stream);
        stream.Position = 0;
        var context = new MLContext();
        context.ComponentCatalog.RegisterAssembly(typeof(ColumnStepTests).Assembly);
        return context.Model.Load(stream, out _);
    }

    internal sealed class Pair
    {
        public float A { get; set; }

        public float B { get; set; }
    }

    internal sealed class Total
    {
        public float Sum { get; set; }
    }

    [CustomMappingFactoryAttribute("sum")]
    internal sealed class SumFactory : CustomMappingFactory<Pair, Total>
    {
        public override Action<Pair, Total> GetMapping() => (pair, total) => total.Sum = pair.A + pair.B;
    }
}
