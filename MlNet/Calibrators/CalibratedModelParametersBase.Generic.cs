namespace Microsoft.ML.Calibrators;

/// <summary>A binary classifier with the calibrator that makes probabilities of its scores.</summary>
public abstract class CalibratedModelParametersBase<TSubModel, TCalibrator> : CalibratedModelParametersBase
    where TSubModel : class
    where TCalibrator : class, ICalibrator
{
    private protected CalibratedModelParametersBase(TSubModel subModel, TCalibrator calibrator)
        : base(subModel, calibrator)
    {
        SubModel = subModel;
        Calibrator = calibrator;
    }

    /// <summary>The classifier.</summary>
    public new TSubModel SubModel { get; }

    /// <summary>The calibrator.</summary>
    public new TCalibrator Calibrator { get; }
}
