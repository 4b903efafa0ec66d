namespace MlNetFashion.NeuralNetworks.Graphs;

/// <summary>Computes what depends on constants alone, once and for all.</summary>
internal static class ConstantFolding
{
    // What is larger is computed whenever it is needed.
    private const int LargestConstant = 1 << 24;

    public static void Apply(GraphDraft draft)
    {
        var context = new RunContext(new TensorPool());
        var left = new List<GraphStep>();
        foreach (var step in draft.Steps)
        {
            if (!step.Inputs.All(input => input < 0 || draft.Constants.ContainsKey(input)))
            {
                left.Add(step);
                continue;
            }

            var outputs = GraphRun.Execute(context, step, input => draft.Constants[input]);
            if (outputs.Any(output => output?.Count > LargestConstant))
            {
                foreach (var output in outputs.OfType<DenseTensor>())
                    context.Release(output);
                left.Add(step);
                continue;
            }

            for (var i = 0; i < outputs.Length; i++)
            {
                if (outputs[i] is { } output && step.Outputs[i] >= 0)
                    draft.Constants[step.Outputs[i]] = Owned(output);
            }
        }

        draft.Steps.Clear();
        draft.Steps.AddRange(left);
    }

    /// <summary>A copy in memory of just its size, which no run takes over.</summary>
    public static DenseTensor Owned(DenseTensor tensor) => tensor.Storage switch
    {
        { Singles: not null } => DenseTensor.OfSingles(tensor.Singles.ToArray(), tensor.Shape.AsSpan()),
        { Doubles: not null } => DenseTensor.OfDoubles(tensor.Doubles.ToArray(), tensor.Shape.AsSpan()),
        _ => DenseTensor.OfIntegers(tensor.Type, tensor.Integers.ToArray(), tensor.Shape.AsSpan()),
    };
}
