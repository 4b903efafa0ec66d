using System.Globalization;
using System.Text;
using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Transforms;

/// <summary>A map from values of one type to keys.</summary>
internal sealed class TermMap<T> : TermMap
    where T : notnull
{
    // What tells the two forms of a map apart in a block.
    internal const byte TextForm = 0;
    internal const byte CodecForm = 1;

    private readonly T[] _values;
    private readonly Dictionary<T, uint> _keys;
    private readonly Predicate<T> _isMissing;

    internal TermMap(PrimitiveDataViewType itemType, T[] values)
        : base(itemType)
    {
        _values = values;
        _keys = new Dictionary<T, uint>(values.Length, Terms.Comparer<T>());
        for (var index = 0; index < values.Length; index++)
            _keys.TryAdd(values[index], (uint)index + 1);
        _isMissing = Terms.IsMissing<T>(itemType);
    }

    internal override int Count => _values.Length;

    internal override Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType)
        {
            var get = row.GetGetter<T>(column);
            T source = default!;
            return (ValueGetter<uint>)((ref uint key) =>
            {
                get(ref source);
                key = KeyOf(source);
            });
        }

        var getVector = row.GetGetter<VBuffer<T>>(column);
        var buffer = default(VBuffer<T>);
        var dense = default(VBuffer<T>);
        return (ValueGetter<VBuffer<uint>>)((ref VBuffer<uint> keys) =>
        {
            getVector(ref buffer);
            if (!buffer.IsDense)
                buffer.CopyToDense(ref dense);
            var values = (buffer.IsDense ? buffer : dense).GetValues();
            var editor = VBufferEditor.Create(ref keys, buffer.Length);
            for (var index = 0; index < values.Length; index++)
                editor.Values[index] = KeyOf(values[index]);
            keys = editor.Commit();
        });
    }

    internal override void AddKeyValues(DataViewSchema.Annotations.Builder builder, bool asText)
    {
        if (_values.Length == 0)
            return;
        if (asText && ItemType is not TextDataViewType)
        {
            var texts = Array.ConvertAll(_values, value => TextOf(value).AsMemory());
            builder.Add(AnnotationKinds.KeyValues, new VectorDataViewType(TextDataViewType.Instance, texts.Length), AnnotationGetters.Vector(texts));
            return;
        }

        builder.Add(AnnotationKinds.KeyValues, new VectorDataViewType(ItemType, _values.Length), AnnotationGetters.Vector(_values));
    }

    internal override void Write(ModelBlockWriter block)
    {
        if (_values is ReadOnlyMemory<char>[] texts)
        {
            block.WriteByte(TextForm);
            block.WriteInt32(texts.Length);
            foreach (var text in texts)
                block.WriteString(text.ToString());
            return;
        }

        var type = IdvTypes.TryFrom(ItemType) ?? throw new InvalidOperationException($"Keys of {ItemType} cannot be saved.");
        block.WriteByte(CodecForm);
        IdvCodec.WriteType(block, type);
        block.WriteInt32(_values.Length);
        IdvValues.Write(block, type.Primitive, _values);
    }

    internal override void WriteText(StringBuilder text)
    {
        text.Append(ItemType is TextDataViewType
            ? string.Create(CultureInfo.InvariantCulture, $"# Number of terms = {Count}\n")
            : string.Create(CultureInfo.InvariantCulture, $"# Number of terms of type '{ItemType}' = {Count}\n"));
        for (var index = 0; index < _values.Length; index++)
            text.Append(CultureInfo.InvariantCulture, $"{index}\t{TextOf(_values[index])}\n");
    }

    private static string TextOf(T value) => Convert.ToString(value is ReadOnlyMemory<char> text ? text.ToString() : (object)value, CultureInfo.InvariantCulture)!;

    private uint KeyOf(T value) => !_isMissing(value) && _keys.TryGetValue(value, out var key) ? key : 0;
}
