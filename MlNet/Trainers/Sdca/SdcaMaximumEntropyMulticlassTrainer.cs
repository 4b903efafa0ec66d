using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Dual coordinate ascent with the logistic loss; the model gives probabilities, the soft-max of the scores.</summary>
public sealed partial class SdcaMaximumEntropyMulticlassTrainer : SdcaMulticlassTrainerBase<MaximumEntropyModelParameters>
{
    internal SdcaMaximumEntropyMulticlassTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(SdcaMaximumEntropyMulticlassTrainer)), options, new LogLoss())
    {
    }

    private protected override MaximumEntropyModelParameters CreateModel(LinearMulticlassParts parts) => new(parts);
}
