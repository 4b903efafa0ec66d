using System.Numerics;
using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Transforms;

/// <summary>Puts stand-ins in the place of what is missing in one column.</summary>
internal abstract class MissingValueFunction(DataViewType type)
{
    internal DataViewType Type => type;

    internal abstract Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column);

    internal abstract void Save(ModelBlockWriter block);

    /// <summary>Reads a stand-in: its type, then one value of that type.</summary>
    internal static MissingValueFunction Read(ModelBlockReader reader)
    {
        var type = IdvCodec.ReadType(reader);
        return type.Primitive switch
        {
            IdvPrimitive.Single => MissingValueFunction<float>.Read(reader, type),
            IdvPrimitive.Double => MissingValueFunction<double>.Read(reader, type),
            _ => throw reader.Fault($"values of type {type} cannot stand in for missing ones"),
        };
    }
}

/// <summary>Puts stand-ins of one precision in the place of what is missing: one for all values, or one a slot.</summary>
internal sealed class MissingValueFunction<T>(DataViewType type, T[] standIns) : MissingValueFunction(type)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static MissingValueFunction<T> Read(ModelBlockReader reader, IdvType type)
    {
        PrimitiveDataViewType item = typeof(T) == typeof(float) ? NumberDataViewType.Single : NumberDataViewType.Double;
        if (!type.IsVector)
            return new MissingValueFunction<T>(item, reader.ReadValues<T>(1));
        if (reader.ReadInt32() != 1)
            throw reader.Fault("one vector of stand-ins was expected");
        var length = reader.ReadInt32();
        if (reader.ReadInt32() != -1 || reader.ReadInt32() != 0 || length != type.VectorSize || length <= 0)
            throw reader.Fault("the stand-ins are not one for every slot");
        return new MissingValueFunction<T>(IdvTypes.ToDataViewType(type, reader.Source), reader.ReadValues<T>(length));
    }

    internal override void Save(ModelBlockWriter block)
    {
        var primitive = typeof(T) == typeof(float) ? IdvPrimitive.Single : IdvPrimitive.Double;
        if (standIns.Length == 1)
        {
            IdvCodec.WriteType(block, new IdvType(primitive));
            block.WriteValues<T>(standIns);
            return;
        }

        // A vector as IDV files hold one: one vector of fixed length, dense (-1), no indices.
        IdvCodec.WriteType(block, new IdvType(primitive, null, ((VectorDataViewType)Type).Dimensions));
        block.WriteInt32(1);
        block.WriteInt32(standIns.Length);
        block.WriteInt32(-1);
        block.WriteInt32(0);
        block.WriteValues<T>(standIns);
    }

    internal override Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is not VectorDataViewType)
        {
            var get = row.GetGetter<T>(column);
            return (ValueGetter<T>)((ref T value) =>
            {
                get(ref value);
                if (T.IsNaN(value))
                    value = standIns[0];
            });
        }

        var getVector = row.GetGetter<VBuffer<T>>(column);
        return (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        {
            getVector(ref value);
            var editor = VBufferEditor.CreateFromBuffer(ref value);
            var isDense = value.IsDense;
            for (var position = 0; position < editor.Values.Length; position++)
            {
                if (T.IsNaN(editor.Values[position]))
                    editor.Values[position] = standIns[standIns.Length == 1 ? 0 : isDense ? position : editor.Indices[position]];
            }

            value = editor.Commit();
        });
    }
}
