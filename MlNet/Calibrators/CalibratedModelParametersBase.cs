namespace Microsoft.ML.Calibrators;

/// <summary>A binary classifier with the calibrator that makes probabilities of its scores.</summary>
public abstract class CalibratedModelParametersBase
{
    private protected CalibratedModelParametersBase(object subModel, ICalibrator calibrator)
    {
        SubModel = subModel;
        Calibrator = calibrator;
    }

    /// <summary>The classifier.</summary>
    public object SubModel { get; }

    /// <summary>The calibrator.</summary>
    public ICalibrator Calibrator { get; }
}
