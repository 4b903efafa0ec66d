using Microsoft.Data.Analysis;

namespace MlNetFashion.Evaluation;

/// <summary>A data set as a data frame: one row a picture, with its part, its class and what its pixels amount to.</summary>
public static class ImageFrame
{
    /// <summary>The part the picture is in, as "training": text.</summary>
    public const string Split = "split";

    /// <summary>The picture's place in its part: whole numbers from 0.</summary>
    public const string Picture = "picture";

    /// <summary>The name of its class: text.</summary>
    public const string Class = "class";

    /// <summary>The mean of its pixels, 0 to 255.</summary>
    public const string Mean = "mean";

    /// <summary>Their standard deviation.</summary>
    public const string Deviation = "deviation";

    /// <summary>The share of its pixels that are exactly 0, from 0 to 1.</summary>
    public const string Black = "black";

    /// <summary>The brightest of its pixels.</summary>
    public const string Brightest = "brightest";

    /// <summary>Makes the frame.</summary>
    /// <param name="parts">The parts of the data set.</param>
    /// <param name="classNames">One name a class.</param>
    public static DataFrame Of(IReadOnlyList<LabelledImages> parts, IReadOnlyList<string> classNames)
    {
        var rows = parts.Sum(part => part.Images.Count);
        var split = new StringDataFrameColumn(Split, rows);
        var picture = new Int32DataFrameColumn(Picture, rows);
        var name = new StringDataFrameColumn(Class, rows);
        DoubleDataFrameColumn mean = new(Mean, rows), deviation = new(Deviation, rows), black = new(Black, rows), brightest = new(Brightest, rows);
        var row = 0;
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Images.Count; i++, row++)
            {
                var pixels = part.Images[i];
                long sum = 0, squares = 0;
                int zeros = 0, highest = 0;
                foreach (var pixel in pixels)
                {
                    sum += pixel;
                    squares += pixel * pixel;
                    zeros += pixel == 0 ? 1 : 0;
                    highest = Math.Max(highest, pixel);
                }

                split[row] = part.Split;
                picture[row] = i;
                name[row] = classNames[part.Labels[i]];
                mean[row] = (double)sum / pixels.Length;
                deviation[row] = Math.Sqrt(Math.Max(0, (double)squares / pixels.Length - (double)sum / pixels.Length * sum / pixels.Length));
                black[row] = (double)zeros / pixels.Length;
                brightest[row] = highest;
            }
        }

        return new DataFrame(split, picture, name, mean, deviation, black, brightest);
    }

    /// <summary>The rows of one part.</summary>
    public static DataFrame OfSplit(DataFrame frame, string split) => frame.Filter(frame[Split].ElementwiseEquals(split));

    /// <summary>The mean of a column over the rows of each class; 0 for a class without rows.</summary>
    public static IReadOnlyList<double> ByClass(DataFrame frame, string column, IReadOnlyList<string> classNames) =>
        InClassOrder(frame.GroupBy(Class).Mean(column), column, classNames);

    /// <summary>How many rows each class has.</summary>
    public static IReadOnlyList<long> Counts(DataFrame frame, IReadOnlyList<string> classNames) =>
        [.. InClassOrder(frame.GroupBy(Class).Count(Mean), Mean, classNames).Select(count => (long)count)];

    /// <summary>Mean and standard deviation of all pixels of all rows, and the share of them that is 0; pictures of one size.</summary>
    public static (double Mean, double Deviation, double Black) Overall(DataFrame frame)
    {
        var mean = frame[Mean].Mean();
        var squares = (frame[Mean] * frame[Mean] + frame[Deviation] * frame[Deviation]).Mean();
        return (mean, Math.Sqrt(Math.Max(0, squares - mean * mean)), frame[Black].Mean());
    }

    private static List<double> InClassOrder(DataFrame groups, string column, IReadOnlyList<string> classNames)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in groups.Rows)
            values[(string)row[Class]!] = Convert.ToDouble(row[column], System.Globalization.CultureInfo.InvariantCulture);
        return [.. classNames.Select(name => values.GetValueOrDefault(name))];
    }
}
