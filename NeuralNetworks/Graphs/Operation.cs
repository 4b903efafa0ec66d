namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Something that makes tensors of tensors, without a state of its own.</summary>
internal abstract class Operation
{
    /// <summary>Whether inputs may have the channels last in memory, and others are wanted plain.</summary>
    public virtual bool TakesChannelsLast => false;

    /// <summary>Computes outputs; those it does not fill are not there.</summary>
    /// <exception cref="InvalidDataException">The inputs do not fit.</exception>
    public abstract void Run(RunContext context, StepInputs inputs, Span<DenseTensor?> outputs);
}

/// <summary>An operation of one output.</summary>
internal abstract class SingleOperation : Operation
{
    public sealed override void Run(RunContext context, StepInputs inputs, Span<DenseTensor?> outputs) => outputs[0] = Run(context, inputs);

    protected abstract DenseTensor Run(RunContext context, StepInputs inputs);
}
