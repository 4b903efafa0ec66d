namespace Microsoft.ML.Trainers;

public sealed partial class SdcaMaximumEntropyMulticlassTrainer
{
    /// <summary>How the trainer works.</summary>
    public sealed class Options : MulticlassOptions
    {
    }
}
