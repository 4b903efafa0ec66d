namespace Microsoft.ML.Transforms;

/// <summary>Columns computed many rows at a time.</summary>
internal interface IScoredRows : IDisposable
{
    /// <summary>Moves to the next row; nothing is computed until a value is asked for.</summary>
    void MoveNext();

    /// <summary>The getter of a column.</summary>
    Delegate GetGetter(int output);
}
