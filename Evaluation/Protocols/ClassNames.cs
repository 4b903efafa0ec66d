using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>Finds the names of classes in the annotations of a column.</summary>
internal static class ClassNames
{
    public const string KeyValues = "KeyValues";
    private const string TrainingLabels = "TrainingLabelValues";
    private const string SlotNames = "SlotNames";

    /// <summary>The class names that a trained model leaves on its scores, in the order of the scores; null where it leaves none.</summary>
    public static IReadOnlyList<string>? OfModel(DataViewSchema.Column score) => Read(score, TrainingLabels) ?? Read(score, SlotNames);

    /// <summary>The vector of texts or numbers called <paramref name="kind"/>, as texts; null where there is none.</summary>
    public static IReadOnlyList<string>? Read(DataViewSchema.Column column, string kind)
    {
        if (column.Annotations.Schema.GetColumnOrNull(kind) is not { Type: VectorDataViewType type })
            return null;

        var item = type.ItemType.RawType;
        return item == typeof(ReadOnlyMemory<char>) ? Values<ReadOnlyMemory<char>>()
            : item == typeof(float) ? Values<float>()
            : item == typeof(double) ? Values<double>()
            : item == typeof(int) ? Values<int>()
            : item == typeof(uint) ? Values<uint>()
            : item == typeof(long) ? Values<long>()
            : item == typeof(ulong) ? Values<ulong>()
            : item == typeof(short) ? Values<short>()
            : item == typeof(ushort) ? Values<ushort>()
            : item == typeof(byte) ? Values<byte>()
            : item == typeof(sbyte) ? Values<sbyte>()
            : item == typeof(bool) ? Values<bool>()
            : null;

        IReadOnlyList<string> Values<T>()
        {
            var values = default(VBuffer<T>);
            column.Annotations.GetValue(kind, ref values);
            return [.. values.DenseValues().Select(ValueText.Of)];
        }
    }
}
