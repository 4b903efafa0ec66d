using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Fields of text.</summary>
internal readonly struct TextFieldParser : IFieldParser<ReadOnlyMemory<char>>
{
    public bool IsLenient => true;

    public bool TryParse(ReadOnlySpan<byte> field, out ReadOnlyMemory<char> value)
    {
        value = Encoding.UTF8.GetString(field).AsMemory();
        return true;
    }
}
