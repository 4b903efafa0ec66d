using System.Numerics;

namespace MlNetFashion.NeuralNetworks.Graphs;

internal enum ComparisonFunction
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Xor,
}

/// <summary>A truth about two numbers, element by element; the inputs are stretched to one shape.</summary>
internal sealed class Comparison(ComparisonFunction function) : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        if (inputs[0].Type != inputs[1].Type)
            throw context.Fault($"must have inputs of one type. Received: {inputs[0]} and {inputs[1]}.");
        var (left, right) = Broadcast.Aligned(context, inputs[0], inputs[1]);
        var output = context.Rent(ElementType.Boolean, Broadcast.ShapeOf(context, left.Shape, right.Shape), left.ChannelsLast);
        var target = (output.Storage.Integers!, output.PhysicalShape);
        switch (left.Storage, right.Storage)
        {
            case ({ Singles: { } x }, { Singles: { } y }):
                Broadcast.Run(context, (x, left.PhysicalShape), (y, right.PhysicalShape), target, Row<float>());
                break;
            case ({ Doubles: { } x }, { Doubles: { } y }):
                Broadcast.Run(context, (x, left.PhysicalShape), (y, right.PhysicalShape), target, Row<double>());
                break;
            case ({ Integers: { } x }, { Integers: { } y }):
                Broadcast.Run(context, (x, left.PhysicalShape), (y, right.PhysicalShape), target, Row<long>());
                break;
        }

        context.Release(left);
        context.Release(right);
        return output;
    }

    private Broadcast.RowOfTwo<T, long> Row<T>()
        where T : INumber<T>
    {
        Func<T, T, bool> holds = function switch
        {
            ComparisonFunction.Equal => (a, b) => a == b,
            ComparisonFunction.NotEqual => (a, b) => a != b,
            ComparisonFunction.Less => (a, b) => a < b,
            ComparisonFunction.LessOrEqual => (a, b) => a <= b,
            ComparisonFunction.Greater => (a, b) => a > b,
            ComparisonFunction.GreaterOrEqual => (a, b) => a >= b,
            ComparisonFunction.And => (a, b) => a != T.Zero && b != T.Zero,
            ComparisonFunction.Or => (a, b) => a != T.Zero || b != T.Zero,
            _ => (a, b) => a != T.Zero ^ b != T.Zero,
        };
        return (x, y, z) =>
        {
            for (var i = 0; i < z.Length; i++)
                z[i] = holds(x.Length == 1 ? x[0] : x[i], y.Length == 1 ? y[0] : y[i]) ? 1 : 0;
        };
    }
}

/// <summary>The opposite of truth values.</summary>
internal sealed class Not : SingleOperation
{
    public override bool TakesChannelsLast => true;

    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var values = inputs.Integers(0);
        var output = context.Rent(ElementType.Boolean, inputs[0].Shape, inputs[0].ChannelsLast);
        for (var i = 0; i < values.Length; i++)
            output.Storage.Integers![i] = values[i] == 0 ? 1 : 0;
        return output;
    }
}

/// <summary>Where the first input is true the second's value, elsewhere the third's; all stretched to one shape.</summary>
internal sealed class Choice : SingleOperation
{
    protected override DenseTensor Run(RunContext context, StepInputs inputs)
    {
        var condition = inputs[0];
        if (condition.Type != ElementType.Boolean || inputs[1].Type != inputs[2].Type)
            throw context.Fault($"must have a truth value and two inputs of one type. Received: {condition}, {inputs[1]} and {inputs[2]}.");
        var shape = Broadcast.ShapeOf(context, Broadcast.ShapeOf(context, condition.Shape, inputs[1].Shape), inputs[2].Shape);
        var (chosen, truth) = (Expansion.To(context, inputs[2], shape), Expansion.To(context, condition, shape));
        var other = Expansion.To(context, inputs[1], shape);
        var output = context.Rent(other.Type, shape);
        for (var i = 0; i < output.Count; i++)
        {
            var from = truth.Integers[i] != 0 ? other.Storage : chosen.Storage;
            switch (output.Storage)
            {
                case { Singles: { } to }:
                    to[i] = from.Singles![i];
                    break;
                case { Doubles: { } to }:
                    to[i] = from.Doubles![i];
                    break;
                case { Integers: { } to }:
                    to[i] = from.Integers![i];
                    break;
            }
        }

        context.Release(chosen);
        context.Release(other);
        context.Release(truth);
        return output;
    }
}
