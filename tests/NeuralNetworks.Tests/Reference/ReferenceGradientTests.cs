namespace MlNetFashion.NeuralNetworks.Tests.Reference;

/// <summary>The reference itself against finite differences of its loss, in double precision.</summary>
public class ReferenceGradientTests
{
    private const double Epsilon = 1e-6;

    // Those for Winograd are large and hold nothing else that is new.
    public static TheoryData<string> Networks() =>
        [.. EngineAgainstReferenceTests.Networks().Select(network => network.Name).Where(name => !name.StartsWith("Winograd", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_finite_differences_of_the_loss(string name)
    {
        var architecture = EngineAgainstReferenceTests.Networks().Single(network => network.Name == name);
        var random = new Random(1);
        var network = new ReferenceNetwork(architecture, ParameterStart.Draw(architecture.Resolve(), 2));
        double[] images = [.. Enumerable.Range(0, 3 * architecture.Input.Size).Select(_ => (random.NextDouble() * 2) - 1)];
        int[] labels = [0, 3, 4];
        var inputGradient = network.Backward(network.Forward(images, 3, training: true), labels, 0.1);

        foreach (var parameter in network.Parameters.Where(parameter => parameter.Spec.Trainable))
            Check(parameter.Spec.Name, parameter.Values, parameter.Gradient);
        Check("input", images, inputGradient);

        void Check(string what, double[] values, double[] gradient)
        {
            for (var trial = 0; trial < 12; trial++)
            {
                var i = random.Next(values.Length);
                var value = values[i];
                values[i] = value + Epsilon;
                var above = network.Loss(network.Forward(images, 3, training: true), labels, 0.1);
                values[i] = value - Epsilon;
                var below = network.Loss(network.Forward(images, 3, training: true), labels, 0.1);
                values[i] = value;
                var difference = (above - below) / (2 * Epsilon);
                Assert.True(Math.Abs(difference - gradient[i]) <= 1e-5 + (1e-3 * Math.Abs(difference)), $"{what}[{i}]: {difference} by differences, {gradient[i]} by derivation.");
            }
        }
    }
}
