namespace Microsoft.ML.Calibrators;

/// <summary>How a model block names a calibrated classifier: ML.NET has one name for linear models, whose parameters can be mixed, and one for trees, whose features weigh.</summary>
internal sealed record CalibratedBlock(string Signature, string Loader)
{
    internal const string PredictorFolder = "Predictor";
    internal const string CalibratorFolder = "Calibrator";
    internal const string LinearLoader = "PMixCaliPredExec";
    internal const string TreeLoader = "FeatWCaliPredExec";

    internal static CalibratedBlock Linear { get; } = new("PMIXCALP", LinearLoader);

    internal static CalibratedBlock Trees { get; } = new("FTWTCALP", TreeLoader);
}
