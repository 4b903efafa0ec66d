using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Makes images of vectors.</summary>
public sealed class VectorToImageConvertingEstimator : TrivialEstimator<VectorToImageConvertingTransformer>
{
    private readonly (string Output, string Input)[] _columns;
    private readonly ImageDataViewType _type;

    internal VectorToImageConvertingEstimator(
        IHostEnvironment environment, (string Output, string Input) column, ImageDataViewType type, PixelLayout layout, DefaultColours defaults)
        : base(
            environment.Register(nameof(VectorToImageConvertingEstimator)),
            new VectorToImageConvertingTransformer(environment, [column], [(type, layout, defaults)]))
    {
        _columns = [column];
        _type = type;
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (column.Kind != SchemaShape.Column.VectorKind.Vector || !VectorToImageConvertingTransformer.Supports(column.ItemType))
            throw ShapeColumns.Mismatch(pair.Input, "known-size vector of Single, Double or Byte", column);
        return new SchemaShape.Column(pair.Output, SchemaShape.Column.VectorKind.Scalar, _type, false);
    }));
}
