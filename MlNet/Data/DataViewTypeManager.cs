using System.Collections.Concurrent;

namespace Microsoft.ML.Data;

/// <summary>Which column types stand for .NET types that ML.NET does not know by itself.</summary>
public static class DataViewTypeManager
{
    // Registration is for the whole process, as in ML.NET: attributes register their types before any context exists.
    private static readonly ConcurrentDictionary<(Type Type, DataViewTypeAttribute? Attribute), DataViewType> Registered = new()
    {
        [(typeof(MLImage), null)] = new Transforms.Image.ImageDataViewType(),
    };

    /// <summary>Makes a column type stand for a .NET type, or for the .NET type where it carries an attribute.</summary>
    /// <exception cref="ArgumentException">Another column type stands for it already.</exception>
    public static void Register(DataViewType dataViewType, Type type, DataViewTypeAttribute? typeAttribute = null)
    {
        ArgumentNullException.ThrowIfNull(dataViewType);
        ArgumentNullException.ThrowIfNull(type);
        var known = Registered.GetOrAdd((type, typeAttribute), dataViewType);
        if (!known.Equals(dataViewType))
            throw new ArgumentException($"The type {type} already stands for the column type {known}. Received: {dataViewType}.", nameof(dataViewType));
    }

    /// <summary>As the other overload, with at most one attribute, a <see cref="DataViewTypeAttribute"/>.</summary>
    [Obsolete("This API is deprecated, please use the new form of Register which takes in a single DataViewTypeAttribute instead.", false)]
    public static void Register(DataViewType dataViewType, Type type, IEnumerable<Attribute>? typeAttributes)
    {
        var attributes = typeAttributes?.ToArray() ?? [];
        if (attributes.Length > 1 || Array.Exists(attributes, attribute => attribute is not DataViewTypeAttribute))
            throw new ArgumentException($"A type is registered with one {nameof(DataViewTypeAttribute)}. Received: {string.Join(", ", attributes.Select(attribute => attribute.GetType().Name))}.", nameof(typeAttributes));
        Register(dataViewType, type, (DataViewTypeAttribute?)attributes.FirstOrDefault());
    }

    internal static DataViewType? TryGet(Type type, DataViewTypeAttribute? attribute)
    {
        if (Registered.TryGetValue((type, attribute), out var found))
            return found;
        return attribute is not null && Registered.TryGetValue((type, null), out found) ? found : null;
    }
}
