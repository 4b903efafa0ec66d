using System.Globalization;

namespace Microsoft.ML.Vision;

/// <content>What is told while training.</content>
public sealed partial class ImageClassificationTrainer
{
    /// <summary>What is told to the callback: first about images that go through the pretrained graph, then about epochs of training.</summary>
    public sealed class ImageClassificationMetrics
    {
        /// <summary>Which data is meant.</summary>
        public enum Dataset
        {
            /// <summary>What is learned from.</summary>
            Train,

            /// <summary>What is only measured on.</summary>
            Validation,
        }

        /// <summary>An epoch; null before the training.</summary>
        public TrainMetrics? Train { get; set; }

        /// <summary>The last image that went through the pretrained graph; null if none did.</summary>
        public BottleneckMetrics? Bottleneck { get; set; }

        public override string ToString() => Train?.ToString() ?? Bottleneck?.ToString() ?? string.Empty;
    }

    /// <summary>An epoch of training.</summary>
    public sealed class TrainMetrics
    {
        /// <summary>What was measured on.</summary>
        public ImageClassificationMetrics.Dataset DatasetUsed { get; set; }

        /// <summary>Batches of the epoch.</summary>
        public int BatchProcessedCount { get; set; }

        /// <summary>The epoch, from 0 on.</summary>
        public int Epoch { get; set; }

        /// <summary>The mean over the batches of the share of images put into the right class.</summary>
        public float Accuracy { get; set; }

        /// <summary>The mean over the batches of the mean negative logarithm of the right class's probability.</summary>
        public float CrossEntropy { get; set; }

        /// <summary>The learning rate of the last batch.</summary>
        public float LearningRate { get; set; }

        public override string ToString()
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"Phase: Training, Dataset used: {DatasetUsed,10}, Batch Processed Count: {BatchProcessedCount,3}, Epoch: {Epoch,3}, Accuracy: {Accuracy,10}, Cross-Entropy: {CrossEntropy,10}");
            return DatasetUsed == ImageClassificationMetrics.Dataset.Train
                ? text + string.Create(CultureInfo.InvariantCulture, $", Learning Rate: {LearningRate,10}")
                : text;
        }
    }

    /// <summary>Images that went through the pretrained graph.</summary>
    public sealed class BottleneckMetrics
    {
        /// <summary>What they belong to.</summary>
        public ImageClassificationMetrics.Dataset DatasetUsed { get; set; }

        /// <summary>How many they are so far.</summary>
        public int Index { get; set; }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"Phase: Bottleneck Computation, Dataset used: {DatasetUsed,10}, Image Index: {Index,3}");
    }
}
