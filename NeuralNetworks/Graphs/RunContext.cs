using System.Collections.Immutable;
using MlNetFashion.NeuralNetworks.Threading;

namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>What operations of one run share: memory, threads, and the step at hand for error sentences. Not for several runs at once.</summary>
/// <param name="resources">Where memory comes from and goes to, and where threads are.</param>
/// <param name="threads">How many threads an operation may use. What it computes does not depend on it.</param>
internal sealed class RunContext(RunResources resources, int threads)
{
    /// <summary>The most values a tensor may have; whole numbers, which take twice the memory, half of that.</summary>
    public const long LargestTensor = 1 << 27;

    /// <summary>The most bytes all tensors of a run may take at a time, beside weights.</summary>
    public const long LargestRun = 4L << 30;

    private long _bytes;

    /// <summary>The step at hand, as error sentences name it.</summary>
    public string Step { get; set; } = "";

    /// <summary>The tensors that nobody needs after the step at hand.</summary>
    public List<DenseTensor> Dying { get; } = [];

    public int Threads => threads;

    public InvalidDataException Fault(string what) => new($"{Step} {what}");

    /// <summary>A tensor whose values are to be written, all of them.</summary>
    /// <exception cref="InvalidDataException">The shape is impossible, or too much memory would be needed.</exception>
    public DenseTensor Rent(ElementType type, ImmutableArray<int> shape, bool channelsLast = false)
    {
        var most = type == ElementType.Single ? LargestTensor : LargestTensor / 2;
        if (DenseTensor.CountOf(shape) is not { } count || count > most)
            throw Fault($"would give a tensor of shape [{string.Join(", ", shape.Take(16))}]; at most {most} values can be held.");
        var storage = resources.Tensors.Take(type, (int)count);
        _bytes += storage.Bytes;
        if (_bytes > LargestRun)
            throw Fault($"would take the memory in use beyond {LargestRun >> 20} MiB.");
        return new DenseTensor(type, shape, storage, channelsLast);
    }

    /// <summary>A tensor to write an operation's result into, of the type and layout of an input: the input itself where nobody needs it after that.</summary>
    public DenseTensor RentLike(DenseTensor input) => input.Storage is { Pooled: true, Users: 1 } && Dying.Contains(input)
        ? View(input, input.Shape, input.ChannelsLast)
        : Rent(input.Type, input.Shape, input.ChannelsLast);

    /// <summary>The same values in another shape of as many.</summary>
    public DenseTensor View(DenseTensor tensor, ImmutableArray<int> shape, bool channelsLast = false)
    {
        if (DenseTensor.CountOf(shape) != tensor.Count)
            throw Fault($"cannot see {tensor} as [{string.Join(", ", shape.Take(16))}].");
        tensor.Storage.Users++;
        return new DenseTensor(tensor.Type, shape, tensor.Storage, channelsLast);
    }

    /// <summary>Ends the use of a tensor.</summary>
    public void Release(DenseTensor tensor)
    {
        var storage = tensor.Storage;
        if (--storage.Users > 0 || !storage.Pooled)
            return;
        _bytes -= storage.Bytes;
        resources.Tensors.Return(storage);
    }

    /// <summary>The tensor with its values in the order of its shape; to be released.</summary>
    public DenseTensor Plain(DenseTensor tensor)
    {
        if (!tensor.ChannelsLast)
            return View(tensor, tensor.Shape);
        var (batch, channels, height, width) = (tensor.Shape[0], tensor.Shape[1], tensor.Shape[2], tensor.Shape[3]);
        return channels == 1 || (long)height * width == 1
            ? View(tensor, tensor.Shape)
            : Swapped(tensor, batch, height * width, channels, channelsLast: false);
    }

    /// <summary>A tensor [batch, channels, height, width] with the channels last in memory; to be released.</summary>
    public DenseTensor ChannelsLast(DenseTensor tensor)
    {
        if (tensor.ChannelsLast)
            return View(tensor, tensor.Shape, channelsLast: true);
        var (batch, channels, height, width) = (tensor.Shape[0], tensor.Shape[1], tensor.Shape[2], tensor.Shape[3]);
        return channels == 1 || (long)height * width == 1
            ? View(tensor, tensor.Shape, channelsLast: true)
            : Swapped(tensor, batch, channels, height * width, channelsLast: true);
    }

    /// <summary>Runs tasks, at once where there are threads for it. What a task computes must not depend on who runs it.</summary>
    public void Parallel(int tasks, Action<int> task)
    {
        if (threads > 1 && tasks > 1)
        {
            resources.Workers(threads).Run(new Job(tasks, task));
            return;
        }

        for (var i = 0; i < tasks; i++)
            task(i);
    }

    private DenseTensor Swapped(DenseTensor tensor, int batch, int rows, int columns, bool channelsLast)
    {
        var result = Rent(tensor.Type, tensor.Shape, channelsLast);
        StridedCopy.Run(this, tensor, 0, [batch, columns, rows], [(long)rows * columns, 1, columns], result, 0, [(long)rows * columns, rows, 1]);
        return result;
    }

    private sealed class Job(int tasks, Action<int> action) : ParallelJob
    {
        public override int Tasks => tasks;

        public override void Execute(int task, int worker) => action(task);
    }
}
