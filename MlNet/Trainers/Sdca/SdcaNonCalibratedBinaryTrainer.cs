using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Dual coordinate ascent with any of its losses; the model gives margins, not probabilities.</summary>
public sealed partial class SdcaNonCalibratedBinaryTrainer : SdcaBinaryTrainerBase<LinearBinaryModelParameters>
{
    internal SdcaNonCalibratedBinaryTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(SdcaNonCalibratedBinaryTrainer)), options, options.LossFunction ?? new LogLoss())
    {
    }

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: false);

    private protected override LinearBinaryModelParameters CreateModel(ReadOnlySpan<float> parameters) => BinaryModels.Linear(parameters);
}
