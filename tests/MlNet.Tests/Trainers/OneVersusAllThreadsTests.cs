using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>A number of threads given to the trainer of each class holds for all classes together.</summary>
public sealed class OneVersusAllThreadsTests
{
    private const int Classes = 6;

    private sealed class Row
    {
        public string Kind { get; set; } = "";

        [Microsoft.ML.Data.VectorType(2)]
        public float[] Features { get; set; } = [];
    }

    [Fact]
    public void Classes_are_trained_one_after_the_other()
    {
        var context = new MLContext(1);
        var begun = new List<string>();
        context.Log += (_, entry) =>
        {
            lock (begun)
                begun.AddRange(entry.RawMessage.StartsWith("Training learner", StringComparison.Ordinal) ? [entry.RawMessage] : []);
        };

        IDataView rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, 600).Select(i => new Row { Kind = $"kind {i % Classes}", Features = [i % Classes, i % 7] }));
        rows = context.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Kind)).Fit(rows).Transform(rows);
        var trees = new FastTreeBinaryTrainer.Options { NumberOfTrees = 5, NumberOfThreads = 1 };
        context.MulticlassClassification.Trainers.OneVersusAll(context.BinaryClassification.Trainers.FastTree(trees)).Fit(rows);

        Assert.Equal(Enumerable.Range(0, Classes).Select(k => $"Training learner {k}"), begun);
    }
}
