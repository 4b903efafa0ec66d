using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using static Microsoft.ML.Vision.ImageClassificationTrainer;

namespace Microsoft.ML.Vision;

/// <summary>Sends images through a pretrained graph, many at a time.</summary>
internal sealed class BottleneckReader(IImageScorer scorer, string labelColumn, string imageColumn, Action<ImageClassificationMetrics> tell, IChannel channel)
{
    private const int Together = 64;

    /// <summary>The features of all images with a label; what is no image is passed over with a warning.</summary>
    internal Bottlenecks Read(IDataView data, ImageClassificationMetrics.Dataset dataset)
    {
        var labels = new List<long>();
        var features = new List<float>();
        var told = new BottleneckMetrics { DatasetUsed = dataset };
        var unreadable = 0;
        foreach (var batch in Rows(data).Chunk(Together))
        {
            var (count, outputs) = Predict(batch);
            unreadable += batch.Length - count;
            labels.AddRange(batch.Where(row => row.IsImage).Select(row => row.Label));
            features.AddRange(outputs);
            for (var i = 0; i < count; i++)
            {
                told.Index++;
                tell(new ImageClassificationMetrics { Bottleneck = told });
            }
        }

        if (unreadable > 0)
            channel.Warning(MessageSensitivity.None, $"{unreadable} of {labels.Count + unreadable} files are no images that can be read; they are left out.");
        return new Bottlenecks([.. labels], [.. features], scorer.Length);
    }

    private IEnumerable<Row> Rows(IDataView data)
    {
        var label = data.Schema[labelColumn];
        var image = data.Schema[imageColumn];
        using var cursor = data.GetRowCursor([label, image]);
        var getLabel = cursor.GetGetter<uint>(label);
        var getImage = cursor.GetGetter<VBuffer<byte>>(image);
        uint key = 0;
        VBuffer<byte> bytes = default;
        while (cursor.MoveNext())
        {
            getLabel(ref key);
            getImage(ref bytes);
            if (key > 0 && bytes.Length > 0)
                yield return new Row(key - 1, bytes.IsDense ? bytes.GetValues().ToArray() : [.. bytes.DenseValues()]);
        }
    }

    private (int Count, float[] Outputs) Predict(Row[] batch)
    {
        var shape = scorer.Image;
        var pixels = new float[batch.Length * shape.Size];
        Parallel.For(0, batch.Length, i => batch[i].IsImage = ImageTensor.TryFill(batch[i].File, shape, pixels.AsSpan(i * shape.Size, shape.Size)));
        var count = 0;
        for (var i = 0; i < batch.Length; i++)
        {
            if (!batch[i].IsImage)
                continue;
            if (count < i)
                pixels.AsSpan(i * shape.Size, shape.Size).CopyTo(pixels.AsSpan(count * shape.Size));
            count++;
        }

        var outputs = new float[count * scorer.Length];
        scorer.Score(pixels, count, outputs);
        return (count, outputs);
    }

    private sealed class Row(long label, byte[] file)
    {
        internal long Label => label;

        internal byte[] File => file;

        internal bool IsImage { get; set; }
    }
}
