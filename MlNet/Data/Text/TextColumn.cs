using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>The values of one column of a batch.</summary>
internal abstract class TextColumn
{
    internal static TextColumn Create(TextBinding binding, TextFormat format)
    {
        var type = binding.ItemType.RawType;
        if (binding.ItemType is KeyDataViewType key)
        {
            return (TextColumn)typeof(TextColumn).GetMethod(nameof(CreateKey), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [binding, format, key.Count])!;
        }

        if (type == typeof(float))
            return Create<float, SingleFieldParser>(binding, format, new SingleFieldParser(format.DecimalMarker), format.MissingRealsAsNaNs ? float.NaN : 0);
        if (type == typeof(double))
            return Create<double, DoubleFieldParser>(binding, format, new DoubleFieldParser(format.DecimalMarker), format.MissingRealsAsNaNs ? double.NaN : 0);
        if (type == typeof(ReadOnlyMemory<char>))
            return Create<ReadOnlyMemory<char>, TextFieldParser>(binding, format, default, default);
        return (TextColumn)typeof(TextColumn).GetMethod(nameof(CreateValue), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [binding, format])!;
    }

    /// <summary>Forgets the values of the batch before.</summary>
    internal abstract void Begin();

    /// <summary>Parses the column's fields of the next line.</summary>
    internal abstract void Parse(TextBatch batch, TextLine line, TextFields fields);

    /// <summary>A getter over the rows of whatever batch <paramref name="position"/> holds; this column's own values do not matter.</summary>
    internal abstract Delegate CreateGetter(TextPosition position, int column);

    private static TextColumn Create<T, TParser>(TextBinding binding, TextFormat format, TParser parser, T missing)
        where TParser : struct, IFieldParser<T> => binding.IsVector
            ? new TextVectorColumn<T, TParser>(binding, parser, missing, isMissingExplicit: format.MissingRealsAsNaNs && binding.ItemType.RawType != typeof(ReadOnlyMemory<char>))
            : new TextScalarColumn<T, TParser>(binding, parser, missing);

    private static TextColumn CreateKey<T>(TextBinding binding, TextFormat format, ulong count)
        where T : System.Numerics.IBinaryInteger<T> => Create<T, KeyFieldParser<T>>(binding, format with { MissingRealsAsNaNs = false }, new KeyFieldParser<T>(count), T.Zero);

    private static TextColumn CreateValue<T>(TextBinding binding, TextFormat format) =>
        Create<T, ValueFieldParser<T>>(binding, format with { MissingRealsAsNaNs = false }, new ValueFieldParser<T>(TextValues.Parser<T>()), default!);
}
