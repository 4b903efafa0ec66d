using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MlNetFashion.MlNet.Tests.Samples;

/// <summary>What ML.NET's documentation prints for small tables.</summary>
public class DocumentedOutputTests
{
    private readonly MLContext _mlContext = new();

    [Fact]
    public void Mean_and_variance()
    {
        var data = Vectors([1, 1, 3, 0], [2, 2, 2, 0], [0, 0, 1, 0], [-1, -1, -1, 1]);
        var cdf = _mlContext.Transforms.NormalizeMeanVariance("Features", useCdf: true).Fit(data);
        Assert.Equal(
            ["0.6726 0.6726 0.8816 0.2819", "0.9101 0.9101 0.6939 0.2819", "0.3274 0.3274 0.4329 0.2819", "0.0899 0.0899 0.0641 0.9584"],
            Rows(cdf.Transform(data)));
        var parameters = Assert.IsType<NormalizingTransformer.CdfNormalizerModelParameters<ImmutableArray<float>>>(cdf.GetNormalizerModelParameters(0));
        Assert.Equal((0.5f, 1.118034f), (parameters.Mean[1], parameters.StandardDeviation[1]));

        var plain = _mlContext.Transforms.NormalizeMeanVariance("Features", useCdf: false).Fit(data);
        Assert.Equal(
            ["0.8165 0.8165 1.5492 0.0000", "1.6330 1.6330 1.0328 0.0000", "0.0000 0.0000 0.5164 0.0000", "-0.8165 -0.8165 -0.5164 2.0000"],
            Rows(plain.Transform(data)));
        var affine = Assert.IsType<NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<float>>>(plain.GetNormalizerModelParameters(0));
        Assert.Equal(0.8164966f, affine.Scale[1], 1e-7f);
    }

    [Fact]
    public void Extremes()
    {
        var data = Vectors([1, 1, 3, 0], [2, 2, 2, 0], [0, 0, 1, 0], [-1, -1, -1, 1]);
        Assert.Equal(
            ["0.5000 0.5000 1.0000 0.0000", "1.0000 1.0000 0.6667 0.0000", "0.0000 0.0000 0.3333 0.0000", "-0.5000 -0.5000 -0.3333 1.0000"],
            Rows(_mlContext.Transforms.NormalizeMinMax("Features").Fit(data).Transform(data)));
        Assert.Equal(
            ["0.6667 0.6667 1.0000 0.0000", "1.0000 1.0000 0.7500 0.0000", "0.3333 0.3333 0.5000 0.0000", "0.0000 0.0000 0.0000 1.0000"],
            Rows(_mlContext.Transforms.NormalizeMinMax("Features", fixZero: false).Fit(data).Transform(data)));
    }

    [Fact]
    public void Missing_values()
    {
        var rows = new List<TwoVectors>
        {
            new() { First = [1, 1, 0], Second = [1, 1] }, new() { First = [0, float.NaN, 1], Second = [0, 1] },
            new() { First = [-1, float.NaN, -3], Second = [-1, float.NaN] }, new() { First = [-1, 6, -3], Second = [0, float.PositiveInfinity] },
        };
        var data = _mlContext.Data.LoadFromEnumerable(rows);
        InputOutputColumnPair[] columns = [new("A", "First"), new("B", "Second")];
        Assert.Equal(["1 1 0|1 1", "0 0 1|0 1", "-1 0 -3|-1 0", "-1 6 -3|0 Infinity"], Replaced(MissingValueReplacingEstimator.ReplacementMode.DefaultValue));
        Assert.Equal("0 3.5 1|0 1", Replaced(MissingValueReplacingEstimator.ReplacementMode.Mean)[1]);
        Assert.Equal("-1 3.5 -3", Replaced(MissingValueReplacingEstimator.ReplacementMode.Mean)[2].Split('|')[0]);

        string[] Replaced(MissingValueReplacingEstimator.ReplacementMode mode) =>
        [
            .. _mlContext.Data.CreateEnumerable<Both>(_mlContext.Transforms.ReplaceMissingValues(columns, mode).Fit(data).Transform(data), reuseRowObject: false)
                .Select(row => $"{Text(row.A)}|{Text(row.B)}"),
        ];

        static string Text(float[] values) => string.Join(' ', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Types_of_several_columns()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Mixed> { new() { Feature1 = true, Feature2 = "0.4", Feature3 = DateTime.UnixEpoch, Feature4 = 0.145 } });
        var model = _mlContext.Transforms.Conversion.ConvertType(
            [new("Converted1", "Feature1"), new("Converted2", "Feature2"), new("Converted3", "Feature3"), new("Converted4", "Feature4")], DataKind.Single).Fit(data);
        var row = _mlContext.Data.CreateEnumerable<Converted>(model.Transform(data), reuseRowObject: true).Single();
        Assert.Equal((1f, 0.4f, (float)DateTime.UnixEpoch.Ticks, 0.145f), (row.Converted1, row.Converted2, row.Converted3, row.Converted4));
    }

    [Fact]
    public void A_custom_mapping_is_saved_and_loaded()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Person> { new() { Age = 26 }, new() { Age = 35 } });
        var model = _mlContext.Transforms.CustomMapping(new UnderThirty().GetMapping(), contractName: "IsUnderThirty").Fit(data);
        _mlContext.ComponentCatalog.RegisterAssembly(typeof(UnderThirty).Assembly);
        var path = Path.GetTempFileName();
        try
        {
            _mlContext.Model.Save(model, data.Schema, path);
            var loaded = _mlContext.Model.Load(path, out var schema);
            Assert.Equal("Age", schema.Single().Name);
            Assert.Equal([(26f, true), (35f, false)], _mlContext.Data.CreateEnumerable<Judged>(loaded.Transform(data), reuseRowObject: true).Select(row => (row.Age, row.IsUnderThirty)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Columns_are_joined_copied_dropped_and_chosen()
    {
        var data = _mlContext.Data.LoadFromEnumerable(new List<Parts>
        {
            new() { Feature1 = 0.1f, Feature2 = [1.1f, 2.1f, 3.1f], Feature3 = 1 }, new() { Feature1 = 0.2f, Feature2 = [1.2f, 2.2f, 3.2f], Feature3 = 2 },
        });
        var joined = _mlContext.Transforms.Concatenate("Features", "Feature1", "Feature2", "Feature3").Fit(data).Transform(data);
        Assert.Equal(["0.1000 1.1000 2.1000 3.1000 1.0000", "0.2000 1.2000 2.2000 3.2000 2.0000"], Rows(joined));
        Assert.Equal(5, ((VectorDataViewType)joined.Schema["Features"].Type).Size);
        var dropped = _mlContext.Transforms.DropColumns("Feature1", "Feature2").Fit(joined).Transform(joined);
        Assert.Equal(["Feature3", "Features"], dropped.Schema.Select(column => column.Name));
        var chosen = _mlContext.Transforms.SelectColumns("Features", "Feature3").Fit(joined).Transform(joined);
        Assert.Equal(["Features", "Feature3"], chosen.Schema.Select(column => column.Name));
        var copied = _mlContext.Transforms.CopyColumns("Copy", "Feature1").Fit(data).Transform(data);
        Assert.Equal([0.1f, 0.2f], copied.GetColumn<float>("Copy"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.DropColumns("Nope").Fit(data));
    }

    [Theory]
    [InlineData(0, "0 1 1 1 2 2 3 3")]
    [InlineData(1, "0 0 1 1 2 2 2 4")]
    [InlineData(2, "1 2 3 3 3")]
    public void Rows_are_drawn_with_replacement(int seed, string expected)
    {
        var data = new ArrayView(5).With("Index", NumberDataViewType.Int32, [0, 1, 2, 3, 4]);
        Assert.Equal(expected, string.Join(' ', _mlContext.Data.BootstrapSample(data, seed).GetColumn<int>("Index")));
    }

    [Fact]
    public void Rows_are_filtered_by_keys_and_numbers()
    {
        var data = new ArrayView(8).With("Label", TextDataViewType.Instance, [.. "abcdabcd".Select(letter => letter.ToString().AsMemory())]);
        var keys = _mlContext.Transforms.Conversion.MapValueToKey("Label").Fit(data).Transform(data);
        Assert.Equal([1u, 2u, 1u, 2u], _mlContext.Data.FilterRowsByKeyColumnFraction(keys, "Label", lowerBound: 0, upperBound: 0.5).GetColumn<uint>("Label"));
        var temperatures = new ArrayView(5).With("Temperature", NumberDataViewType.Single, [36f, 35, 34, 35, 35.5f]);
        Assert.Equal([34f], _mlContext.Data.FilterRowsByColumn(temperatures, "Temperature", lowerBound: 34, upperBound: 35).GetColumn<float>("Temperature"));
    }

    private IDataView Vectors(params float[][] rows) => _mlContext.Data.LoadFromEnumerable(rows.Select(row => new Point { Features = row }).ToList());

    private static IEnumerable<string> Rows(IDataView view) =>
        view.GetColumn<float[]>("Features").Select(row => string.Join(' ', row.Select(value => value.ToString("f4", CultureInfo.InvariantCulture))));

    private sealed class Point
    {
        [VectorType(4)]
        public float[] Features { get; set; } = [];
    }

    private class TwoVectors
    {
        [VectorType(3)]
        public float[] First { get; set; } = [];

        [VectorType(2)]
        public float[] Second { get; set; } = [];
    }

    private sealed class Both : TwoVectors
    {
        [VectorType(3)]
        public float[] A { get; set; } = [];

        [VectorType(2)]
        public float[] B { get; set; } = [];
    }

    private class Mixed
    {
        public bool Feature1;
        public string Feature2 = string.Empty;
        public DateTime Feature3;
        public double Feature4;
    }

    private sealed class Converted : Mixed
    {
        public float Converted1 { get; set; }

        public float Converted2 { get; set; }

        public float Converted3 { get; set; }

        public float Converted4 { get; set; }
    }

    [CustomMappingFactoryAttribute("IsUnderThirty")]
    private sealed class UnderThirty : CustomMappingFactory<Person, Judgement>
    {
        public static void Judge(Person input, Judgement output) => output.IsUnderThirty = input.Age < 30;

        public override Action<Person, Judgement> GetMapping() => Judge;
    }

    private class Person
    {
        public float Age { get; set; }
    }

    private sealed class Judgement
    {
        public bool IsUnderThirty { get; set; }
    }

    private sealed class Judged : Person
    {
        public bool IsUnderThirty { get; set; }
    }

    private sealed class Parts
    {
        public float Feature1 { get; set; }

        [VectorType(3)]
        public float[] Feature2 { get; set; } = [];

        public float Feature3 { get; set; }
    }
}
