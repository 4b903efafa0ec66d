using Microsoft.ML.Trainers;

namespace Microsoft.ML.Vision;

/// <content>Options, and the pretrained graphs.</content>
public sealed partial class ImageClassificationTrainer
{
    /// <summary>The pretrained graphs. See <see cref="Options.Arch"/> for where their files are looked for.</summary>
    public enum Architecture
    {
        /// <summary>resnet_v2_101_299.meta, images of 299 x 299.</summary>
        ResnetV2101,

        /// <summary>inception_v3.meta, images of 299 x 299.</summary>
        InceptionV3,

        /// <summary>mobilenet_v2.meta, images of 224 x 224.</summary>
        MobilenetV2,

        /// <summary>resnet_v2_50_299.meta, images of 299 x 299.</summary>
        ResnetV250,
    }

    /// <summary>How a classifier of images is trained.</summary>
    public sealed class Options : TrainerInputBaseWithLabel
    {
        /// <summary>Images a step. The default is 10.</summary>
        public int BatchSize = 10;

        /// <summary>How often all images are learned from. The default is 200.</summary>
        public int Epoch = 200;

        /// <summary>The learning rate, where <see cref="LearningRateScheduler"/> is null. The default is 0.01.</summary>
        public float LearningRate = 0.01f;

        /// <summary>When to end before the last epoch; null for never. The default is once accuracy has not risen by 0.01 for 20 epochs.</summary>
        public EarlyStopping? EarlyStoppingCriteria = new();

        /// <summary>
        /// The pretrained graph. Its file is looked for in <see cref="WorkspacePath"/>, then in the folder that the environment variable
        /// MICROSOFTML_RESOURCE_PATH names, then in the folder MLNET of <see cref="MLContext.TempFilePath"/>; nothing is downloaded. Any
        /// frozen graph of one input can lie there under that name: images are scaled to its input (to the size above where its shape is open), and its last
        /// dense layer with softmax, if it ends in one, is left out. The default is <see cref="Architecture.ResnetV250"/>.
        /// </summary>
        public Architecture Arch = Architecture.ResnetV250;

        /// <summary>The column of scores, and the node of the saved graph. The default is Score.</summary>
        public string ScoreColumnName = "Score";

        /// <summary>The column of the predicted label. The default is PredictedLabel.</summary>
        public string PredictedLabelColumnName = "PredictedLabel";

        /// <summary>What the name of the trained graph's file in the workspace begins with. The default is custom_retrained_model_based_on_.</summary>
        public string FinalModelPrefix = "custom_retrained_model_based_on_";

        /// <summary>Told after every image that went through the pretrained graph, and after every epoch. The default is null.</summary>
        public Action<ImageClassificationMetrics>? MetricsCallback;

        /// <summary>Where what the pretrained graph makes of images, and the trained graph, are kept; null, the default, for a folder that is deleted at the end.</summary>
        public string? WorkspacePath;

        /// <summary>Whether the accuracy on what is learned from is told. The default is true.</summary>
        public bool TestOnTrainSet = true;

        /// <summary>Whether what an earlier training's graph made of the images is used again, if the workspace has it. The default is false.</summary>
        public bool ReuseTrainSetBottleneckCachedValues;

        /// <summary>The same for the images that are only measured on. The default is false.</summary>
        public bool ReuseValidationSetBottleneckCachedValues;

        /// <summary>Images that are only measured on. The default is null.</summary>
        public IDataView? ValidationSet;

        /// <summary>The share of images that are only measured on, where there is no <see cref="ValidationSet"/>; null for none. The default is 0.1.</summary>
        public float? ValidationSetFraction = 0.1f;

        /// <summary>The file in the workspace for what the graph makes of images; beside it lie _features.bin and _labels.bin. The default is trainSetBottleneckFile.csv.</summary>
        public string TrainSetBottleneckCachedValuesFileName = "trainSetBottleneckFile.csv";

        /// <summary>The same for the images that are only measured on. The default is validationSetBottleneckFile.csv.</summary>
        public string ValidationSetBottleneckCachedValuesFileName = "validationSetBottleneckFile.csv";

        /// <summary>How the learning rate changes; null for not at all. The default is exponentially from 0.01.</summary>
        public LearningRateScheduler? LearningRateScheduler = new ExponentialLRDecay();

        /// <exception cref="ArgumentException">A value cannot be meant.</exception>
        internal void Check()
        {
            ArgumentException.ThrowIfNullOrEmpty(FeatureColumnName);
            ArgumentException.ThrowIfNullOrEmpty(LabelColumnName);
            ArgumentException.ThrowIfNullOrEmpty(ScoreColumnName);
            ArgumentException.ThrowIfNullOrEmpty(PredictedLabelColumnName);
            ArgumentException.ThrowIfNullOrEmpty(TrainSetBottleneckCachedValuesFileName);
            ArgumentException.ThrowIfNullOrEmpty(ValidationSetBottleneckCachedValuesFileName);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Epoch);
            if (ValidationSetFraction is < 0 or >= 1)
                throw new ArgumentOutOfRangeException(nameof(ValidationSetFraction), ValidationSetFraction, "A share of images from 0 to below 1 was expected.");
            if (EarlyStoppingCriteria is not null && ValidationSet is null && ValidationSetFraction is null && !TestOnTrainSet)
            {
                throw new ArgumentException(
                    "Early stopping needs something to measure on: a ValidationSet, a ValidationSetFraction or TestOnTrainSet. Received: none of them.",
                    nameof(EarlyStoppingCriteria));
            }
        }
    }
}
