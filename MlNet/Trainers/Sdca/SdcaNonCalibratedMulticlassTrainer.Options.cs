namespace Microsoft.ML.Trainers;

public sealed partial class SdcaNonCalibratedMulticlassTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : MulticlassOptions
    {
        /// <summary>What a margin costs; null for the logistic loss.</summary>
        public ISupportSdcaClassificationLoss? Loss { get; set; }
    }
}
