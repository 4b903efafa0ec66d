namespace Microsoft.ML.Data;

/// <summary>The row that a cursor over a cache stands on; getters look it up here.</summary>
internal sealed class CachePosition
{
    internal int Row { get; set; }

    internal int Checked => Row >= 0 ? Row : throw new InvalidOperationException("The cursor stands on no row: call MoveNext first, and stop when it gives false.");
}
