using System.Globalization;
using Microsoft.Data.Analysis;
using MlNetFashion.Evaluation;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>A data set described: where it is from, its files, its classes, its pixels.</summary>
internal static class DataSetView
{
    public static void Show(Screen screen, ImageDataSet data, DataDescription description)
    {
        screen.Console.MarkupLineInterpolated($"[bold]{data.Name}[/]");
        screen.Wrapped("source", data.Source);
        screen.Wrapped("checksum", data.Files.Count == 0 ? data.Checksum : ChecksumState.Of(data));
        screen.Wrapped("images", $"{Figures.Count(data.TrainCount)} for training, {Figures.Count(data.TestCount)} for testing, {data.Shape.Height} x {data.Shape.Width} grey pixels");
        foreach (var file in data.Files)
            screen.Wrapped("file", Describe(file));

        var splits = new[] { DataParts.Training, DataParts.Test }.Select(split => (Split: split, Frame: ImageFrame.OfSplit(description.Frame, split))).ToList();
        screen.Wrapped("pixels", string.Join("; ", splits.Select(split => $"{split.Split}: {Describe(split.Frame)}")));
        ShowClasses(screen, data, [.. splits.Select(split => split.Frame)]);
        screen.Wrapped("duplicates", description.DuplicatesFinding);
    }

    /// <summary>A file in words.</summary>
    public static string Describe(DataFile file) => $"{file.Name}, {Figures.Bytes(file.Bytes)}, MD5 {file.Md5}{(file.IsPublished ? " as published" : "")}";

    private static void ShowClasses(Screen screen, ImageDataSet data, IReadOnlyList<DataFrame> splits)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("class").RightAligned());
        table.AddColumn("name");
        foreach (var heading in new[] { "training", "test", "mean grey", "black" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        var counts = splits.Select(split => ImageFrame.Counts(split, data.ClassNames)).ToList();
        var means = ImageFrame.ByClass(splits[0], ImageFrame.Mean, data.ClassNames);
        var black = ImageFrame.ByClass(splits[0], ImageFrame.Black, data.ClassNames);
        for (var k = 0; k < data.ClassNames.Length; k++)
        {
            table.AddRow(
                Figures.Plain(k), Markup.Escape(data.ClassNames[k]), Figures.Count(counts[0][k]), Figures.Count(counts[1][k]),
                means[k].ToString("F1", CultureInfo.InvariantCulture), Figures.Percent(black[k]));
        }

        screen.Console.Write(table);
    }

    private static string Describe(DataFrame frame)
    {
        var (mean, deviation, black) = ImageFrame.Overall(frame);
        return string.Create(CultureInfo.InvariantCulture, $"mean {mean:F2}, standard deviation {deviation:F2}, {Figures.Percent(black)} black");
    }
}
