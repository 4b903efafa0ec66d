using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>Models that ML.NET trained and saved: they open here and predict what they predicted there.</summary>
public sealed class ReferenceModelTests
{
    public static TheoryData<string> Models => new()
    {
        "lbfgs", "lbfgs-byvalue", "lbfgs-l1-0-l2-0.1", "text-keys", "text-keys-byvalue", "sdca", "sdca-10iter", "sdca-noncal",
        "meanvar-nb", "ova-ap", "ova-ap-nocal", "ova-fasttree", "kmeans10", "pca50-lbfgs",
    };

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void A_model_of_MLNET_gives_its_scores_and_labels(string name)
    {
        IDataView scored = Load(name, out DataViewSchema schema).Transform(Images(schema));

        // The margins of the perceptrons are small differences of sums of hundreds, in single precision.
        Assert.InRange(ReferencePredictions.ScoreDifference(name, scored), 0, name == "ova-ap-nocal" ? 1e-4 : 1e-5);
        string[] expected = ReferencePredictions.Labels(name);
        string column = scored.Schema.GetColumnOrNull("PredictedLabelName") is null ? "PredictedLabel" : "PredictedLabelName";
        Assert.Equal(expected, PredictedText(scored, column));
    }

    /// <summary>The test images with the label as the model's input has it.</summary>
    private static IDataView Images(DataViewSchema schema)
    {
        ArrayView images = FashionImages.Test(200);
        return schema.GetColumnOrNull("Label")?.Type is TextDataViewType ? images.With("Label", TextDataViewType.Instance, new ReadOnlyMemory<char>[images.Rows]) : images;
    }

    private static ITransformer Load(string name, out DataViewSchema schema) =>
        new MLContext(1).Model.Load(SharedFiles.Require($"mlnet-reference/models/{name}.zip"), out schema);

    private static string[] PredictedText(IDataView scored, string column)
    {
        DataViewType type = scored.Schema[column].Type;
        if (type is TextDataViewType)
            return [.. scored.GetColumn<string>(column)];
        return type is KeyDataViewType
            ? [.. scored.GetColumn<uint>(column).Select(value => value.ToString(CultureInfo.InvariantCulture))]
            : [.. scored.GetColumn<float>(column).Select(value => value.ToString(CultureInfo.InvariantCulture))];
    }
}
