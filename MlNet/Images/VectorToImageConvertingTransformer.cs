using System.Numerics;
using System.Reflection;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Image;

/// <summary>Makes images of vectors: value * scale - offset, cut off at 0 and 255.</summary>
public sealed class VectorToImageConvertingTransformer : OneToOneTransformerBase
{
    private readonly (ImageDataViewType Type, PixelLayout Layout, DefaultColours Defaults)[] _settings;

    internal VectorToImageConvertingTransformer(
        IHostEnvironment environment,
        (string Output, string Input)[] columns,
        (ImageDataViewType Type, PixelLayout Layout, DefaultColours Defaults)[] settings)
        : base(environment.Register(nameof(VectorToImageConvertingTransformer)), columns)
    {
        foreach (var (_, layout, _) in settings)
        {
            if (!layout.IsValid)
                throw new ArgumentException($"Images cannot be made of {layout}: at least one colour, a finite offset and a finite scale other than 0 are needed.", nameof(settings));
        }

        _settings = settings;
    }

    [Loadable("VectorToImageConverter")]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion("VECTOIMG", 0x00010003, 0x00010003);
        var columns = ColumnPairBlock.Read(reader);
        var settings = new (ImageDataViewType Type, PixelLayout Layout, DefaultColours Defaults)[columns.Length];
        for (var index = 0; index < settings.Length; index++)
        {
            var colours = (ImagePixelExtractingEstimator.ColorBits)reader.ReadByte();
            var order = (ImagePixelExtractingEstimator.ColorsOrder)reader.ReadByte();
            var width = reader.ReadInt32();
            var height = reader.ReadInt32();
            var offset = reader.ReadSingle();
            var scale = reader.ReadSingle();
            var layout = new PixelLayout(colours, order, reader.ReadBoolean(), offset, scale);
            var defaults = new DefaultColours(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            if (!layout.IsValid || height <= 0 || width <= 0 || (long)height * width > int.MaxValue / MLImage.BytesPerPixel)
                throw reader.Fault($"images of {width} x {height} pixels cannot be made of {layout}");
            settings[index] = (new ImageDataViewType(height, width), layout, defaults);
        }

        return new VectorToImageConvertingTransformer(context.Environment, columns, settings);
    }

    internal static bool Supports(DataViewType itemType) =>
        itemType.Equals(NumberDataViewType.Single) || itemType.Equals(NumberDataViewType.Double) || itemType.Equals(NumberDataViewType.Byte);

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        var outputs = new DataViewSchema.DetachedColumn[inputs.Length];
        for (var index = 0; index < outputs.Length; index++)
        {
            var (type, layout, _) = _settings[index];
            var expected = type.Height * type.Width * layout.Channels.Length;
            if (inputs[index].Type is not VectorDataViewType vector || vector.Size != expected || !Supports(vector.ItemType))
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Schema mismatch for input column '{inputs[index].Name}': expected a vector of {expected} Single, Double or Byte, got {inputs[index].Type}");
            outputs[index] = new DataViewSchema.DetachedColumn(Columns[index].Output, type);
        }

        return new OneToOneMapper(inputs, outputs, (row, index) => (Delegate)typeof(VectorToImageConvertingTransformer)
            .GetMethod(nameof(CreateGetter), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(((VectorDataViewType)inputs[index].Type).ItemType.RawType).Invoke(null, [row, inputs[index], _settings[index]])!);
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("VECTOIMG", 0x00010003, 0x00010002, "VectorToImageConverter", MlNetAssemblies.ImageAnalytics));
        ColumnPairBlock.Write(block, Columns);
        foreach (var (type, layout, defaults) in _settings)
        {
            block.WriteByte((byte)layout.Colours);
            block.WriteByte((byte)layout.Order);
            block.WriteInt32(type.Width);
            block.WriteInt32(type.Height);
            block.WriteSingle(layout.Offset);
            block.WriteSingle(layout.Scale);
            block.WriteBoolean(layout.IsInterleaved);
            block.WriteInt32(defaults.Alpha);
            block.WriteInt32(defaults.Red);
            block.WriteInt32(defaults.Green);
            block.WriteInt32(defaults.Blue);
        }
    }

    private static ValueGetter<MLImage> CreateGetter<T>(
        DataViewRow row, DataViewSchema.Column input, (ImageDataViewType Type, PixelLayout Layout, DefaultColours Defaults) settings)
        where T : INumber<T>
    {
        var (type, layout, defaults) = settings;
        var get = row.GetGetter<VBuffer<T>>(input);
        var count = type.Height * type.Width;
        var channels = layout.Channels;
        var scaled = typeof(T) != typeof(byte) && (layout.Offset != 0 || layout.Scale != 1);
        byte[] empty = [Level(defaults.Blue), Level(defaults.Green), Level(defaults.Red), scaled ? (byte)0 : Level(defaults.Alpha)];
        var values = new T[count * channels.Length];
        var vector = default(VBuffer<T>);
        return (ref MLImage image) =>
        {
            image?.Dispose();
            get(ref vector);
            if (vector.GetValues().IsEmpty)
            {
                image = null!;
                return;
            }

            if (vector.Length != values.Length)
                throw new InvalidOperationException($"A vector of {values.Length} values was expected for an image. Received: {vector.Length}.");
            vector.CopyTo(values);
            var pixels = new byte[count * MLImage.BytesPerPixel];
            for (var pixel = 0; pixel < pixels.Length; pixel += MLImage.BytesPerPixel)
                empty.CopyTo(pixels, pixel);
            for (var channel = 0; channel < channels.Length; channel++)
            {
                var place = PixelLayout.PlaceOf(channels[channel], (2, 1, 0, 3));
                for (var pixel = 0; pixel < count; pixel++)
                {
                    var value = float.CreateTruncating(values[layout.IsInterleaved ? (pixel * channels.Length) + channel : (channel * count) + pixel]);
                    pixels[(pixel * MLImage.BytesPerPixel) + place] = scaled ? Level(value) : (byte)Math.Clamp(value, 0, 255);
                }
            }

            image = MLImage.Over(type.Width, type.Height, MLPixelFormat.Bgra32, pixels, nameof(VectorToImageConvertingTransformer));
        };

        byte Level(float value) => (byte)Math.Clamp(scaled ? MathF.Round((value * layout.Scale) - layout.Offset) : value, 0, 255);
    }
}
