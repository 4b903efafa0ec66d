using Microsoft.ML.Data;

namespace MlNetFashion.MlNet.Tests;

/// <summary>Classes that prediction engines read from and write to, fitting and not.</summary>
internal static class RowShapes
{
    internal sealed class Prediction
    {
        public float PredictedLabel { get; set; }

        public float[] Score { get; set; } = [];
    }

    internal sealed class TextLabel
    {
        public string PredictedLabel { get; set; } = string.Empty;
    }

    internal sealed class WithNothing
    {
        public float Nothing { get; set; }
    }

    internal sealed class PixelsFirst
    {
        [VectorType(FashionRows.Pixels)]
        public float[] Pixels { get; set; } = [];

        public float Label { get; set; }
    }

    internal sealed class LabelOnly
    {
        public float Label { get; set; }
    }

    internal sealed class PixelsOnly
    {
        [VectorType(FashionRows.Pixels)]
        public float[] Pixels { get; set; } = [];
    }

    internal sealed class TenPixels
    {
        [VectorType(10)]
        public float[] Pixels { get; set; } = new float[10];

        public float Label { get; set; }
    }
}
