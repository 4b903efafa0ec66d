using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Scales images to one size.</summary>
public sealed class ImageResizingEstimator : TrivialEstimator<ImageResizingTransformer>
{
    private readonly (string Output, string Input)[] _columns;
    private readonly ImageDataViewType _type;

    /// <summary>What becomes of images of another shape.</summary>
    public enum ResizingKind : byte
    {
        /// <summary>They are padded.</summary>
        IsoPad = 0,

        /// <summary>They are cropped.</summary>
        IsoCrop = 1,

        /// <summary>They are stretched.</summary>
        Fill = 2,
    }

    /// <summary>Which part of an image is kept when it is cropped.</summary>
    public enum Anchor : byte
    {
        /// <summary>The right.</summary>
        Right = 0,

        /// <summary>The left.</summary>
        Left = 1,

        /// <summary>The top.</summary>
        Top = 2,

        /// <summary>The bottom.</summary>
        Bottom = 3,

        /// <summary>The centre.</summary>
        Center = 4,
    }

    internal ImageResizingEstimator(IHostEnvironment environment, (string Output, string Input) column, ResizingSettings settings)
        : base(environment.Register(nameof(ImageResizingEstimator)), new ImageResizingTransformer(environment, [column], [settings]))
    {
        _columns = [column];
        _type = new ImageDataViewType(settings.Height, settings.Width);
    }

    /// <inheritdoc/>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        ImageMapper.CheckImage(ShapeColumns.Input(inputSchema, pair.Input));
        return new SchemaShape.Column(pair.Output, SchemaShape.Column.VectorKind.Scalar, _type, false);
    }));
}
