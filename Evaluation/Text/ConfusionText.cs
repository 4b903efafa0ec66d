using System.Globalization;
using System.Text;

namespace MlNetFashion.Evaluation;

/// <summary>A confusion table as text: true classes down, predicted classes across, and the share found at the end of each row.</summary>
public static class ConfusionText
{
    /// <summary>
    /// The table, lines ended by "\n". The columns carry class numbers, which stand before the names of the rows, so that ten long
    /// names fit a terminal.
    /// </summary>
    /// <param name="counts">The table.</param>
    /// <param name="classNames">One name a class, in class order.</param>
    /// <exception cref="ArgumentException">More or fewer names than classes.</exception>
    public static string Render(ConfusionCounts counts, IReadOnlyList<string> classNames)
    {
        if (classNames.Count != counts.Classes)
        {
            throw new ArgumentException(
                $"A table of {counts.Classes} classes needs as many names. Received: {classNames.Count}.", nameof(classNames));
        }

        var numbers = Text(counts.Classes - 1).Length;
        var names = Enumerable.Range(0, counts.Classes).Select(k => $"{Text(k).PadLeft(numbers)} {classNames[k]}").ToArray();
        const string corner = "true \\ predicted";
        var left = Math.Max(corner.Length, names.Max(name => name.Length));
        var cell = Enumerable.Range(0, counts.Classes * counts.Classes)
            .Max(i => Text(counts[i / counts.Classes, i % counts.Classes]).Length);
        cell = Math.Max(cell, numbers);

        var text = new StringBuilder();
        text.Append(corner.PadRight(left)).Append(" |");
        for (var k = 0; k < counts.Classes; k++)
            text.Append(' ').Append(Text(k).PadLeft(cell));
        text.Append(" | recall\n");
        text.Append('-', left + 1).Append('+').Append('-', counts.Classes * (cell + 1) + 1).Append("+-------\n");
        for (var actual = 0; actual < counts.Classes; actual++)
        {
            text.Append(names[actual].PadRight(left)).Append(" |");
            for (var predicted = 0; predicted < counts.Classes; predicted++)
                text.Append(' ').Append(Text(counts[actual, predicted]).PadLeft(cell));
            text.Append(" | ").Append(FixedDigits.Format(counts.Recall(actual), 3).PadLeft(6)).Append('\n');
        }

        return text.ToString();
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
