using Microsoft.ML.Calibrators;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Trainers;

/// <summary>Dual coordinate ascent with the logistic loss; the model gives probabilities, the logistic function of the score.</summary>
public sealed partial class SdcaLogisticRegressionBinaryTrainer : SdcaBinaryTrainerBase<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>
{
    internal SdcaLogisticRegressionBinaryTrainer(IHostEnvironment environment, Options options)
        : base(environment.Register(nameof(SdcaLogisticRegressionBinaryTrainer)), options, new LogLoss())
    {
    }

    private protected override IEnumerable<SchemaShape.Column> OutputColumns(SchemaShape inputSchema) => TrainerColumns.BinaryOutput(calibrated: true);

    private protected override CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> CreateModel(ReadOnlySpan<float> parameters) =>
        BinaryModels.Logistic(parameters);
}
