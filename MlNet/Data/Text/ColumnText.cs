using System.Globalization;

namespace Microsoft.ML.Data;

/// <summary>Columns as options embedded in a file spell them: "Name:R4:1-4,6".</summary>
internal static class ColumnText
{
    private static readonly (string Text, DataKind Kind)[] Kinds =
    [
        ("I1", DataKind.SByte), ("U1", DataKind.Byte), ("I2", DataKind.Int16), ("U2", DataKind.UInt16), ("I4", DataKind.Int32),
        ("U4", DataKind.UInt32), ("I8", DataKind.Int64), ("U8", DataKind.UInt64), ("R4", DataKind.Single), ("R8", DataKind.Double),
        ("TX", DataKind.String), ("BL", DataKind.Boolean), ("TS", DataKind.TimeSpan), ("DT", DataKind.DateTime), ("DZ", DataKind.DateTimeOffset),
    ];

    internal static string KindText(Type rawType) =>
        Kinds.FirstOrDefault(item => DataKinds.ToType(item.Kind).RawType == rawType).Text
            ?? throw new ArgumentException($"Values of type {rawType} cannot be written as text.", nameof(rawType));

    internal static char Separator(string text) => text.ToLowerInvariant() switch
    {
        "tab" => '\t',
        "comma" => ',',
        "space" => ' ',
        "semicolon" => ';',
        "colon" => ':',
        "bar" => '|',
        { Length: 1 } character => character[0],
        _ => throw new FormatException($"'{text}' is no separator; expected tab, comma, space, semicolon, colon, bar or one character."),
    };

    internal static string SeparatorText(char separator) => separator switch
    {
        '\t' => "tab",
        ',' => "comma",
        ' ' => "space",
        ';' => "semicolon",
        ':' => "colon",
        '|' => "bar",
        _ => separator.ToString(),
    };

    internal static TextLoader.Column Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length is < 2 or > 3)
            throw Fault(text);
        var (kind, keyCount) = parts.Length == 3 ? ParseKind(parts[1], text) : (DataKind.Single, null);
        var ranges = parts[^1].Split(',').Select(range => ParseRange(range, text)).ToArray();
        return new TextLoader.Column(parts[0], kind, ranges, keyCount);
    }

    private static (DataKind Kind, KeyCount? KeyCount) ParseKind(string text, string column)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var name = bracket < 0 ? text : text[..bracket];
        var kind = Kinds.FirstOrDefault(item => item.Text.Equals(name, StringComparison.OrdinalIgnoreCase)).Kind;
        if (!Enum.IsDefined(kind))
            kind = Enum.TryParse<DataKind>(name, ignoreCase: true, out var named) ? named : throw Fault(column);
        if (bracket < 0)
            return (kind, null);
        var count = text[(bracket + 1)..].TrimEnd(']');
        return (kind, count.Length == 0 ? new KeyCount() : new KeyCount(ulong.Parse(count, CultureInfo.InvariantCulture)));
    }

    private static TextLoader.Range ParseRange(string text, string column)
    {
        var ends = text.Split('-');
        if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var min))
            throw Fault(column);
        return ends switch
        {
            [_] => new TextLoader.Range(min),
            [_, "*"] => new TextLoader.Range(min, null),
            [_, "**"] => new TextLoader.Range { Min = min, VariableEnd = true, ForceVector = true },
            [_, var max] when int.TryParse(max, NumberStyles.None, CultureInfo.InvariantCulture, out var last) => new TextLoader.Range(min, last),
            _ => throw Fault(column),
        };
    }

    private static FormatException Fault(string text) => new($"'{text}' describes no column; expected name:kind:fields, such as 'Pixels:R4:1-784'.");
}
