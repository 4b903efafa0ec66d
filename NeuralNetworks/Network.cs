using System.Collections.Concurrent;
using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Kernels;
using MlNetFashion.NeuralNetworks.Planning;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks;

/// <summary>A trained network: an architecture and its weights. Immutable; predicting is safe from any number of threads at once.</summary>
public sealed class Network
{
    private const int ImagesTogether = 64;
    private static readonly WorkerPool CallingThread = new(1);

    private readonly ImmutableArray<ResolvedLayer> _layers;
    private readonly Lazy<InferenceForm> _inference;
    private readonly ConcurrentBag<ExecutionPlan> _plans = []; // one for each call at work at the same time

    private Network(NetworkArchitecture architecture, ImmutableArray<ResolvedLayer> layers, ImmutableArray<LayerParameters> parameters)
    {
        Architecture = architecture;
        _layers = layers;
        Parameters = parameters;
        _inference = new Lazy<InferenceForm>(() => InferenceForm.Of(architecture, parameters, SimdChoice.Current));
    }

    /// <summary>The layers, without weights.</summary>
    public NetworkArchitecture Architecture { get; }

    /// <summary>The weights, one entry a layer in order; empty arrays for layers without any. Not to be changed.</summary>
    public ImmutableArray<LayerParameters> Parameters { get; }

    /// <summary>Length of the output vector.</summary>
    public int Classes => _layers[^1].Output.Shape.Size;

    /// <summary>The last dense layer, whose softmax gives the probabilities.</summary>
    /// <exception cref="InvalidOperationException">The network does not end in a dense layer with softmax.</exception>
    public DenseHead Head
    {
        get
        {
            var (features, classes) = HeadSize();
            var kernel = Parameters[^1]["kernel"].Values;
            var weights = new float[kernel.Length];
            for (var i = 0; i < features; i++)
            {
                for (var j = 0; j < classes; j++)
                    weights[(j * features) + i] = kernel[(i * classes) + j];
            }

            var bias = Parameters[^1].Arrays.FirstOrDefault(array => array.Name == "bias");
            return new DenseHead(weights, bias is null ? new float[classes] : [.. bias.Values]);
        }
    }

    /// <summary>Puts weights into an architecture; the values are copied.</summary>
    /// <exception cref="ArgumentException">An array is missing or has another shape; the message names it.</exception>
    public static Network FromParameters(NetworkArchitecture architecture, ImmutableArray<LayerParameters> parameters)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var layers = architecture.Resolve();
        return new Network(architecture, layers, ParameterStart.Check(architecture.Name, layers, parameters));
    }

    /// <summary>All layers before the last dense layer; its output is the vector of features that <see cref="Head"/> classifies.</summary>
    /// <exception cref="InvalidOperationException">The network does not end in a dense layer with softmax, or consists of it alone.</exception>
    public Network WithoutHead()
    {
        _ = HeadSize();
        if (_layers.Length == 1)
            throw new InvalidOperationException($"Network '{Architecture.Name}' consists of its classifying layer alone: nothing is left without it.");
        var architecture = Architecture with { Layers = Architecture.Layers[..^1] };
        return new Network(architecture, _layers[..^1], Parameters[..^1]);
    }

    /// <summary>Outputs of images.</summary>
    /// <param name="images"><c>[count, height, width, channels]</c>, scaled as in training.</param>
    /// <param name="count">Number of images.</param>
    /// <param name="outputs">Receives <c>[count, classes]</c>.</param>
    /// <param name="averageFlips">Whether each output is the mean of the image's and of its mirror image's: twice the work, often a few tenths
    /// of a percent more accurate where left and right mean nothing. The default value is false.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public void Predict(ReadOnlySpan<float> images, int count, Span<float> outputs, bool averageFlips = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (images.Length < (long)count * Architecture.Input.Size)
            throw new ArgumentException($"Network '{Architecture.Name}' expects {(long)count * Architecture.Input.Size} values for {count} images. Received: {images.Length}.", nameof(images));
        if (outputs.Length < (long)count * Classes)
            throw new ArgumentException($"Network '{Architecture.Name}' expects room for {(long)count * Classes} outputs. Received: {outputs.Length}.", nameof(outputs));
        Run(images, count, outputs);
        if (averageFlips)
            AverageWithFlips(images[..(count * Architecture.Input.Size)], outputs[..(count * Classes)]);
    }

    private void AverageWithFlips(ReadOnlySpan<float> images, Span<float> outputs)
    {
        var (row, channels) = (Architecture.Input.Width * Architecture.Input.Channels, Architecture.Input.Channels);
        var mirrored = new float[images.Length];
        for (var start = 0; start < images.Length; start += row)
        {
            for (var column = 0; column < row; column += channels)
                images.Slice(start + column, channels).CopyTo(mirrored.AsSpan(start + row - channels - column, channels));
        }

        var others = new float[outputs.Length];
        Run(mirrored, images.Length / Architecture.Input.Size, others);
        for (var i = 0; i < others.Length; i++)
            outputs[i] = (outputs[i] + others[i]) / 2;
    }

    private unsafe void Run(ReadOnlySpan<float> images, int count, Span<float> outputs)
    {
        fixed (float* first = images, target = outputs)
        {
            var (source, destination) = ((nint)first, (nint)target);
            if (count <= ImagesTogether)
                Run((float*)source, count, (float*)destination);
            else
                Parallel.For(0, (count + ImagesTogether - 1) / ImagesTogether, chunk =>
                {
                    var skipped = (long)chunk * ImagesTogether;
                    Run((float*)source + (skipped * Architecture.Input.Size), (int)Math.Min(ImagesTogether, count - skipped), (float*)destination + (skipped * Classes));
                });
        }
    }

    private unsafe void Run(float* images, int count, float* outputs)
    {
        if (!_plans.TryTake(out var plan))
        {
            var form = _inference.Value;
            plan = ExecutionPlan.Create(form.Architecture, form.Layers, form.Weights, new PlanOptions(ImagesTogether, 1, Trains: false));
        }

        plan.Predict(images, count, outputs, CallingThread);
        _plans.Add(plan);
    }

    private (int Features, int Classes) HeadSize() => _layers[^1] is { Layer: Dense { Activation: Activation.Softmax } } last
        ? (last.Input.Shape.Size, last.Output.Shape.Size)
        : throw new InvalidOperationException(
            $"A classifier's head was expected: a last layer Dense with softmax. Network '{Architecture.Name}' ends in {_layers[^1].Layer.TypeName}.");
}
