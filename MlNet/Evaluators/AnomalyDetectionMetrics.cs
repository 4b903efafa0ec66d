namespace Microsoft.ML.Data;

/// <summary>How well an anomaly detector did on a test set.</summary>
public sealed class AnomalyDetectionMetrics
{
    internal AnomalyDetectionMetrics(double areaUnderRocCurve, double detectionRate)
    {
        AreaUnderRocCurve = areaUnderRocCurve;
        DetectionRateAtFalsePositiveCount = detectionRate;
    }

    /// <summary>How probable it is that an anomaly has a greater score than a usual row.</summary>
    public double AreaUnderRocCurve { get; }

    /// <summary>The share of the anomalies that have a greater score than all but a few usual rows.</summary>
    public double DetectionRateAtFalsePositiveCount { get; }
}
