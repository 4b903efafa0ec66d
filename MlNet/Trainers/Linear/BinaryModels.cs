using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;

namespace Microsoft.ML.Trainers;

/// <summary>Linear models of binary labels from the parameters of a solver: the bias, then the weights.</summary>
internal static class BinaryModels
{
    internal static LinearBinaryModelParameters Linear(ReadOnlySpan<float> parameters, ModelStatisticsBase? statistics = null) =>
        new(new VBuffer<float>(parameters.Length - 1, parameters[1..].ToArray()), parameters[0], statistics);

    /// <summary>A model whose score is the logarithm of the odds: its probability is the logistic function of it.</summary>
    internal static CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> Logistic(
        ReadOnlySpan<float> parameters, ModelStatisticsBase? statistics = null) => Calibrated(Linear(parameters, statistics), new PlattCalibrator(-1, 0));

    internal static CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> Calibrated(LinearBinaryModelParameters model, PlattCalibrator calibrator) =>
        new CalibratedModelParameters<LinearBinaryModelParameters, PlattCalibrator>(model, calibrator, CalibratedBlock.Linear);
}
