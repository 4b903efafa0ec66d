using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Scales images to one size.</summary>
public sealed class ImageResizingTransformer : OneToOneTransformerBase
{
    private readonly ResizingSettings[] _settings;

    internal ImageResizingTransformer(IHostEnvironment environment, (string Output, string Input)[] columns, ResizingSettings[] settings)
        : base(environment.Register(nameof(ImageResizingTransformer)), columns)
    {
        _settings = settings;
    }

    [Loadable("ImageScalerTransform")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("IMGSCALF", 0x00010003, 0x00010003);
        var columns = ColumnPairBlock.Read(reader);
        var settings = new ResizingSettings[columns.Length];
        for (var index = 0; index < settings.Length; index++)
        {
            var width = reader.ReadInt32();
            var height = reader.ReadInt32();
            var kind = (ImageResizingEstimator.ResizingKind)reader.ReadByte();
            var anchor = (ImageResizingEstimator.Anchor)reader.ReadByte();
            if (width <= 0 || height <= 0 || !Enum.IsDefined(kind) || !Enum.IsDefined(anchor) || (long)width * height > int.MaxValue / MLImage.BytesPerPixel)
                throw reader.Fault($"images cannot be scaled to {width} x {height} in the way {(byte)kind}, {(byte)anchor}");
            settings[index] = new ResizingSettings(width, height, kind, anchor);
        }

        return new ImageResizingTransformer(context.Environment, columns, settings);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        ImageMapper.CheckImages(inputs);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, new ImageDataViewType(_settings[index].Height, _settings[index].Width));
        return new OneToOneMapper(
            inputs, outputs, (row, index) => ImageMapper.CreateGetter(row, inputs[index], image => ImageScaling.Scale(image, _settings[index])));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("IMGSCALF", 0x00010003, 0x00010003, "ImageScalerTransform", MlNetAssemblies.ImageAnalytics));
        ColumnPairBlock.Write(block, Columns);
        foreach (var settings in _settings)
        {
            block.WriteInt32(settings.Width);
            block.WriteInt32(settings.Height);
            block.WriteByte((byte)settings.Kind);
            block.WriteByte((byte)settings.Anchor);
        }
    }
}
