namespace Microsoft.ML.Data;

/// <summary>Double-precision fields.</summary>
internal readonly struct DoubleFieldParser(char decimalMarker) : IFieldParser<double>
{
    public bool IsLenient => true;

    public bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        // Kinder to ML.NET's users than to the letter: a Double is the nearest one to its decimal text.
        var text = DecimalText.Of(field, decimalMarker);
        if (text is not null)
            return TextValues.TryDouble(text, out value);
        value = double.NaN;
        return false;
    }
}
