using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Gathers a batch: packed bytes become floats just before the first layer reads them.</summary>
internal sealed unsafe class InputStage<TSimd, TVector>(PlanState state, Tensor output) : Stage(state)
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private readonly int _size = output.Shape.Size;
    private ImageSet? _images;
    private int[] _rows = [];
    private int _firstRow;
    private float* _values;

    public override string Description => $"gather {output.Shape} from the image set";

    /// <summary>The next batch: images <paramref name="rows"/>[<paramref name="firstRow"/>] and on.</summary>
    public void Take(ImageSet images, int[] rows, int firstRow) => (_images, _rows, _firstRow) = (images, rows, firstRow);

    /// <summary>The next batch: plain values, which must stay where they are until the pass is done.</summary>
    public void Take(float* values)
    {
        _images = null;
        _values = values;
    }

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, _) =>
    {
        for (var image = first; image < first + count; image++)
        {
            var values = output.Values + (image * output.ImageStride);
            Gather(image, values);
            if (output.Channels != output.Shape.Channels)
                SpreadPixels(values);
        }
    });

    public override void AddBackward(JobList jobs)
    {
    }

    /// <summary>Moves pixels apart, from the last on, so that each begins a whole vector; the gaps are zero.</summary>
    private void SpreadPixels(float* values)
    {
        var (own, padded) = (output.Shape.Channels, output.Channels);
        for (var pixel = (_size / own) - 1; pixel >= 0; pixel--)
        {
            var target = new Span<float>(values + ((nint)pixel * padded), padded);
            new ReadOnlySpan<float>(values + ((nint)pixel * own), own).CopyTo(target);
            target[own..].Clear();
        }
    }

    private void Gather(int image, float* destination)
    {
        var target = new Span<float>(destination, _size);
        if (_images is null)
        {
            new ReadOnlySpan<float>(_values + ((long)image * _size), _size).CopyTo(target);
            return;
        }

        var row = _rows[_firstRow + image];
        var bytes = _images.BytesOf(row);
        if (bytes.IsEmpty)
        {
            _images.FloatsOf(row).CopyTo(target);
            return;
        }

        fixed (byte* source = bytes)
            Vectors<TSimd, TVector>.FromBytes(source, _images.Scale, _size, destination);
    }
}
