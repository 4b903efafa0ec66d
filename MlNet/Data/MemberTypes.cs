using System.Reflection;

namespace Microsoft.ML.Data;

/// <summary>Which column types members can have.</summary>
internal static class MemberTypes
{
    internal static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    /// <summary>The column type that a member's .NET type and attributes ask for.</summary>
    internal static DataViewType ColumnTypeOf(MemberInfo member)
    {
        var type = TypeOf(member);
        var vector = member.GetCustomAttribute<VectorTypeAttribute>();
        var custom = member.GetCustomAttributes().OfType<DataViewTypeAttribute>().SingleOrDefault();
        custom?.Register();
        if (DataViewTypeManager.TryGet(type, custom) is { } registered)
            return registered;

        var item = ItemTypeOf(type, out var isVector);
        if (!isVector && vector is not null)
            throw new ArgumentOutOfRangeException(nameof(member), $"Member {member.Name} is marked with VectorTypeAttribute, but it is not an array or a VBuffer.");
        var primitive = NumberTypes.TryGet(item)
            ?? throw new ArgumentOutOfRangeException(
                nameof(member),
                $"Could not determine an IDataView type and registered custom types for member {member.Name}: {type} is not one that columns can have.");
        if (member.GetCustomAttribute<KeyTypeAttribute>() is { } key)
        {
            if (!KeyDataViewType.IsValidDataType(item))
                throw new ArgumentOutOfRangeException(nameof(member), $"Member {member.Name} marked with KeyType attribute, but does not appear to be a valid kind of data for a key type");
            primitive = new KeyDataViewType(item, key.KeyCount?.Count ?? KeyDataViewType.MaximumCount(item));
        }

        if (!isVector)
            return primitive;
        return vector?.Dimensions is { Length: > 0 } dimensions ? new VectorDataViewType(primitive, dimensions) : new VectorDataViewType(primitive);
    }

    /// <summary>The item type of an array or a vector, or the type itself.</summary>
    internal static Type ItemTypeOf(Type type, out bool isVector)
    {
        isVector = type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VBuffer<>));
        return !isVector ? type : type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
    }

    /// <summary>True when values of a column can be put into, or taken from, a member.</summary>
    internal static bool Suits(Type memberType, DataViewType columnType)
    {
        if (memberType == columnType.RawType)
            return true;
        var item = ItemTypeOf(memberType, out var isVector);
        if (columnType is VectorDataViewType vector)
            return isVector && RawOf(item) == vector.ItemType.RawType;
        return !isVector && RawOf(item) == columnType.RawType;
    }

    private static Type RawOf(Type type) => type == typeof(string) ? typeof(ReadOnlyMemory<char>) : type;
}
