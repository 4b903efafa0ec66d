using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using MlNetFashion.MlNet.Tests.Model;

namespace MlNetFashion.MlNet.Tests.Transforms;

public class NormalizerTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    [SkippableTheory]
    [InlineData("MinMax")]
    [InlineData("MinMax fixZero false")]
    [InlineData("MeanVariance")]
    [InlineData("MeanVariance fixZero false")]
    public void Crafted_columns_become_what_ML_NET_makes_of_them(string name)
    {
        var crafted = Reference().GetProperty("Crafted");
        var input = Rows(crafted.GetProperty("Input"));
        var expected = crafted.GetProperty(name);
        var data = new ArrayView(input.Length).WithVectors("V", 8, input);

        var transformer = Estimator(name, "V").Fit(data);

        var parameters = Assert.IsType<NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<float>>>(transformer.GetNormalizerModelParameters(0));
        Assert.Equal(Numbers(expected.GetProperty("Scale")), parameters.Scale);
        if (expected.GetProperty("Offset").ValueKind == JsonValueKind.Null)
            Assert.True(parameters.Offset.IsDefault);
        else
            Assert.Equal(Numbers(expected.GetProperty("Offset")), parameters.Offset);
        Assert.Equal(Rows(expected.GetProperty("Output")), transformer.Transform(data).GetColumn<float[]>("V"));
    }

    [SkippableTheory]
    [InlineData("MinMax")]
    [InlineData("MinMax fixZero false")]
    [InlineData("MeanVariance")]
    public void Crafted_single_values_become_what_ML_NET_makes_of_them(string name)
    {
        var crafted = Reference().GetProperty("Crafted");
        var input = Numbers(crafted.GetProperty("InputScalar"));
        var expected = crafted.GetProperty(name.Replace(" fixZero", " scalar fixZero", StringComparison.Ordinal) + (name.Contains("fixZero", StringComparison.Ordinal) ? "" : " scalar"));
        var data = new ArrayView(input.Length).With("V", NumberDataViewType.Single, input);

        var transformer = Estimator(name, "V").Fit(data);

        var parameters = Assert.IsType<NormalizingTransformer.AffineNormalizerModelParameters<float>>(transformer.GetNormalizerModelParameters(0));
        Assert.Equal(expected.GetProperty("Scale").GetSingle(), parameters.Scale);
        Assert.Equal(expected.GetProperty("Offset").GetSingle(), parameters.Offset);
        Assert.Equal(Numbers(expected.GetProperty("Output")), transformer.Transform(data).GetColumn<float>("V"));
    }

    [SkippableTheory]
    [InlineData("MinMax")]
    [InlineData("MinMax fixZero false")]
    [InlineData("MeanVariance")]
    [InlineData("MeanVariance fixZero false")]
    [InlineData("MinMax maximumExampleCount 100")]
    [InlineData("MeanVariance useCdf")]
    public void Real_pixels_become_what_ML_NET_makes_of_them(string name)
    {
        var reference = Reference();
        var expected = reference.GetProperty("RealFashionMnist6000").GetProperty(name);
        var pixels = reference.GetProperty("Pixels").EnumerateArray().Select(pixel => pixel.GetInt32()).ToArray();
        var train = _mlContext.Data.LoadFromEnumerable(FashionRows.Train(6000));
        var test = _mlContext.Data.LoadFromEnumerable(FashionRows.Test(5));

        var outputs = Estimator(name, "Pixels").Fit(train).Transform(test).GetColumn<float[]>("Pixels").ToArray();

        var rows = Rows(expected.GetProperty("Outputs(t10k rows 0..4)"));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var index = 0; index < pixels.Length; index++)
                Assert.Equal(rows[row][index], outputs[row][pixels[index]], 1e-6f);
        }
    }

    [Fact]
    public void A_sparse_vector_stays_sparse_where_zero_stays_zero()
    {
        var data = new ArrayView(2).With("V", new VectorDataViewType(NumberDataViewType.Single, 4), [new VBuffer<float>(4, 1, [2f], [1]), new VBuffer<float>(4, [1, 4, 0, -8])]);
        var view = _mlContext.Transforms.NormalizeMinMax("V").Fit(data).Transform(data);

        var rows = view.GetColumn<VBuffer<float>>("V").ToArray();

        Assert.False(rows[0].IsDense);
        Assert.Equal([0, 0.5f, 0, 0], rows[0].DenseValues());
        Assert.Equal([1, 1, 0, -1], rows[1].DenseValues());
        Assert.True(view.Schema["V"].IsNormalized());
    }

    [Fact]
    public void Columns_that_cannot_be_normalised_are_refused_as_in_ML_NET()
    {
        var data = new ArrayView(1).With("T", TextDataViewType.Instance, ["x".AsMemory()]);
        Assert.Equal(
            "Could not find input column 'Nope' (Parameter 'data')",
            Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.NormalizeMinMax("Nope").Fit(data)).Message);
        Assert.Equal(
            "Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: String. (Parameter 'srcType')",
            Assert.Throws<ArgumentOutOfRangeException>(() => _mlContext.Transforms.NormalizeMinMax("T").Fit(data)).Message);
    }

    private static JsonElement Reference() =>
        JsonDocument.Parse(File.ReadAllText(ReferenceModels.Require("normalizers.json"))).RootElement;

    private static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    private static float[][] Rows(JsonElement array) => [.. array.EnumerateArray().Select(Numbers)];

    private static float Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetSingle()
        : float.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private NormalizingEstimator Estimator(string name, string column) => name switch
    {
        "MinMax" => _mlContext.Transforms.NormalizeMinMax(column),
        "MinMax fixZero false" => _mlContext.Transforms.NormalizeMinMax(column, fixZero: false),
        "MinMax maximumExampleCount 100" => _mlContext.Transforms.NormalizeMinMax(column, maximumExampleCount: 100),
        "MeanVariance" => _mlContext.Transforms.NormalizeMeanVariance(column),
        "MeanVariance fixZero false" => _mlContext.Transforms.NormalizeMeanVariance(column, fixZero: false),
        "MeanVariance useCdf" => _mlContext.Transforms.NormalizeMeanVariance(column, useCdf: true),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a case of this test."),
    };
}
