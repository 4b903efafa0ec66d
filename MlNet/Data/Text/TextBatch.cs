namespace Microsoft.ML.Data;

/// <summary>A line in a batch's bytes. Number counts the lines of its file from 1, skipped ones included.</summary>
internal readonly record struct TextLine(int Start, int Length, int Number);

/// <summary>Some lines of a file and, once they are parsed, their values. Batches are used again and again.</summary>
internal sealed class TextBatch
{
    internal byte[] Bytes = [];

    internal List<TextLine> Lines { get; } = [];

    internal string Source { get; set; } = string.Empty;

    /// <summary>The values, one store a column; null where the column is not needed.</summary>
    internal TextColumn?[] Columns { get; set; } = [];

    /// <summary>What the parsing found fault with, in order.</summary>
    internal TextFaults Faults { get; } = new();
}
