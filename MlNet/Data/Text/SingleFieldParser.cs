using System.Runtime.CompilerServices;

namespace Microsoft.ML.Data;

/// <summary>Single-precision fields: short decimal numbers right from their digits, the others as text.</summary>
internal readonly struct SingleFieldParser(char decimalMarker) : IFieldParser<float>
{
    // A number below 2^24 and a power of ten up to 10^10 are exact, so their quotient is the nearest Single to the decimal number.
    private const int MostExact = 1 << 24;

    private static readonly float[] PowersOfTen = [1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f];

    public bool IsLenient => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ReadOnlySpan<byte> field, out float value)
    {
        // One to three digits are what pixels are.
        uint digit = field[0] - (uint)'0';
        if (field.Length <= 3 && digit <= 9)
        {
            if (field.Length == 1)
            {
                value = digit;
                return true;
            }

            uint second = field[1] - (uint)'0';
            if (second <= 9)
            {
                digit = (digit * 10) + second;
                if (field.Length == 2)
                {
                    value = digit;
                    return true;
                }

                uint third = field[2] - (uint)'0';
                if (third <= 9)
                {
                    value = (digit * 10) + third;
                    return true;
                }
            }
        }

        return TryParseLonger(field, out value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryParseLonger(ReadOnlySpan<byte> field, out float value)
    {
        var position = field[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var isNegative = field[0] == '-';
        var mantissa = 0;
        var fraction = -1;
        for (; position < field.Length; position++)
        {
            var digit = field[position] - '0';
            if (digit is >= 0 and <= 9)
                mantissa = (mantissa * 10) + digit;
            else if (field[position] == decimalMarker && fraction < 0)
                fraction = position;
            else
                return TryParseText(field, out value);
            if (mantissa > MostExact)
                return TryParseText(field, out value);
        }

        var decimals = fraction < 0 ? 0 : field.Length - fraction - 1;
        var digits = field.Length - (fraction < 0 ? 0 : 1) - (field[0] is (byte)'-' or (byte)'+' ? 1 : 0);
        if (digits == 0 || decimals >= PowersOfTen.Length)
            return TryParseText(field, out value);
        value = mantissa / PowersOfTen[decimals];
        if (isNegative)
            value = -value;
        return true;
    }

    private bool TryParseText(ReadOnlySpan<byte> field, out float value)
    {
        var text = DecimalText.Of(field, decimalMarker);
        if (text is not null)
            return TextValues.TrySingle(text, out value);
        value = float.NaN;
        return false;
    }
}
