using MlNetFashion.NeuralNetworks;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Experiments.Running;

/// <summary>Measures the network on the test images after every epoch, to draw a curve by; training does not see the figures.</summary>
internal sealed class TestCurve(PackedImages images) : TrainingCallback
{
    private readonly Dictionary<int, (double Loss, double Accuracy)> figures = [];

    /// <summary>Loss and accuracy after an epoch; null where it was not measured.</summary>
    public (double Loss, double Accuracy)? Of(int epoch) => figures.TryGetValue(epoch, out var found) ? found : null;

    public override void TrainingBegins(NetworkArchitecture architecture, TrainingOptions options) => figures.Clear();

    public override void EpochCompleted(EpochResult result, Func<Network> snapshot)
    {
        var network = snapshot();
        var classes = network.Classes;
        var probabilities = NetworkImages.Predict(network, images);
        var loss = 0.0;
        var right = 0;
        for (var i = 0; i < images.Count; i++)
        {
            var row = probabilities.AsSpan(i * classes, classes);
            loss -= Math.Log(Math.Max(row[images.Labels[i]], 1e-15));
            right += FirstHighest(row) == images.Labels[i] ? 1 : 0;
        }

        figures[result.Epoch] = (loss / images.Count, (double)right / images.Count);
    }

    private static int FirstHighest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var k = 1; k < row.Length; k++)
        {
            if (row[k] > row[best])
                best = k;
        }

        return best;
    }
}
