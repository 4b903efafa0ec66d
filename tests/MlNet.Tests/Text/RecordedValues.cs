using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests.Text;

/// <summary>Values as the recorded cases spell them.</summary>
internal static class RecordedValues
{
    internal static Func<string> Create(DataViewRow row, DataViewSchema.Column column)
    {
        var (maker, type) = column.Type is VectorDataViewType vector ? (nameof(Vector), vector.ItemType.RawType) : (nameof(Scalar), column.Type.RawType);
        return (Func<string>)typeof(RecordedValues).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [row, column])!;
    }

    internal static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"({string.Join(' ', value.EnumerateArray().Select(Canonical))})",
        JsonValueKind.Object => $"sparse {value.GetProperty("SparseLength")}: ({string.Join(' ', value.GetProperty("Indices").EnumerateArray().Zip(
            value.GetProperty("Values").EnumerateArray(), (index, item) => $"{index}={Canonical(item)}"))})",
        JsonValueKind.Number => Text(value.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetString()!,
    };

    internal static string Text<T>(T value) => value switch
    {
        // The recorded text of a Single is its shortest, which a Double reads back as another number.
        float number => Text(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        double number => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        ReadOnlyMemory<char> text => text.ToString(),
        byte or sbyte or short or ushort or int or uint or long or ulong => Text(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Func<string> Scalar<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            get(ref value);
            return Text(value);
        };
    }

    private static Func<string> Vector<T>(DataViewRow row, DataViewSchema.Column column)
    {
        var get = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        return () =>
        {
            get(ref value);
            return value.IsDense
                ? $"({string.Join(' ', value.DenseValues().Select(Text))})"
                : $"sparse {value.Length}: ({string.Join(' ', value.Items().Select(item => $"{item.Key}={Text(item.Value)}"))})";
        };
    }
}
