using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlNetFashion.NeuralNetworks.Kernels;

namespace MlNetFashion.NeuralNetworks.Planning;

/// <summary>Gathers a batch: packed bytes become floats, and are changed at random, just before the first layer reads them.</summary>
internal sealed unsafe class InputStage<TSimd, TVector> : Stage
    where TVector : struct
    where TSimd : struct, ISimd<TVector>
{
    private const int ImagesAhead = 8; // at random places of a large set: each is asked for while others are converted

    private readonly Tensor _output;
    private readonly int _size;
    private readonly ImageAugmenter? _augmenter;
    private readonly float*[] _scratch = [];
    private ImageSet? _images;
    private int[] _rows = [];
    private int _firstRow;
    private float* _values;

    public InputStage(PlanState state, Arena arena, Tensor output, Augmentation? augmentation)
        : base(state)
    {
        _output = output;
        _size = output.Shape.Size;
        if (augmentation is null || !augmentation.ChangesImages)
            return;
        _augmenter = new ImageAugmenter(augmentation, output.Shape, state.Seed);
        _scratch = arena.Floats(state.Workers, _augmenter.ScratchLength);
    }

    public override string Description => $"gather {_output.Shape} from the image set{(_augmenter is null ? "" : ", changed at random")}";

    /// <summary>The next batch: images <paramref name="rows"/>[<paramref name="firstRow"/>] and on.</summary>
    public void Take(ImageSet images, int[] rows, int firstRow) => (_images, _rows, _firstRow) = (images, rows, firstRow);

    /// <summary>The next batch: plain values, which must stay where they are until the pass is done.</summary>
    public void Take(float* values)
    {
        _images = null;
        _values = values;
    }

    /// <summary>Which image of the set is at a place of the batch.</summary>
    public int RowOf(int place) => _rows[_firstRow + place];

    public override void AddForward(JobList jobs) => jobs.PerImage((first, count, _, worker) =>
    {
        for (var image = first; image < first + count; image++)
        {
            var values = _output.Values + (image * _output.ImageStride);
            if (_images is not null)
                AskFor(image + ImagesAhead);
            Gather(image, values);
            if (_augmenter is not null && State.Training)
                _augmenter.Apply(new Span<float>(values, _size), new Span<float>(_scratch[worker], _size), State.Epoch, RowOf(image));
            if (_output.Channels != _output.Shape.Channels)
                SpreadPixels(values);
        }
    });

    public override void AddBackward(JobList jobs)
    {
    }

    /// <summary>Moves pixels apart, from the last on, so that each begins a whole vector; the gaps are zero.</summary>
    private void SpreadPixels(float* values)
    {
        var (own, padded) = (_output.Shape.Channels, _output.Channels);
        for (var pixel = (_size / own) - 1; pixel >= 0; pixel--)
        {
            var target = new Span<float>(values + ((nint)pixel * padded), padded);
            new ReadOnlySpan<float>(values + ((nint)pixel * own), own).CopyTo(target);
            target[own..].Clear();
        }
    }

    /// <summary>Has an image of this batch or the next one on its way to the cache.</summary>
    private void AskFor(int place)
    {
        if (_firstRow + place >= _rows.Length)
            return;
        var row = RowOf(place);
        var bytes = _images!.BytesOf(row);
        var begin = bytes.IsEmpty ? MemoryMarshal.AsBytes(_images.FloatsOf(row)) : bytes;
        Cache.Prefetch((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(begin)), (begin.Length / sizeof(float)) + Cache.Line - 1);
    }

    private void Gather(int image, float* destination)
    {
        var target = new Span<float>(destination, _size);
        if (_images is null)
        {
            new ReadOnlySpan<float>(_values + ((long)image * _size), _size).CopyTo(target);
            return;
        }

        var row = RowOf(image);
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
