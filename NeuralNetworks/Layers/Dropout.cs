using System.Globalization;

namespace MlNetFashion.NeuralNetworks;

/// <summary>
/// While training, sets a share of the values to zero and divides the others by what is kept, so that sums keep their expectation
/// (inverted dropout, Srivastava et al. 2014); changes nothing when predicting.
/// </summary>
/// <param name="Rate">The share dropped, at least 0 and below 1.</param>
public sealed record Dropout(double Rate) : Layer
{
    internal override string TypeName => "Dropout";

    internal override string DefaultName => "dropout";

    internal override LayerShape Infer(LayerShape input, string name)
    {
        Require(Rate is >= 0 and < 1, name, "a rate of at least 0 and below 1", Rate.ToString(CultureInfo.InvariantCulture));
        return input;
    }
}
