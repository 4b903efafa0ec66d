namespace Microsoft.ML.Data;

/// <summary>The object that getters over row objects read; null before the first row and after the last.</summary>
internal sealed class CurrentRow<TRow>
    where TRow : class
{
    internal TRow Row = null!;
}
