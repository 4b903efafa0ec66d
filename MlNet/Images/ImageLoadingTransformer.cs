using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Image;

namespace Microsoft.ML.Data;

/// <summary>Reads images, or the bytes of their files.</summary>
public sealed class ImageLoadingTransformer : OneToOneTransformerBase
{
    /// <summary>The folder that the names are relative to; null for none.</summary>
    public readonly string? ImageFolder;

    private readonly bool _asImage;

    internal ImageLoadingTransformer(IHostEnvironment environment, string? imageFolder, bool asImage, (string Output, string Input)[] columns)
        : base(environment.Register(nameof(ImageLoadingTransformer)), columns)
    {
        ImageFolder = imageFolder;
        _asImage = asImage;
    }

    [Loadable("ImageLoaderTransform")]
    internal static object Load(ModelLoadContext context)
    {
        context.Reader.CheckVersion("IMGLOADR", 0x00010003, 0x00010002);
        var columns = ColumnPairBlock.Read(context.Reader);
        var folder = context.Reader.ReadString();
        var asImage = context.Reader.Header.VersionWritten < 0x00010003 || context.Reader.ReadBoolean();
        return new ImageLoadingTransformer(context.Environment, folder, asImage, columns);
    }

    private protected override IRowMapper MakeRowMapper(DataViewSchema inputSchema)
    {
        var inputs = InputColumnsOf(inputSchema);
        DataViewType type = _asImage ? new ImageDataViewType() : new VectorDataViewType(NumberDataViewType.Byte);
        foreach (var input in inputs)
        {
            if (input.Type is not TextDataViewType)
                throw new ArgumentOutOfRangeException(nameof(inputSchema), $"Schema mismatch for input column '{input.Name}': expected String, got {input.Type}");
        }

        return new OneToOneMapper(
            inputs,
            Array.ConvertAll(Columns, pair => new DataViewSchema.DetachedColumn(pair.Output, type)),
            (row, index) => CreateGetter(row.GetGetter<ReadOnlyMemory<char>>(inputs[index])));
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader("IMGLOADR", 0x00010003, 0x00010002, "ImageLoaderTransform", MlNetAssemblies.ImageAnalytics));
        ColumnPairBlock.Write(block, Columns);
        block.WriteString(ImageFolder);
        block.WriteBoolean(_asImage);
    }

    private Delegate CreateGetter(ValueGetter<ReadOnlyMemory<char>> getName)
    {
        var name = default(ReadOnlyMemory<char>);
        if (_asImage)
        {
            return (ValueGetter<MLImage>)((ref MLImage value) =>
            {
                value?.Dispose();
                getName(ref name);
                value = name.IsEmpty ? null! : Read(name, MLImage.CreateFromFile);
            });
        }

        return (ValueGetter<VBuffer<byte>>)((ref VBuffer<byte> value) =>
        {
            getName(ref name);
            var bytes = name.IsEmpty ? [] : Read(name, File.ReadAllBytes);
            value = new VBuffer<byte>(bytes.Length, bytes);
        });
    }

    /// <exception cref="InvalidOperationException">The file is missing or no image, as in ML.NET.</exception>
    private T Read<T>(ReadOnlyMemory<char> name, Func<string, T> read)
    {
        var path = string.IsNullOrWhiteSpace(ImageFolder) ? name.ToString() : Path.Combine(ImageFolder, name.ToString());
        if (!File.Exists(path))
            throw new InvalidOperationException($"Image {name} was not found.", new FileNotFoundException($"The image file '{path}' does not exist.", path));
        try
        {
            return read(path);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"Failed to load image {name}: {exception.Message}", exception);
        }
    }
}
