using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Counts in one pass how often each feature is present, that is above zero, in the rows of each class.</summary>
public sealed class NaiveBayesMulticlassTrainer
    : TrainerEstimatorBase<MulticlassPredictionTransformer<NaiveBayesMulticlassModelParameters>, NaiveBayesMulticlassModelParameters>
{
    internal NaiveBayesMulticlassTrainer(IHostEnvironment environment, string labelColumnName, string featureColumnName)
        : base(environment.Register(nameof(NaiveBayesMulticlassTrainer)), TrainerColumns.Features(featureColumnName), TrainerColumns.KeyLabel(labelColumnName))
    {
    }

    /// <inheritdoc/>
    public override TrainerInfo Info { get; } = new(needNormalization: false, wantCaching: false);

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.MulticlassOutput(inputSchema, LabelColumn);

    private protected override NaiveBayesMulticlassModelParameters Train(IDataView input, object? initial, IChannel channel)
    {
        int classes = TrainingSet.KeyCount(input, LabelColumn);
        int features = ((VectorDataViewType)input.Schema[FeatureColumn.Name].Type).Size;
        var rowsOfClass = new long[classes];
        var presences = new long[classes][];
        DataViewSchema.Column label = input.Schema[LabelColumn.Name];
        DataViewSchema.Column feature = input.Schema[FeatureColumn.Name];
        using (DataViewRowCursor cursor = input.GetRowCursor([label, feature]))
        {
            Func<int> nextLabel = ScoredColumns.ClassLabels(cursor, label);
            ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(feature);
            VBuffer<float> values = default;
            while (cursor.MoveNext())
            {
                int index = nextLabel();
                if (index < 0)
                    continue;
                getter(ref values);
                rowsOfClass[index]++;
                Count(values, presences[index] ??= new long[features]);
            }
        }

        if (rowsOfClass.Sum() == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        for (int k = 0; k < classes; k++)
            presences[k] ??= [];
        return new NaiveBayesMulticlassModelParameters(rowsOfClass, presences, features);
    }

    private protected override MulticlassPredictionTransformer<NaiveBayesMulticlassModelParameters> MakeTransformer(
        NaiveBayesMulticlassModelParameters model, DataViewSchema trainSchema) =>
        new(Host, model, trainSchema, FeatureColumn.Name, LabelColumn.Name);

    private static void Count(in VBuffer<float> row, long[] presences)
    {
        ReadOnlySpan<float> values = row.GetValues();
        ReadOnlySpan<int> indices = row.GetIndices();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > 0)
                presences[row.IsDense ? i : indices[i]]++;
        }
    }
}
