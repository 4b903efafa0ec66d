namespace MlNetFashion.NeuralNetworks.Graphs;

internal enum UnaryKind
{
    Identity,
    Absolute,
    Negate,
    Sign,
    Floor,
    Ceiling,

    /// <summary>Halves go to the even neighbour.</summary>
    Round,
    Square,
    SquareRoot,
    ReciprocalSquareRoot,
    Reciprocal,
    Exponential,
    ExponentialMinusOne,
    Logarithm,
    LogarithmOfOnePlus,
    Sine,
    Cosine,
    Tangent,
    ArcSine,
    ArcCosine,
    ArcTangent,
    HyperbolicSine,
    HyperbolicCosine,
    HyperbolicTangent,
    ArcHyperbolicSine,
    ArcHyperbolicCosine,
    ArcHyperbolicTangent,
    Sigmoid,
    Softplus,
    Softsign,
    ErrorFunction,

    /// <summary>Between alpha and beta.</summary>
    Clamp,

    /// <summary>alpha x below zero.</summary>
    LeakyRelu,

    /// <summary>alpha (e^x - 1) below zero.</summary>
    Elu,

    /// <summary>alpha (e^(x / alpha) - 1) below zero.</summary>
    Celu,

    /// <summary>beta x above zero, beta alpha (e^x - 1) below.</summary>
    Selu,

    /// <summary>alpha x + beta between 0 and 1.</summary>
    HardSigmoid,

    /// <summary>x times the hard sigmoid with 1/6 and 1/2.</summary>
    HardSwish,

    /// <summary>x times the sigmoid of alpha x.</summary>
    Swish,

    /// <summary>x times the share of the normal distribution below x.</summary>
    Gelu,

    /// <summary>The same approximated with a hyperbolic tangent.</summary>
    GeluByTangent,

    /// <summary>x tanh(softplus(x)).</summary>
    Mish,

    /// <summary>x above alpha, else 0.</summary>
    ThresholdedRelu,
}

/// <summary>A function of one number, with its parameters.</summary>
internal readonly record struct UnaryFunction(UnaryKind Kind, float Alpha = 0, float Beta = 0);

/// <summary>A function of one number, element by element.</summary>
internal sealed class Unary(UnaryFunction function) : SingleOperation
{
    private const int ValuesPerTask = 1 << 14;

    public UnaryFunction Function => function;

    public override bool TakesChannelsLast => true;

    public static DenseTensor Apply(RunContext context, UnaryFunction function, DenseTensor input)
    {
        if (function.Kind == UnaryKind.Identity)
            return context.View(input, input.Shape, input.ChannelsLast);
        var output = context.RentLike(input);
        var tasks = (input.Count + ValuesPerTask - 1) / ValuesPerTask;
        switch (input.Storage, output.Storage)
        {
            case ({ Singles: { } from }, { Singles: { } to }):
                context.Parallel(tasks, task => Functions.Apply<float>(function, Chunk(from, task), Chunk(to, task)));
                break;
            case ({ Doubles: { } from }, { Doubles: { } to }):
                context.Parallel(tasks, task => Functions.Apply<double>(function, Chunk(from, task), Chunk(to, task)));
                break;
            case ({ Integers: { } from }, { Integers: { } to }):
                for (var i = 0; i < input.Count; i++)
                    to[i] = ApplyInteger(context, function, from[i]);
                Conversion.Narrow(output);
                break;
        }

        return output;

        Span<T> Chunk<T>(T[] values, int task) => values.AsSpan(task * ValuesPerTask, Math.Min(ValuesPerTask, input.Count - (task * ValuesPerTask)));
    }

    protected override DenseTensor Run(RunContext context, StepInputs inputs) => Apply(context, function, inputs[0]);

    private static long ApplyInteger(RunContext context, UnaryFunction function, long x) => function.Kind switch
    {
        UnaryKind.Absolute => x < 0 ? unchecked(-x) : x,
        UnaryKind.Negate => unchecked(-x),
        UnaryKind.Sign => Math.Sign(x),
        UnaryKind.Square => unchecked(x * x),
        UnaryKind.Floor or UnaryKind.Ceiling or UnaryKind.Round => x,
        UnaryKind.Clamp => x < function.Alpha ? (long)function.Alpha : x > function.Beta ? (long)function.Beta : x,
        _ => throw context.Fault($"({function.Kind}) is no function of whole numbers."),
    };
}
