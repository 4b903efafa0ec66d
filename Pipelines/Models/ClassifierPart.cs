using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Models;

/// <summary>A MulticlassPredictionTransformer with MaximumEntropyModelParameters: scores = softmax(weights x features + biases).</summary>
/// <param name="head">The weights.</param>
/// <param name="label">The label's name in the training data.</param>
/// <param name="labelValues">The values behind the label's keys, or null.</param>
internal sealed class ClassifierPart(DenseHead head, string label, Array? labelValues)
{
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The step's folder.</param>
    /// <param name="features">The feature column.</param>
    /// <param name="withBatchAxis">Whether the feature column has the type <c>Vector&lt;Single, 1, n&gt;</c>.</param>
    public void Write(ModelArchiveWriter archive, string folder, string features, bool withBatchAxis = false)
    {
        var scorer = new ModelBlockWriter(new("MC  PRED", 0x00010002, 0x00010001, "MulticlassPredXfer", MlNetAssemblies.Data));
        scorer.WriteString(features);
        scorer.WriteString(label);
        scorer.WriteString("Score");
        scorer.WriteString("PredictedLabel");
        archive.Add(folder, scorer);

        var classes = head.Biases.Length;
        var size = head.Weights.Length / classes;
        WriteModel(archive, ModelArchivePath.Combine(folder, "Model"), size, labelValues as string[]);

        var key = IdvType.Key(IdvPrimitive.UInt32, (ulong)classes);
        archive.Add(ModelArchivePath.Combine(folder, "TrainSchema"), IdvSchemaWriter.Write(
        [
            new IdvColumn(label, key, labelValues is null ? [] : [IdvAnnotation.Vector("KeyValues", labelValues)]),
            new IdvColumn(features, withBatchAxis ? IdvType.SingleVector(1, size) : IdvType.SingleVector(size)),
        ]));
    }

    private void WriteModel(ModelArchiveWriter archive, string folder, int features, string[]? names)
    {
        var model = new ModelBlockWriter(new("MULTI LR", 0x00010003, 0x00010001, "MultiClassLRExec", MlNetAssemblies.StandardTrainers));
        model.WriteInt32(sizeof(float));
        model.WriteInt32(features);
        model.WriteInt32(head.Biases.Length);
        model.WriteValues<float>(head.Biases);
        model.WriteInt32(0); // no row starts
        model.WriteInt32(0); // and no indices: the weights are dense
        model.WriteCountedValues<float>(head.Weights);

        // ML.NET keeps the class names with the model where they tell the classes apart.
        if (names is not null && names.Distinct(StringComparer.Ordinal).Count() == names.Length && !names.Contains(""))
        {
            var ids = new ByteWriter();
            foreach (var name in names)
                ids.WriteInt32(model.StringId(name));
            archive.Add(ModelArchivePath.Combine(folder, "LabelNames"), ids.Written.Span);
        }

        archive.Add(folder, model);
    }
}
