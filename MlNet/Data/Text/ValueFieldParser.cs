using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Fields of integers, truth values and times.</summary>
internal readonly struct ValueFieldParser<T>(TextParser<T> parse) : IFieldParser<T>
{
    public bool IsLenient => false;

    public bool TryParse(ReadOnlySpan<byte> field, out T value) => parse(Encoding.UTF8.GetString(field), out value);
}
