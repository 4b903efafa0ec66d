using System.Globalization;
using MlNetFashion.Experiments.Running;
using MlNetFashion.Pipelines;
using Spectre.Console;

namespace MlNetFashion.Experiments.Display;

/// <summary>A data set described: where it is from, its files, its classes, its pixels.</summary>
internal static class DataSetView
{
    public static void Show(Screen screen, ImageDataSet data)
    {
        screen.Console.MarkupLineInterpolated($"[bold]{data.Name}[/]");
        screen.Wrapped("source", data.Source);
        screen.Wrapped("checksum", data.Files.Count == 0 ? data.Checksum : ChecksumState.Of(data));
        screen.Wrapped("images", $"{Figures.Count(data.TrainCount)} for training, {Figures.Count(data.TestCount)} for testing, {data.Shape.Height} x {data.Shape.Width} grey pixels");
        foreach (var file in data.Files)
            screen.Wrapped("file", $"{file.Name}, {Figures.Bytes(file.Bytes)}, MD5 {file.Md5}{(file.IsPublished ? " as published" : "")}");

        var train = SplitStatistics.Of(data.TrainImages, data.ClassNames.Length);
        var test = SplitStatistics.Of(data.TestImages, data.ClassNames.Length);
        screen.Wrapped("pixels", $"training: {Describe(train)}; test: {Describe(test)}");
        ShowClasses(screen, data, train, test);
        SketchWarning.Show(screen, data);
    }

    private static void ShowClasses(Screen screen, ImageDataSet data, SplitStatistics train, SplitStatistics test)
    {
        var table = new Table().Border(TableBorder.Simple).BorderStyle(Style.Parse("grey"));
        table.AddColumn(new TableColumn("class").RightAligned());
        table.AddColumn("name");
        table.AddColumn(new TableColumn("training").RightAligned());
        table.AddColumn(new TableColumn("test").RightAligned());
        for (var k = 0; k < data.ClassNames.Length; k++)
            table.AddRow(Figures.Plain(k), Markup.Escape(data.ClassNames[k]), Figures.Count(train.RowsByClass[k]), Figures.Count(test.RowsByClass[k]));
        screen.Console.Write(table);
    }

    private static string Describe(SplitStatistics split) => string.Create(CultureInfo.InvariantCulture,
        $"mean {split.Mean:F2}, standard deviation {split.StandardDeviation:F2}, {Figures.Percent(split.ZeroShare)} black");
}
