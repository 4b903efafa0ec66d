namespace Microsoft.ML.Data;

/// <summary>The batch and the row in it that a cursor stands on; getters look them up here.</summary>
internal sealed class TextPosition
{
    internal TextBatch? Batch;
    internal int Row = -1;

    /// <summary>The store of a column of the present batch.</summary>
    internal TextColumn Column(int index) => (Batch ?? throw new InvalidOperationException(
        "The cursor stands on no row: call MoveNext first, and stop when it gives false.")).Columns[index]!;
}
