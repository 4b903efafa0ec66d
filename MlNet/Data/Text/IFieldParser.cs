namespace Microsoft.ML.Data;

/// <summary>Reads the value of a field that is not empty.</summary>
internal interface IFieldParser<T>
{
    /// <summary>True when a value that cannot be read is only missing; otherwise it ends the loading.</summary>
    bool IsLenient { get; }

    bool TryParse(ReadOnlySpan<byte> field, out T value);
}
