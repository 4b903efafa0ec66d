using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>A function over slots of one precision.</summary>
internal abstract class NormalizerFunction<T>(bool isScalar) : NormalizerFunction
    where T : struct
{
    internal override Type ItemType => typeof(T);

    private protected bool IsScalar => isScalar;

    /// <summary>True when the function turns 0 into 0 in every slot, so that sparse vectors stay sparse.</summary>
    private protected abstract bool KeepsZero { get; }

    internal sealed override Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType)
        {
            var scalar = row.GetGetter<T>(column);
            return (ValueGetter<T>)((ref T value) =>
            {
                scalar(ref value);
                value = Apply(value, 0);
            });
        }

        var get = row.GetGetter<VBuffer<T>>(column);
        var buffer = default(VBuffer<T>);
        return (ValueGetter<VBuffer<T>>)([MethodImpl(MethodImplOptions.AggressiveOptimization)] (ref VBuffer<T> value) =>
        {
            get(ref buffer);

            // As in ML.NET, a row of another length than was learnt is found here, when it is read.
            if (buffer.Length != Size)
                throw new InvalidOperationException();
            if (!buffer.IsDense && KeepsZero)
            {
                ApplySparse(buffer, ref value);
                return;
            }

            var editor = VBufferEditor.Create(ref value, Size);
            if (buffer.IsDense)
            {
                Apply(buffer.GetValues(), editor.Values);
            }
            else
            {
                buffer.CopyTo(editor.Values);
                Apply(editor.Values, editor.Values);
            }

            value = editor.Commit();
        });
    }

    private protected abstract T Apply(T value, int slot);

    /// <summary>Normalises all slots; both spans may be the same.</summary>
    private protected abstract void Apply(ReadOnlySpan<T> source, Span<T> destination);

    private void ApplySparse(in VBuffer<T> source, ref VBuffer<T> destination)
    {
        source.CopyTo(ref destination);
        var editor = VBufferEditor.CreateFromBuffer(ref destination);
        for (var position = 0; position < editor.Values.Length; position++)
            editor.Values[position] = Apply(editor.Values[position], editor.Indices[position]);
        destination = editor.Commit();
    }
}
