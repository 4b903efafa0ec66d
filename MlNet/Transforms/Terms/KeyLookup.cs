using System.Numerics;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Looks up the values behind keys.</summary>
internal static class KeyLookup<TKey, TValue>
    where TKey : struct, IUnsignedNumber<TKey>
{
    internal static Delegate CreateGetter(DataViewRow row, DataViewSchema.Column input, DataViewType valueType)
    {
        var known = default(VBuffer<TValue>);
        input.GetKeyValues(ref known);

        // The value for a missing key comes first, so that a raw key is an index.
        var values = new TValue[known.Length + 1];
        values[0] = MissingOf(valueType);
        known.CopyTo(values, 1);
        if (input.Type is not VectorDataViewType)
        {
            var get = row.GetGetter<TKey>(input);
            TKey key = default;
            return (ValueGetter<TValue>)((ref TValue value) =>
            {
                get(ref key);
                value = values[IndexOf(key, values.Length)];
            });
        }

        var getVector = row.GetGetter<VBuffer<TKey>>(input);
        var buffer = default(VBuffer<TKey>);
        return (ValueGetter<VBuffer<TValue>>)((ref VBuffer<TValue> result) =>
        {
            getVector(ref buffer);
            var editor = VBufferEditor.Create(ref result, buffer.Length);
            editor.Values.Fill(values[0]);
            var keys = buffer.GetValues();
            var indices = buffer.GetIndices();
            for (var position = 0; position < keys.Length; position++)
                editor.Values[buffer.IsDense ? position : indices[position]] = values[IndexOf(keys[position], values.Length)];
            result = editor.Commit();
        });
    }

    private static int IndexOf(TKey key, int lim)
    {
        var raw = ulong.CreateTruncating(key);
        return raw < (ulong)lim ? (int)raw : 0;
    }

    private static TValue MissingOf(DataViewType type)
    {
        if (type.RawType == typeof(float))
            return (TValue)(object)float.NaN;
        return type.RawType == typeof(double) ? (TValue)(object)double.NaN : default!;
    }
}
