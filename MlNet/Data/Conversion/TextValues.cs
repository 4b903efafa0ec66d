using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>Reads a value of text; false where the text is none.</summary>
internal delegate bool TextParser<T>(ReadOnlySpan<char> text, out T value);

/// <summary>How text becomes values: empty text is the default of every kind; the rest as ML.NET reads it, whatever the culture.</summary>
internal static class TextValues
{
    /// <summary>The parser of a raw type. NaN of a floating-point parser that gives false stands for what was unreadable.</summary>
    internal static TextParser<T> Parser<T>() => (TextParser<T>)(Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.SByte => (TextParser<sbyte>)TrySByte,
        TypeCode.Byte => (TextParser<byte>)TryByte,
        TypeCode.Int16 => (TextParser<short>)TryInt16,
        TypeCode.UInt16 => (TextParser<ushort>)TryUInt16,
        TypeCode.Int32 => (TextParser<int>)TryInt32,
        TypeCode.UInt32 => (TextParser<uint>)TryUInt32,
        TypeCode.Int64 => (TextParser<long>)TryInt64,
        TypeCode.UInt64 => (TextParser<ulong>)TryUInt64,
        TypeCode.Single => (TextParser<float>)TrySingle,
        TypeCode.Double => (TextParser<double>)TryDouble,
        TypeCode.Boolean => (TextParser<bool>)TryBoolean,
        TypeCode.DateTime => (TextParser<DateTime>)TryDateTime,
        _ when typeof(T) == typeof(TimeSpan) => (TextParser<TimeSpan>)TryTimeSpan,
        _ when typeof(T) == typeof(DateTimeOffset) => (TextParser<DateTimeOffset>)TryDateTimeOffset,
        _ when typeof(T) == typeof(ReadOnlyMemory<char>) => (TextParser<ReadOnlyMemory<char>>)TryText,
        _ => (Delegate)(TextParser<T>)Never,
    });

    internal static bool TrySingle(ReadOnlySpan<char> text, out float value)
    {
        text = text.Trim(' ');
        if (text.IsEmpty)
        {
            value = 0;
            return true;
        }

        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        value = IsInfinity(text, out var sign) ? sign * float.PositiveInfinity : float.NaN;
        return !float.IsNaN(value) || IsMissing(text);
    }

    internal static bool TryDouble(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim(' ');
        if (text.IsEmpty)
        {
            value = 0;
            return true;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        value = IsInfinity(text, out var sign) ? sign * double.PositiveInfinity : double.NaN;
        return !double.IsNaN(value) || IsMissing(text);
    }

    /// <summary>True for the ways to write that a number or key is missing: "?", "NA" and "NaN" in any case.</summary>
    internal static bool IsMissing(ReadOnlySpan<char> text) =>
        text is "?" || text.Equals("na", StringComparison.OrdinalIgnoreCase) || text.Equals("nan", StringComparison.OrdinalIgnoreCase);

    internal static bool TryBoolean(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1" or "+1" or "+" || Is(text, "true") || Is(text, "yes") || Is(text, "t") || Is(text, "y");
        return value || text.IsEmpty || text is "0" or "-1" or "-" || Is(text, "false") || Is(text, "no") || Is(text, "f") || Is(text, "n");
    }

    internal static bool TryUInt64(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        return text.IsEmpty || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    internal static bool TryInt64(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return text.IsEmpty || (text[0] != '+' && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsInfinity(ReadOnlySpan<char> text, out float sign)
    {
        sign = text[0] == '-' ? -1 : 1;
        return (text[0] is '-' or '+' ? text[1..] : text) is "∞";
    }

    private static bool TryInt32(ReadOnlySpan<char> text, out int value)
    {
        var fits = TryInt64(text, out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    private static bool TryInt16(ReadOnlySpan<char> text, out short value)
    {
        var fits = TryInt64(text, out var wide) && wide is >= short.MinValue and <= short.MaxValue;
        value = fits ? (short)wide : (short)0;
        return fits;
    }

    private static bool TrySByte(ReadOnlySpan<char> text, out sbyte value)
    {
        var fits = TryInt64(text, out var wide) && wide is >= sbyte.MinValue and <= sbyte.MaxValue;
        value = fits ? (sbyte)wide : (sbyte)0;
        return fits;
    }

    private static bool TryUInt32(ReadOnlySpan<char> text, out uint value)
    {
        var fits = TryUInt64(text, out var wide) && wide <= uint.MaxValue;
        value = fits ? (uint)wide : 0;
        return fits;
    }

    private static bool TryUInt16(ReadOnlySpan<char> text, out ushort value)
    {
        var fits = TryUInt64(text, out var wide) && wide <= ushort.MaxValue;
        value = fits ? (ushort)wide : (ushort)0;
        return fits;
    }

    private static bool TryByte(ReadOnlySpan<char> text, out byte value)
    {
        var fits = TryUInt64(text, out var wide) && wide <= byte.MaxValue;
        value = fits ? (byte)wide : (byte)0;
        return fits;
    }

    private static bool TryTimeSpan(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text.IsEmpty || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value))
            return true;

        // More than 24 hours are days here: "25:00:00" is "25.00:00:00" to .NET, and so to ML.NET.
        return false;
    }

    private static bool TryDateTime(ReadOnlySpan<char> text, out DateTime value)
    {
        value = default;
        return text.IsEmpty || DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out value);
    }

    private static bool TryDateTimeOffset(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        return text.IsEmpty || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    private static bool TryText(ReadOnlySpan<char> text, out ReadOnlyMemory<char> value)
    {
        value = text.ToArray();
        return true;
    }

    private static bool Never<T>(ReadOnlySpan<char> text, out T value)
    {
        value = default!;
        return false;
    }
}
