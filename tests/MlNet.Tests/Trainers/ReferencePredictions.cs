using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Trainers;

/// <summary>What ML.NET recorded about a model it trained.</summary>
internal static class ReferencePredictions
{
    /// <summary>The greatest difference between the scores of a scored view of the first test images and the recorded ones.</summary>
    internal static float ScoreDifference(string name, IDataView scored)
    {
        CsvTable table = CsvTable.Read(SharedFiles.Require($"mlnet-reference/models/{name}.predictions.csv"));
        int first = Array.IndexOf(table.Header, "Score0");
        float worst = 0;
        int row = 0;
        foreach (float[] scores in scored.GetColumn<float[]>("Score").Take(table.Rows.Length))
        {
            Assert.Equal(table.Header.Length - first, scores.Length);
            for (int k = 0; k < scores.Length; k++)
            {
                float expected = float.Parse(table.Rows[row][first + k], CultureInfo.InvariantCulture);

                // Large scores, as of unnormalised logs, are compared by their digits.
                worst = Math.Max(worst, Math.Abs(scores[k] - expected) / Math.Max(1, Math.Abs(expected)));
            }

            row++;
        }

        Assert.Equal(table.Rows.Length, row);
        return worst;
    }

    /// <summary>The recorded labels predicted for the first test images, as text.</summary>
    internal static string[] Labels(string name)
    {
        CsvTable table = CsvTable.Read(SharedFiles.Require($"mlnet-reference/models/{name}.predictions.csv"));
        int column = Array.IndexOf(table.Header, "Predicted");
        return [.. table.Rows.Select(row => row[column])];
    }

    /// <summary>A recorded metric on the first 2,000 test images.</summary>
    internal static double Metric(string name, string metric)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"mlnet-reference/models/{name}.json")));
        return document.RootElement.GetProperty("Metrics").GetProperty(metric).GetDouble();
    }
}
