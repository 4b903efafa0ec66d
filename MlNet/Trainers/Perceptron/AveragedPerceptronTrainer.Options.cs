namespace Microsoft.ML.Trainers;

public sealed partial class AveragedPerceptronTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : AveragedLinearOptions
    {
        /// <summary>Ten passes.</summary>
        public Options()
        {
            NumberOfIterations = 10;
        }

        /// <summary>What a margin costs; null for the hinge loss.</summary>
        public IClassificationLoss? LossFunction { get; set; }
    }
}
