namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>
/// Images with the border of zeros a convolution wants. Each worker has one image's room, whose border is zero from the start and never
/// written; without padding the image is used where it lies.
/// </summary>
internal sealed unsafe class PaddedImages
{
    private readonly Tensor _tensor;
    private readonly int _top;
    private readonly int _left;
    private readonly float*[] _scratch;

    public PaddedImages(Arena arena, Tensor tensor, int top, int left, int height, int width, int workers)
    {
        _tensor = tensor;
        _top = top;
        _left = left;
        Row = (nint)width * tensor.Channels;
        Length = height * Row;
        IsPadded = height != tensor.Shape.Height || width != tensor.Shape.Width;
        _scratch = IsPadded ? arena.Floats(workers, Length) : [];
    }

    public bool IsPadded { get; }

    /// <summary>From one row of a padded image to the next.</summary>
    public nint Row { get; }

    /// <summary>Values of a padded image.</summary>
    public nint Length { get; }

    /// <summary>Copies what lies inside the border, for example of a gradient, to an image without one.</summary>
    public void CopyInside(float* padded, float* destination)
    {
        var length = _tensor.Shape.Width * _tensor.Channels;
        var source = padded + (_top * Row) + (_left * _tensor.Channels);
        for (var row = 0; row < _tensor.Shape.Height; row++)
            new ReadOnlySpan<float>(source + (row * Row), length).CopyTo(new Span<float>(destination + ((nint)row * length), length));
    }

    /// <summary>The image with its border, valid until this worker asks for another.</summary>
    public float* Image(int image, int worker)
    {
        var source = _tensor.Values + (image * _tensor.ImageStride);
        if (!IsPadded)
            return source;
        var length = _tensor.Shape.Width * _tensor.Channels;
        var destination = _scratch[worker] + (_top * Row) + (_left * _tensor.Channels);
        for (var row = 0; row < _tensor.Shape.Height; row++)
            new ReadOnlySpan<float>(source + ((nint)row * length), length).CopyTo(new Span<float>(destination + (row * Row), length));
        return _scratch[worker];
    }
}
