using System.Globalization;
using System.Text;

namespace Microsoft.ML.Data;

/// <summary>The text form of a confusion matrix, laid out as ML.NET lays it out.</summary>
internal static class ConfusionTableText
{
    private const string Corner = "PREDICTED";

    internal static string Format(ConfusionMatrix matrix, string[] names, bool isBinary)
    {
        // Two classes leave room for longer names; where one is longer still, the head shows numbers and the rows say which is which.
        int classes = matrix.NumberOfClasses;
        int cell = classes == 2 ? 8 : 5;
        int longest = names.Max(name => name.Length);
        bool numbered = longest > cell;
        int digits = Text(classes - 1).Length;
        int side = Math.Max(Corner.Length, numbered ? longest + digits + 2 : longest);
        string rule = new string(' ', side) + " ||" + new string('=', classes * (cell + 3));

        var text = new StringBuilder();
        if (isBinary)
            text.Append(PositiveRatio(matrix.Counts[0].Sum(), matrix.Counts[1].Sum()));
        text.AppendLine().AppendLine("Confusion table").AppendLine(rule);
        text.Append(Corner.PadRight(side)).Append(" ||");
        for (int k = 0; k < classes; k++)
            text.Append(' ').Append((numbered ? Text(k) : names[k]).PadLeft(cell)).Append(" |");
        text.AppendLine(" Recall");
        text.Append("TRUTH".PadRight(side)).AppendLine(rule[side..]);
        for (int actual = 0; actual < classes; actual++)
        {
            string name = numbered
                ? Text(actual).PadLeft(digits) + ". " + names[actual].PadLeft(side - digits - 2)
                : names[actual].PadLeft(side);
            text.Append(name).Append(" ||");
            foreach (double count in matrix.Counts[actual])
                text.Append(' ').Append(count.ToString("N0", CultureInfo.InvariantCulture).PadLeft(cell)).Append(" |");
            text.Append(' ').AppendLine(matrix.PerClassRecall[actual].ToString("F4", CultureInfo.InvariantCulture));
        }

        text.AppendLine(rule);
        text.Append("Precision".PadRight(side)).Append(" ||");
        foreach (double precision in matrix.PerClassPrecision)
            text.Append(precision.ToString("F4", CultureInfo.InvariantCulture).PadLeft(cell + 1)).Append(" |");
        return text.AppendLine().ToString();
    }

    private static string PositiveRatio(double positives, double negatives) => string.Create(
        CultureInfo.InvariantCulture, $"TEST POSITIVE RATIO:\t{positives / (positives + negatives):F4} ({positives:F1}/({positives:F1}+{negatives:F1}))");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
