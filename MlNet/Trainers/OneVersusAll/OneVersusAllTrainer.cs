using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Trains a binary classifier for each class against all others. The rows are read once; the classes are trained side by side, or one after the other
/// where the binary trainer is given a number of threads, which it is to keep to. They have the random numbers that they would have one after the other
/// in both cases, so that the result does not depend on the number of threads.
/// </summary>
public sealed class OneVersusAllTrainer : MetaMulticlassTrainer<MulticlassPredictionTransformer<OneVersusAllModelParameters>, OneVersusAllModelParameters>
{
    private readonly int _maximumCalibrationRows;
    private readonly bool _probabilities;

    internal OneVersusAllTrainer(
        IHostEnvironment environment, IBinaryTrainer trainer, string labelColumnName, int maximumCalibrationExampleCount, bool useProbabilities)
        : base(environment.Register(nameof(OneVersusAllTrainer)), trainer, labelColumnName)
    {
        if (maximumCalibrationExampleCount <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximumCalibrationExampleCount), $"At least one row to calibrate with was expected. Received: {maximumCalibrationExampleCount}.");
        }

        _maximumCalibrationRows = maximumCalibrationExampleCount;
        _probabilities = useProbabilities;
    }

    /// <inheritdoc/>
    public override MulticlassPredictionTransformer<OneVersusAllModelParameters> Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckInput(SchemaShape.Create(input.Schema));
        using IChannel channel = Host.Start("Training");
        int classes = TrainingSet.KeyCount(input, LabelColumn);
        using TrainingSet data = TrainingSet.Read(input, Trainer.FeatureColumn, LabelColumn, Trainer.WeightColumn, channel);
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");

        // ML.NET trains the first class twice and keeps the second model; its random numbers are drawn twice here, too.
        Trainer.DrawOrders(data, channel);
        var orders = new RowOrders[classes];
        for (int k = 0; k < classes; k++)
            orders[k] = Trainer.DrawOrders(data, channel);
        var models = new IValueMapper[classes];
        int together = Trainer.NumberOfThreads is null ? Environment.ProcessorCount : 1;
        Parallel.For(0, classes, new ParallelOptions { MaxDegreeOfParallelism = together }, k =>
        {
            channel.Info(MessageSensitivity.None, "Training learner {0}", k);
            TrainingSet own = data.WithLabels(Array.ConvertAll(data.Labels, label => label == k ? 1f : 0f));
            object model = Trainer.TrainOn(own, null, channel, orders[k]);
            models[k] = _probabilities ? Calibrated(model, own) : Plain(model);
        });
        return new MulticlassPredictionTransformer<OneVersusAllModelParameters>(
            Host, new OneVersusAllModelParameters(models, _probabilities), input.Schema, Trainer.FeatureColumn.Name, LabelColumn.Name);
    }

    private static IValueMapper Plain(object model) => (IValueMapper)(model is CalibratedModelParametersBase calibrated ? calibrated.SubModel : model);

    private IValueMapper Calibrated(object model, TrainingSet data)
    {
        if (model is IProbabilityMapper already)
            return already;
        var linear = (LinearBinaryModelParameters)model;
        int rows = Math.Min(data.Count, _maximumCalibrationRows);
        ValueMapper<VBuffer<float>, float> map = ((IValueMapper)linear).GetMapper<VBuffer<float>, float>();
        var scores = new float[rows];
        VBuffer<float> buffer = default;
        for (int i = 0; i < rows; i++)
        {
            var editor = VBufferEditor.Create(ref buffer, data.Rows.Features);
            data.Rows.Row(i).CopyTo(editor.Values);
            buffer = editor.Commit();
            map(buffer, ref scores[i]);
        }

        PlattCalibrator calibrator = PlattFit.Fit(scores, data.Signs.AsSpan(0, rows), data.Weights);
        return (IValueMapper)BinaryModels.Calibrated(linear, calibrator);
    }
}
