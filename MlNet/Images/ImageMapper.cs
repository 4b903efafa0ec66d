using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Steps that make one image of another.</summary>
internal static class ImageMapper
{
    /// <exception cref="ArgumentOutOfRangeException">A column holds no images.</exception>
    internal static void CheckImages(DataViewSchema.Column[] inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Type is not ImageDataViewType)
                throw new ArgumentOutOfRangeException("inputSchema", $"Schema mismatch for input column '{input.Name}': expected Image, got {input.Type}");
        }
    }

    internal static void CheckImage(SchemaShape.Column column)
    {
        if (column.ItemType is not ImageDataViewType)
            throw ShapeColumns.Mismatch(column.Name, "Image", column);
    }

    /// <summary>A getter of what <paramref name="map"/> makes of a column's images; no image stays none.</summary>
    internal static ValueGetter<MLImage> CreateGetter(DataViewRow row, DataViewSchema.Column column, Func<MLImage, MLImage> map)
    {
        var get = row.GetGetter<MLImage>(column);
        MLImage source = null!;
        return (ref MLImage value) =>
        {
            value?.Dispose();
            get(ref source);
            value = source is null ? null! : map(source);
        };
    }
}
