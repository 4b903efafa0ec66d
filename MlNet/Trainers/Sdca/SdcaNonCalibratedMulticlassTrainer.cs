using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Dual coordinate ascent with any of its losses; the model gives margins, not probabilities.</summary>
public sealed partial class SdcaNonCalibratedMulticlassTrainer : SdcaMulticlassTrainerBase<LinearMulticlassModelParameters>
{
    internal SdcaNonCalibratedMulticlassTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(SdcaNonCalibratedMulticlassTrainer)), options, options.Loss ?? new LogLoss())
    {
    }

    private protected override LinearMulticlassModelParameters CreateModel(LinearMulticlassParts parts) => new(parts);
}
