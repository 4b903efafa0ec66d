using System.Numerics;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>Fields of keys, which count from 0 in text; what is out of range or unreadable is missing.</summary>
internal readonly struct KeyFieldParser<T>(ulong count) : IFieldParser<T>
    where T : IBinaryInteger<T>
{
    public bool IsLenient => true;

    public bool TryParse(ReadOnlySpan<byte> field, out T value)
    {
        value = T.Zero;
        var text = Encoding.UTF8.GetString(field);
        if (TextValues.IsMissing(text))
            return true;
        if (!TextValues.TryUInt64(text, out var number) || number >= count)
            return false;
        value = T.CreateTruncating(number + 1);
        return true;
    }
}
