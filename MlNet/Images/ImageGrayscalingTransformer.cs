using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Makes images grey.</summary>
public sealed class ImageGrayscalingTransformer : OneToOneTransformerBase
{
    private const float RedWeight = 0.3f;
    private const float GreenWeight = 0.59f;
    private const float BlueWeight = 0.11f;

    internal ImageGrayscalingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ImageGrayscalingTransformer)), columns)
    {
    }

    [Loadable("ImageGrayscaleTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("IMGGRAYT", 0x00010001, 0x00010001);
        return new ImageGrayscalingTransformer(context.Environment, ColumnPairBlock.Read(context.Reader));
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        ImageMapper.CheckImages(inputs);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, inputs[index].Type);
        return new OneToOneMapper(inputs, outputs, (row, index) => ImageMapper.CreateGetter(row, inputs[index], ToGrey));
    }

    private protected override void SaveModel(ModelSaveContext ctx) => ColumnPairBlock.Write(
        ctx.Begin(new ModelBlockHeader("IMGGRAYT", 0x00010001, 0x00010001, "ImageGrayscaleTransform", MlNetAssemblies.ImageAnalytics)), Columns);

    private static MLImage ToGrey(MLImage image)
    {
        var (red, green, blue, _) = image.Places;
        var pixels = image.Pixels.ToArray();
        for (var pixel = 0; pixel < pixels.Length; pixel += MLImage.BytesPerPixel)
        {
            var grey = (byte)MathF.Round((RedWeight * pixels[pixel + red]) + (GreenWeight * pixels[pixel + green]) + (BlueWeight * pixels[pixel + blue]));
            pixels.AsSpan(pixel, 3).Fill(grey);
        }

        return MLImage.Over(image.Width, image.Height, image.PixelFormat, pixels, image.Tag);
    }
}
