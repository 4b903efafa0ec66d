namespace Microsoft.ML.Data;

/// <summary>Says which columns of a text file fill a member, counted from 0.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class LoadColumnAttribute : Attribute
{
    /// <summary>One column.</summary>
    public LoadColumnAttribute(int fieldIndex)
    {
        Ranges = [(fieldIndex, fieldIndex)];
    }

    /// <summary>The columns from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    public LoadColumnAttribute(int start, int end)
    {
        Ranges = [(start, end)];
    }

    /// <summary>Several columns.</summary>
    public LoadColumnAttribute(int[] columnIndexes)
    {
        Ranges = Array.ConvertAll(columnIndexes, index => (index, index));
    }

    internal (int Min, int Max)[] Ranges { get; }
}
