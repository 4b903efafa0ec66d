using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace Microsoft.ML.Vision;

/// <summary>The epochs of training: steps in the order of the rows, then a look at what is only measured on.</summary>
internal sealed class HeadTraining(Options options, Action<ImageClassificationMetrics> tell, Bottlenecks train, Bottlenecks? validation)
{
    internal void Run(BottleneckHead head)
    {
        options.EarlyStoppingCriteria?.Reset();
        for (var epoch = 0; epoch < options.Epoch; epoch++)
        {
            var last = Epoch(head, train, epoch, isTraining: true);
            if (options.TestOnTrainSet)
                tell(new ImageClassificationMetrics { Train = last });
            if (validation is not null)
            {
                last = Epoch(head, validation, epoch, isTraining: false);
                tell(new ImageClassificationMetrics { Train = last });
            }

            if (options.EarlyStoppingCriteria?.ShouldStop(last) == true)
                break;
        }
    }

    private TrainMetrics Epoch(BottleneckHead head, Bottlenecks data, int epoch, bool isTraining)
    {
        var metrics = new TrainMetrics
        {
            Epoch = epoch,
            DatasetUsed = isTraining ? ImageClassificationMetrics.Dataset.Train : ImageClassificationMetrics.Dataset.Validation,
            LearningRate = options.LearningRate,
        };
        for (var first = 0; first < data.Count; first += options.BatchSize)
        {
            if (isTraining && options.LearningRateScheduler is { } scheduler)
            {
                metrics.LearningRate = scheduler.GetLearningRate(
                    new TrainingPosition(epoch, metrics.BatchProcessedCount, options.BatchSize, data.Count / options.BatchSize));
            }

            var (accuracy, loss) = head.Step(data, first, Math.Min(options.BatchSize, data.Count - first), isTraining ? metrics.LearningRate : 0);
            metrics.Accuracy += accuracy;
            metrics.CrossEntropy += loss;
            metrics.BatchProcessedCount++;
        }

        metrics.Accuracy /= Math.Max(1, metrics.BatchProcessedCount);
        metrics.CrossEntropy /= Math.Max(1, metrics.BatchProcessedCount);
        return metrics;
    }
}
