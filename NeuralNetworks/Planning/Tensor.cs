namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// A batch of activations as kernels see it: <c>[image, height, width, channels]</c> with the channels padded to whole vectors. Padding
/// holds zeros, always. Only a network's input keeps its own number of channels.
/// </summary>
internal sealed unsafe class Tensor
{
    private Tensor(TensorShape shape, int channels, int size, int imageStride)
    {
        Shape = shape;
        Channels = channels;
        Size = size;
        ImageStride = imageStride;
    }

    public TensorShape Shape { get; }

    /// <summary>Physical channels: from one pixel to the next.</summary>
    public int Channels { get; }

    /// <summary>Physical length of one image, in whole vectors.</summary>
    public int Size { get; }

    /// <summary>From one image to the next.</summary>
    public nint ImageStride { get; }

    public float* Values { get; private init; }

    /// <summary>Gradient of the loss by the values; null where nobody needs it.</summary>
    public float* Gradient { get; private init; }

    public bool NeedsGradient => Gradient != null;

    /// <summary>A tensor of <paramref name="images"/> images with channels padded to the vector width.</summary>
    public static Tensor Create(Arena arena, TensorShape shape, int images, int width, bool gradient) =>
        Create(arena, shape, RoundUp(shape.Channels, width), images, width, gradient);

    /// <summary>A tensor that lies as another does.</summary>
    public static Tensor Like(Arena arena, Tensor other, int images, bool gradient) => new(other.Shape, other.Channels, other.Size, (int)other.ImageStride)
    {
        Values = arena.Floats(other.ImageStride * images),
        Gradient = gradient ? arena.Floats(other.ImageStride * images) : null,
    };

    /// <summary>A network's input, channels unpadded, the image's end padded to a whole vector.</summary>
    public static Tensor CreateInput(Arena arena, TensorShape shape, int images, int width) =>
        Create(arena, shape, shape.Channels, images, width, gradient: false);

    /// <summary>The same values under a gradient of their own: where one activation has two users.</summary>
    public Tensor Alias(Arena arena, int images) =>
        new(Shape, Channels, Size, (int)ImageStride) { Values = Values, Gradient = NeedsGradient ? arena.Floats(ImageStride * images) : null };

    public static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static Tensor Create(Arena arena, TensorShape shape, int channels, int images, int width, bool gradient)
    {
        var size = RoundUp(checked(shape.Height * shape.Width * channels), width);

        // Rows a multiple of 512 bytes apart would share few cache sets.
        var stride = size % 128 == 0 ? size + width : size;
        return new Tensor(shape, channels, size, stride)
        {
            Values = arena.Floats((long)stride * images),
            Gradient = gradient ? arena.Floats((long)stride * images) : null,
        };
    }
}
