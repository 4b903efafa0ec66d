using System.Globalization;
using Microsoft.ML.Model;
using MlNetFashion.Interchange.Binary;

namespace Microsoft.ML.Vision;

/// <summary>What a pretrained graph made of images, with their labels: <c>[count, length]</c>, kept in files as ML.NET keeps it.</summary>
/// <param name="Labels">Zero-based classes.</param>
/// <param name="Features">One row an image.</param>
/// <param name="Length">Features an image.</param>
internal sealed record Bottlenecks(long[] Labels, float[] Features, int Length)
{
    private const string FeaturesSuffix = "_features.bin";
    private const string LabelsSuffix = "_labels.bin";

    internal int Count => Labels.Length;

    internal ReadOnlySpan<float> Row(int index) => Features.AsSpan(index * Length, Length);

    internal static bool Exist(string path) => File.Exists(path + FeaturesSuffix) && File.Exists(path + LabelsSuffix);

    /// <exception cref="InvalidDataException">The files are damaged, or hold other features or classes.</exception>
    internal static Bottlenecks Load(string path, int length, int classes)
    {
        var reader = new ByteReader(File.ReadAllBytes(path + FeaturesSuffix), path + FeaturesSuffix);
        var count = reader.ReadInt32();
        var found = reader.ReadInt32();
        if (count < 0 || (long)count * found * sizeof(float) != reader.Remaining)
            throw reader.Fault($"{count} images of {found} features were announced");
        if (count > 0 && found != length)
            throw new InvalidDataException($"'{reader.Source}' holds {found} features an image; the pretrained graph gives {length}. Compute them anew.");
        var features = reader.ReadValues<float>(count * found);
        var labels = new ByteReader(File.ReadAllBytes(path + LabelsSuffix), path + LabelsSuffix);
        if (labels.Length != (long)count * sizeof(long))
            throw labels.Fault($"{count} labels were expected");
        var result = new Bottlenecks(labels.ReadValues<long>(count), features, length);
        return Array.TrueForAll(result.Labels, label => label >= 0 && label < classes)
            ? result
            : throw new InvalidDataException($"'{labels.Source}' holds labels of other classes than the {classes} of the label column. Compute them anew.");
    }

    internal Bottlenecks Rows(ReadOnlySpan<int> rows)
    {
        var labels = new long[rows.Length];
        var features = new float[rows.Length * Length];
        for (var i = 0; i < rows.Length; i++)
        {
            labels[i] = Labels[rows[i]];
            Row(rows[i]).CopyTo(features.AsSpan(i * Length));
        }

        return new Bottlenecks(labels, features, Length);
    }

    internal void Save(string path)
    {
        var features = new ByteWriter();
        features.WriteInt32(Count);
        features.WriteInt32(Length);
        features.WriteValues<float>(Features);
        var labels = new ByteWriter();
        labels.WriteValues<long>(Labels);
        AtomicFile.Write(path + FeaturesSuffix, stream => stream.Write(features.Written.Span));
        AtomicFile.Write(path + LabelsSuffix, stream => stream.Write(labels.Written.Span));
        AtomicFile.Write(path, WriteText);
    }

    private void WriteText(Stream stream)
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        for (var row = 0; row < Count; row++)
        {
            writer.Write(Labels[row].ToString(CultureInfo.InvariantCulture));
            foreach (var feature in Row(row))
            {
                writer.Write(',');
                writer.Write(feature.ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteLine();
        }
    }
}
