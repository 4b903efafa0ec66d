namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Runs one step.</summary>
internal static class GraphRun
{
    /// <summary>The outputs of a step, null for those it does not give.</summary>
    /// <exception cref="InvalidDataException">The step cannot be done with these inputs.</exception>
    public static DenseTensor?[] Execute(RunContext context, GraphStep step, Func<int, DenseTensor> valueOf)
    {
        context.Step = step.Description;
        var inputs = new DenseTensor?[step.Inputs.Length];
        List<DenseTensor>? temporary = null;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (step.Inputs[i] < 0)
                continue;
            var input = valueOf(step.Inputs[i]);
            if (input.ChannelsLast && !step.Operation.TakesChannelsLast)
            {
                input = context.Plain(input);
                (temporary ??= []).Add(input);
            }

            inputs[i] = input;
        }

        var outputs = new DenseTensor?[step.Outputs.Length];
        step.Operation.Run(context, new StepInputs(context, inputs), outputs);
        foreach (var tensor in temporary ?? [])
            context.Release(tensor);
        return outputs;
    }
}
