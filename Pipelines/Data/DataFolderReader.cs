using System.Collections.Immutable;
using System.Security.Cryptography;

namespace MlNetFashion.Pipelines;

/// <summary>Reads the files of a <see cref="DataFolder"/> and says whether they are the published ones.</summary>
internal static class DataFolderReader
{
    private const int Side = 28;

    /// <exception cref="InvalidDataException">A file is damaged, or is another data set than asked for; one sentence.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadedImages Read(DataFolder folder, PublishedDataSet dataSet, CancellationToken cancellationToken)
    {
        var (train, test, files) = folder.IsCsv ? ReadCsv(folder, dataSet, cancellationToken) : ReadIdx(folder, dataSet, cancellationToken);
        var published = files.All(file => file.IsPublished) || dataSet.Holds(train, test);
        return new LoadedImages(train, test)
        {
            Name = published ? dataSet.Name : $"{dataSet.Name}'s format, but not the published {dataSet.Name}",
            Source = folder.Path,
            Checksum = string.Join(", ", files.Select(file => $"{file.Name} {file.Md5}")),
            Files = files,
            IsPublished = published,
            Notice = published ? null : $"The files in {folder.Path} are not the published {dataSet.Name}; they are used as they are.",
        };
    }

    private static (PackedImages Train, PackedImages Test, ImmutableArray<DataFile> Files) ReadIdx(
        DataFolder folder, PublishedDataSet dataSet, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<DataFile>(4);
        return (ReadPair(0), ReadPair(2), files.ToImmutable());

        PackedImages ReadPair(int first)
        {
            var (imagesPath, labelsPath) = (folder.Files[first], folder.Files[first + 1]);
            var (pixels, count, height, width) = IdxReader.ReadImages(imagesPath, ReadFile(first));
            var labels = IdxReader.ReadLabels(labelsPath, ReadFile(first + 1), dataSet.Classes);
            if (height != Side || width != Side)
            {
                throw new InvalidDataException(
                    $"{imagesPath} holds images of another size: expected {Side}x{Side} pixels, received {height}x{width}; check that this is the right file.");
            }

            if (labels.Length != count)
            {
                throw new InvalidDataException(
                    $"{imagesPath} and {labelsPath} do not belong together: expected as many labels as there are images ({count}), received {labels.Length}; "
                    + "take both from the same data set.");
            }

            return new PackedImages(pixels, labels, height, width);
        }

        byte[] ReadFile(int index)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = folder.Files[index];
            var content = File.ReadAllBytes(path);
            var md5 = Convert.ToHexStringLower(MD5.HashData(content));
            RefuseOther(path, md5, dataSet);
            files.Add(new DataFile(path, content.LongLength, md5, dataSet.Files[index].Md5Of(path) == md5));
            return content;
        }
    }

    private static (PackedImages Train, PackedImages Test, ImmutableArray<DataFile> Files) ReadCsv(
        DataFolder folder, PublishedDataSet dataSet, CancellationToken cancellationToken)
    {
        var train = KaggleCsvReader.Read(folder.Files[0], dataSet.Classes, cancellationToken);
        var test = KaggleCsvReader.Read(folder.Files[1], dataSet.Classes, cancellationToken);
        return (train.Images, test.Images, [Describe(folder.Files[0], train.Md5), Describe(folder.Files[1], test.Md5)]);

        // No checksum of these files was ever published; the images themselves are compared instead.
        static DataFile Describe(string path, string md5) => new(path, new FileInfo(path).Length, md5, IsPublished: false);
    }

    /// <summary>MNIST's files have the same names: a mix-up must not end in a report.</summary>
    private static void RefuseOther(string path, string md5, PublishedDataSet dataSet)
    {
        var other = dataSet == PublishedDataSet.Mnist ? PublishedDataSet.FashionMnist : PublishedDataSet.Mnist;
        if (other.Files.Any(file => file.Md5Of(path) == md5))
            throw new InvalidDataException($"{path} belongs to another data set: expected {dataSet.Name}, received {other.Name}; name the folder of {dataSet.Name}.");
    }
}
