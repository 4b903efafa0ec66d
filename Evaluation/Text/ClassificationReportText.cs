using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>A classification report as a text table, laid out as scikit-learn prints it, so that the two can be compared line by line.</summary>
public static class ClassificationReportText
{
    private const int ScoreWidth = 9;

    /// <summary>The table, lines ended by "\n", each column right-aligned.</summary>
    /// <param name="report">What to print.</param>
    /// <param name="digits">Decimals of the scores, 2 by default.</param>
    public static string Render(ClassificationReport report, int digits = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        var width = Math.Max(report.Classes.Max(row => row.Name.Length), Math.Max(report.Weighted.Name.Length, digits));
        var text = new StringBuilder();
        Line(text, width, "", "precision", "recall", "f1-score", "support");
        text.Append('\n');
        foreach (var row in report.Classes)
            Scores(text, width, row, digits);
        text.Append('\n');
        Line(text, width, "accuracy", "", "", FixedDigits.Format(report.Accuracy, digits), Count(report.Support));
        Scores(text, width, report.Macro, digits);
        Scores(text, width, report.Weighted, digits);
        return text.ToString();
    }

    private static void Scores(StringBuilder text, int width, ClassScores row, int digits) => Line(
        text, width, row.Name,
        FixedDigits.Format(row.Precision, digits), FixedDigits.Format(row.Recall, digits), FixedDigits.Format(row.F1, digits),
        Count(row.Support));

    private static void Line(StringBuilder text, int width, string name, params ReadOnlySpan<string> cells)
    {
        text.Append(name.PadLeft(width)).Append(' ');
        foreach (var cell in cells)
            text.Append(' ').Append(cell.PadLeft(ScoreWidth));
        text.Append('\n');
    }

    private static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);
}
