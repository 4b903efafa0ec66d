using System.Globalization;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>The text by which a label value is known, so that 9 as Single, as Int32 and "9" are one class.</summary>
internal static class ValueText
{
    public static string Of<T>(T value) => value switch
    {
        ReadOnlyMemory<char> text => text.ToString(),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    /// <summary>A reader of a scalar text or number column; null for any other.</summary>
    public static Func<string>? Getter(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        var type = column.Type.RawType;
        return type == typeof(ReadOnlyMemory<char>) ? Getter<ReadOnlyMemory<char>>()
            : type == typeof(float) ? Getter<float>()
            : type == typeof(double) ? Getter<double>()
            : type == typeof(int) ? Getter<int>()
            : type == typeof(uint) ? Getter<uint>()
            : type == typeof(long) ? Getter<long>()
            : type == typeof(ulong) ? Getter<ulong>()
            : type == typeof(short) ? Getter<short>()
            : type == typeof(ushort) ? Getter<ushort>()
            : type == typeof(byte) ? Getter<byte>()
            : type == typeof(sbyte) ? Getter<sbyte>()
            : type == typeof(bool) ? Getter<bool>()
            : null;

        Func<string> Getter<T>()
        {
            var getter = cursor.GetGetter<T>(column);
            T value = default!;
            return () =>
            {
                getter(ref value);
                return Of(value);
            };
        }
    }
}
