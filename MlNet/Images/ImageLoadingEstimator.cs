using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Image;

namespace Microsoft.ML.Data;

/// <summary>Reads images, or the bytes of their files.</summary>
public sealed class ImageLoadingEstimator : TrivialEstimator<ImageLoadingTransformer>
{
    private readonly bool _asImage;
    private readonly (string Output, string Input)[] _columns;

    internal ImageLoadingEstimator(IHostEnvironment environment, string? imageFolder, bool asImage, params (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ImageLoadingEstimator)), new ImageLoadingTransformer(environment, Existing(imageFolder), asImage, columns))
    {
        _asImage = asImage;
        _columns = columns;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (column.ItemType is not TextDataViewType || column.Kind != SchemaShape.Column.VectorKind.Scalar)
            throw ShapeColumns.Mismatch(pair.Input, "String", column);
        return _asImage
            ? new SchemaShape.Column(pair.Output, SchemaShape.Column.VectorKind.Scalar, new ImageDataViewType(), false)
            : new SchemaShape.Column(pair.Output, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Byte, false);
    }));

    private static string? Existing(string? folder) => string.IsNullOrEmpty(folder) || Directory.Exists(folder)
        ? folder
        : throw new ArgumentException($"There is no folder of images '{folder}'.", nameof(folder));
}
