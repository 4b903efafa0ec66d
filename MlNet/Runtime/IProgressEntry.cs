namespace Microsoft.ML.Runtime;

/// <summary>One report of progress, to be filled in.</summary>
public interface IProgressEntry
{
    /// <summary>How far the work has come in a unit.</summary>
    void SetProgress(int index, double value);

    /// <summary>How far the work has come in a unit, and where it ends.</summary>
    void SetProgress(int index, double value, double lim);

    /// <summary>The value of a metric.</summary>
    void SetMetric(int index, double value);
}
