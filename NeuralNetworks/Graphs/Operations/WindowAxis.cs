namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>What stands around an image where a window slides over it.</summary>
internal enum WindowPadding
{
    /// <summary>So many places as are given.</summary>
    Explicit,

    /// <summary>As many as make the output the input divided by the stride, rounded up; the odd one at the end.</summary>
    SameUpper,

    /// <summary>The same, the odd one at the beginning.</summary>
    SameLower,
}

/// <summary>How a window slides along one axis.</summary>
/// <param name="Stride">Its step.</param>
/// <param name="Dilation">From one place of the window to the next.</param>
/// <param name="Padding">How the places before and after are found.</param>
/// <param name="Before">Places before, where they are given.</param>
/// <param name="After">Places after, where they are given.</param>
internal readonly record struct WindowAxis(int Stride, int Dilation, WindowPadding Padding = WindowPadding.Explicit, int Before = 0, int After = 0)
{
    /// <summary>Step by step, with nothing around.</summary>
    public static readonly WindowAxis Plain = new(1, 1);

    // More would be no network, but would overflow sizes.
    private const int Largest = 1 << 20;

    /// <summary>How many windows there are, and what stands before and after the axis.</summary>
    /// <param name="context">The run.</param>
    /// <param name="size">Length of the axis.</param>
    /// <param name="window">Length of the window.</param>
    /// <param name="ceiling">Whether a last window that lies partly behind the end counts.</param>
    /// <exception cref="InvalidDataException">There is no window.</exception>
    public (int Count, int Before, int After) Over(RunContext context, int size, int window, bool ceiling = false)
    {
        if (Stride is < 1 or > Largest || Dilation is < 1 or > Largest || window is < 1 or > Largest || Before is < 0 or > Largest || After is < 0 or > Largest || size is < 1 or > int.MaxValue / 4)
            throw context.Fault($"has a window of {window} with stride {Stride}, dilation {Dilation} and pads {Before} and {After} over an axis of {size}.");
        var extent = ((window - 1L) * Dilation) + 1;
        if (Padding != WindowPadding.Explicit)
        {
            var count = (size + Stride - 1) / Stride;
            var missing = Math.Max(0, ((count - 1L) * Stride) + extent - size);
            if (missing > int.MaxValue / 4)
                throw context.Fault($"has a window of {window} with dilation {Dilation} over an axis of {size}.");
            var half = (int)(missing / 2);
            var rest = (int)missing - half;
            return Padding == WindowPadding.SameUpper ? (count, half, rest) : (count, rest, half);
        }

        var room = size + (long)Before + After - extent;
        if (room < 0)
            throw context.Fault($"has a window of {extent} over an axis of {size} with pads {Before} and {After}.");
        var windows = (int)(room / Stride) + 1;
        if (ceiling && room % Stride != 0 && ((long)windows * Stride) < size + (long)Before)
            windows++;
        return (windows, Before, After);
    }
}
