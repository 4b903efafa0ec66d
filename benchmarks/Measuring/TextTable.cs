using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Pipelines;

namespace MlNetFashion.Benchmarks;

/// <summary>Images as a CSV file in Kaggle's form, a label and one column a pixel, and the reading of it through the ML.NET API.</summary>
internal sealed class TextTable : IDisposable
{
    private readonly MLContext _mlContext = new();
    private readonly int _pixels;
    private readonly int _count;

    public TextTable(PackedImages images)
    {
        (_pixels, _count) = (images.ImageSize, images.Count);
        using var writer = new StreamWriter(Path);
        writer.WriteLine("label," + string.Join(',', Enumerable.Range(1, _pixels).Select(i => "pixel" + i.ToString(CultureInfo.InvariantCulture))));
        for (var i = 0; i < _count; i++)
        {
            writer.Write(images.Labels[i]);
            foreach (var pixel in images.Image(i))
            {
                writer.Write(',');
                writer.Write(pixel);
            }

            writer.WriteLine();
        }
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>Reads every row, label and pixels.</summary>
    public BaselineRound Read()
    {
        var began = Stopwatch.GetTimestamp();
        var view = _mlContext.Data.LoadFromTextFile(Path,
            [new TextLoader.Column("Label", DataKind.Single, 0), new TextLoader.Column("Pixels", DataKind.Single, 1, _pixels)], separatorChar: ',', hasHeader: true);
        var (label, pixels) = (view.Schema["Label"], view.Schema["Pixels"]);
        using var cursor = view.GetRowCursor([label, pixels]);
        var (getLabel, getPixels) = (cursor.GetGetter<float>(label), cursor.GetGetter<VBuffer<float>>(pixels));
        var (value, values, rows) = (0f, default(VBuffer<float>), 0);
        while (cursor.MoveNext())
        {
            getLabel(ref value);
            getPixels(ref values);
            rows++;
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (rows != _count)
            throw new InvalidDataException($"The text file was expected to hold {_count} rows. Received: {rows}.");
        return new BaselineRound(new Round(rows, seconds), null);
    }

    public void Dispose() => File.Delete(Path);
}
