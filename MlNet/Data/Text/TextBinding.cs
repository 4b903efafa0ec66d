namespace Microsoft.ML.Data;

/// <summary>A run of fields, <paramref name="Min"/> to <paramref name="Lim"/> exclusive.</summary>
internal readonly record struct TextSegment(int Min, int Lim, bool ForceVector)
{
    /// <summary>The end of a run that goes on to the end of its line, whatever that is.</summary>
    internal const int Variable = int.MaxValue;

    internal bool IsVariable => Lim == Variable;
}

/// <summary>A column with its fields resolved.</summary>
internal sealed record TextBinding(string Name, DataKind Kind, PrimitiveDataViewType ItemType, TextSegment[] Segments)
{
    internal bool IsVector => Segments.Length > 1 || Segments[0].ForceVector || Segments[0].Lim - Segments[0].Min > 1;

    internal bool IsVariable => Array.Exists(Segments, segment => segment.IsVariable);

    /// <summary>The number of slots; 0 where it differs from line to line.</summary>
    internal int Size => IsVariable ? 0 : Segments.Sum(segment => segment.Lim - segment.Min);

    internal DataViewType Type => IsVector ? new VectorDataViewType(ItemType, Size) : ItemType;

    /// <summary>How many fields of a line must be found at least; every one for a column that goes on to the end.</summary>
    internal int FieldLim => Segments.Max(segment => segment.Lim);
}
