using System.Collections.Immutable;
using System.Globalization;
using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines;

public sealed partial class ConvolutionalNetworkTrainer
{
    /// <summary>How to train. What Keras has a default for has Keras's default.</summary>
    public sealed record Options
    {
        /// <summary>The classes: Key&lt;UInt32&gt;, missing keys are left out. The default value is "Label".</summary>
        public string LabelColumnName { get; init; } = "Label";

        /// <summary>The images: Vector&lt;Single&gt; of the network's input size, row by row, channels last. The default value is "Features".</summary>
        public string FeatureColumnName { get; init; } = "Features";

        /// <summary>Passes over the training images, at least 1. The default value is 10.</summary>
        public int Epochs { get; init; } = 10;

        /// <summary>Images a step, at least 1. The default value is 32.</summary>
        public int BatchSize { get; init; } = 32;

        /// <summary>The default value is <see cref="Adam"/> with a learning rate of 0.001.</summary>
        public Optimizer Optimizer { get; init; } = new Adam();

        /// <summary>
        /// Share of the rows, drawn by <see cref="Seed"/>, that is not trained on but measured after every epoch: at least 0 and below 1. The
        /// default value is 0.2. Not used where a validation set is given to <see cref="Fit(Microsoft.ML.IDataView, Microsoft.ML.IDataView)"/>.
        /// </summary>
        public double ValidationFraction { get; init; } = 0.2;

        /// <summary>Ends training when a figure stops improving. The default value is null: all epochs are run.</summary>
        public EarlyStopping? EarlyStopping { get; init; }

        /// <summary>How the learning rate moves. The default value is null: it stays.</summary>
        public LearningRateSchedule? Schedule { get; init; }

        /// <summary>Averages the weights over the steps. The default value is null: the weights themselves are used.</summary>
        public WeightAveraging? WeightAveraging { get; init; }

        /// <summary>Told of the training's course. The default value is none.</summary>
        public ImmutableArray<TrainingCallback> Callbacks { get; init; } = [];

        /// <summary>Share of each target spread over all classes, at least 0 and below 1. The default value is 0.</summary>
        public double LabelSmoothing { get; init; }

        /// <summary>Random changes made to each training image each time it is used. The default value is null: none.</summary>
        public Augmentation? Augmentation { get; init; }

        /// <summary>Whether the images are put in a new order every epoch. The default value is true.</summary>
        public bool Shuffle { get; init; } = true;

        /// <summary>Where the weights start, those of a network trained before. The default value is null: drawn from <see cref="Seed"/>.</summary>
        public ImmutableArray<LayerParameters>? InitialParameters { get; init; }

        /// <summary>
        /// Calibrates the trained network: gets the probabilities of the validation images, [image, class], with their classes, and answers the
        /// number that the logits are divided by, above 0; the network returned and saved has it in its last layer. The default value is null.
        /// </summary>
        public Func<float[], int[], double>? ChooseTemperature { get; init; }

        /// <summary>Decides the validation rows, the initial weights, the order of the images, dropout and augmentation. The default value is 0.</summary>
        public int Seed { get; init; }

        /// <summary>Worker threads; 0, the default, is one a processor. The result does not depend on it.</summary>
        public int Threads { get; init; }

        /// <summary>Told where training is, a few times a second and at the end of each epoch. The default value is null.</summary>
        public IProgress<TrainingProgress>? Progress { get; init; }

        /// <summary>Ends training after the current batch with an <see cref="OperationCanceledException"/>.</summary>
        public CancellationToken CancellationToken { get; init; }

        internal TrainingOptions ToTrainingOptions() => new()
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            Optimizer = Optimizer,
            EarlyStopping = EarlyStopping,
            Schedule = Schedule,
            WeightAveraging = WeightAveraging,
            Callbacks = Callbacks,
            LabelSmoothing = LabelSmoothing,
            Augmentation = Augmentation,
            Shuffle = Shuffle,
            InitialParameters = InitialParameters,
            Seed = Seed,
            Threads = Threads,
        };

        /// <exception cref="ArgumentException">A value is impossible; the message names it.</exception>
        internal void Validate()
        {
            ArgumentException.ThrowIfNullOrEmpty(LabelColumnName);
            ArgumentException.ThrowIfNullOrEmpty(FeatureColumnName);
            if (ValidationFraction is not (>= 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(ValidationFraction),
                    $"The validation fraction must be at least 0 and below 1. Received: {ValidationFraction.ToString(CultureInfo.InvariantCulture)}.");
            }

            ToTrainingOptions().Validate();
        }
    }
}
