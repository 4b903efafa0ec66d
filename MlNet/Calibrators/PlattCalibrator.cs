using System.Globalization;
using System.Text;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Calibrators;

/// <summary>Platt's calibrator: 1 / (1 + exp(slope * score + offset)).</summary>
public sealed class PlattCalibrator : ICalibrator, ICanSaveModel
{
    internal PlattCalibrator(double slope, double offset)
    {
        Slope = slope;
        Offset = offset;
    }

    /// <summary>The factor of the score; negative where greater scores are more probable.</summary>
    public double Slope { get; }

    /// <summary>What is added to the scaled score.</summary>
    public double Offset { get; }

    /// <inheritdoc/>
    public float PredictProbability(float output) => float.IsNaN(output) ? output : (float)(1 / (1 + Math.Exp((Slope * output) + Offset)));

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader("PLATTCAL", 0x00010001, 0x00010001, "PlattCaliExec", MlNetAssemblies.Data));
        block.WriteDouble(Slope);
        block.WriteDouble(Offset);

        // A copy for people to read.
        string text = string.Create(CultureInfo.InvariantCulture, $"Platt calibrator\nP(y=1|x) = 1/1+exp(A*x + B)\nA={Slope:R}\nB={Offset:R}\n");
        ctx.AddEntry("Calibrator.txt", Encoding.UTF8.GetBytes(text));
    }
}
