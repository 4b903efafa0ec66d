using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Makes vectors of images: (value - offset) * scale, a plane a colour or all colours of a pixel together.</summary>
public sealed class ImagePixelExtractingTransformer : OneToOneTransformerBase
{
    private readonly (PixelLayout Layout, bool AsSingle)[] _settings;

    internal ImagePixelExtractingTransformer(
        IHostEnvironment environment, (string Output, string Input)[] columns, (PixelLayout Layout, bool AsSingle)[] settings)
        : base(environment.Register(nameof(ImagePixelExtractingTransformer)), columns)
    {
        foreach (var (layout, _) in settings)
        {
            if (!layout.IsValid)
                throw new ArgumentException($"Pixels cannot be extracted as {layout}: at least one colour, a finite offset and a finite scale other than 0 are needed.", nameof(settings));
        }

        _settings = settings;
    }

    [Loadable("ImagePixelExtractor")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("IMGPXEXT", 0x00010003, 0x00010002);
        var columns = ColumnPairBlock.Read(reader);
        var settings = new (PixelLayout Layout, bool AsSingle)[columns.Length];
        for (var index = 0; index < settings.Length; index++)
        {
            var colours = (ImagePixelExtractingEstimator.ColorBits)reader.ReadByte();
            var order = reader.Header.VersionWritten >= 0x00010003
                ? (ImagePixelExtractingEstimator.ColorsOrder)reader.ReadByte()
                : ImagePixelExtractingEstimator.ColorsOrder.ARGB;
            var asSingle = reader.ReadBoolean();
            var offset = reader.ReadSingle();
            var scale = reader.ReadSingle();
            settings[index] = (new PixelLayout(colours, order, reader.ReadBoolean(), offset, scale), asSingle);
            if (!settings[index].Layout.IsValid)
                throw reader.Fault($"pixels cannot be extracted as {settings[index].Layout}");
        }

        return new ImagePixelExtractingTransformer(context.Environment, columns, settings);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        ImageMapper.CheckImages(inputs);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var image = (ImageDataViewType)inputs[index].Type;
            if (image.Height == 0)
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"The images of column '{inputs[index].Name}' have no known size; resize them before pixels are extracted.");
            var (layout, asSingle) = _settings[index];
            PrimitiveDataViewType item = asSingle ? NumberDataViewType.Single : NumberDataViewType.Byte;
            var channels = layout.Channels.Length;
            var type = layout.IsInterleaved
                ? new VectorDataViewType(item, image.Height, image.Width, channels)
                : new VectorDataViewType(item, channels, image.Height, image.Width);
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, type);
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => _settings[index].AsSingle
            ? CreateGetter(row, inputs[index], _settings[index].Layout, value => (value - _settings[index].Layout.Offset) * _settings[index].Layout.Scale)
            : CreateGetter(row, inputs[index], _settings[index].Layout, value => value));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("IMGPXEXT", 0x00010003, 0x00010002, "ImagePixelExtractor", MlNetAssemblies.ImageAnalytics));
        ColumnPairBlock.Write(block, Columns);
        foreach (var (layout, asSingle) in _settings)
        {
            block.WriteByte((byte)layout.Colours);
            block.WriteByte((byte)layout.Order);
            block.WriteBoolean(asSingle);
            block.WriteSingle(layout.Offset);
            block.WriteSingle(layout.Scale);
            block.WriteBoolean(layout.IsInterleaved);
        }
    }

    private static ValueGetter<VBuffer<T>> CreateGetter<T>(DataViewRow row, DataViewSchema.Column input, PixelLayout layout, Func<byte, T> convert)
    {
        var get = row.GetGetter<MLImage>(input);
        var type = (ImageDataViewType)input.Type;
        var channels = layout.Channels;
        var table = Enumerable.Range(0, 256).Select(value => convert((byte)value)).ToArray();
        var count = type.Height * type.Width;
        MLImage image = null!;
        return (ref VBuffer<T> value) =>
        {
            get(ref image);
            if (image is null)
            {
                value = VBufferEditor.Create(ref value, count * channels.Length, 0).Commit();
                return;
            }

            if (image.Height != type.Height || image.Width != type.Width)
                throw new InvalidOperationException($"An image of {type.Width} x {type.Height} pixels was expected. Received: {image.Width} x {image.Height}.");
            var editor = VBufferEditor.Create(ref value, count * channels.Length);
            var pixels = image.Pixels;
            for (var channel = 0; channel < channels.Length; channel++)
            {
                var place = PixelLayout.PlaceOf(channels[channel], image.Places);
                for (var pixel = 0; pixel < count; pixel++)
                    editor.Values[layout.IsInterleaved ? (pixel * channels.Length) + channel : (channel * count) + pixel] = table[pixels[(pixel * MLImage.BytesPerPixel) + place]];
            }

            value = editor.Commit();
        };
    }
}
