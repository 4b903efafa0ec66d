using System.Diagnostics;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

public sealed class DataSetSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DataSetLocator Locator => new(null, _folder.Path, _folder.Path);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Found_files_are_used_and_called_by_what_they_are(bool gzip)
    {
        IdxFiles.WriteSet(_folder, "data/fashion-mnist", gzip);

        var images = Load();

        Assert.Equal((20, 10), (images.Train.Count, images.Test.Count));
        Assert.Contains("not the published Fashion-MNIST", images.Name);
        Assert.Contains("not the published Fashion-MNIST", images.Notice);
        Assert.Equal(4, images.Files.Length);
        Assert.All(images.Files, file => Assert.Contains(file.Md5, images.Checksum));
        Assert.False(images.IsSketch);
    }

    [Fact]
    public void Images_and_labels_must_belong_together()
    {
        IdxFiles.WriteSet(_folder, "data/fashion-mnist", gzip: false);
        _folder.Write("data/fashion-mnist/train-labels-idx1-ubyte", IdxFiles.Labels(19));

        var fault = Assert.Throws<InvalidDataException>(Load);

        Assert.Contains("expected as many labels as there are images (20), received 19", fault.Message);
        OneSentence.Check(fault.Message);
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        IdxFiles.WriteSet(_folder, "data/fashion-mnist", gzip: false);
        _folder.Write("data/fashion-mnist/train-images-idx3-ubyte", IdxFiles.Images(20, height: 32, width: 32));

        Assert.Contains("expected 28x28 pixels, received 32x32", Assert.Throws<InvalidDataException>(Load).Message);
    }

    [Fact]
    public void Without_data_and_network_the_sketch_stands_in_and_says_so()
    {
        var watch = Stopwatch.StartNew();
        var unreachable = PublishedDataSet.FashionMnist with { Addresses = [new("http://127.0.0.1:9/"), new("http://no-such-machine.invalid/")] };

        // The sketch belongs to the one data set it draws; a copy with other addresses has none and reports what happened.
        var fault = Assert.Throws<FileNotFoundException>(() => DataSetSource.Load(unreachable, new DataSetOptions(), Locator));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60); // no wait of minutes, even on a busy machine
        Assert.Contains("train-images-idx3-ubyte.gz could not be downloaded", fault.Message);

        var images = DataSetSource.Load(PublishedDataSet.FashionMnist, new DataSetOptions { AllowDownload = false, SketchTrainCount = 300, SketchTestCount = 50 }, Locator);
        Assert.True(images.IsSketch);
        Assert.Contains("sketch", images.Name, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("say nothing about Fashion-MNIST", images.Notice);
        Assert.Equal((300, 50), (images.Train.Count, images.Test.Count));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Without_data_MNIST_is_an_error()
    {
        var options = new DataSetOptions { AllowDownload = false };

        Assert.Throws<FileNotFoundException>(() => DataSetSource.Load(PublishedDataSet.Mnist, options, Locator));
        Assert.Throws<FileNotFoundException>(() => DataSetSource.Load(PublishedDataSet.FashionMnist, options with { AllowSketch = false }, Locator));
        Assert.Throws<ArgumentException>(() => DataSetSource.Load(PublishedDataSet.Mnist, new DataSetOptions { UseSketch = true }, Locator));
    }

    [SkippableTheory]
    [InlineData("fashion-mnist")]
    [InlineData("mnist")]
    public void The_published_files_are_recognised_gzipped_and_unpacked_and_in_another_order(string name)
    {
        var folder = SharedFiles.Require($"datasets/{name}");
        var dataSet = name == "mnist" ? PublishedDataSet.Mnist : PublishedDataSet.FashionMnist;

        var images = DataSetSource.Load(dataSet, new DataSetOptions { Folder = folder }, Locator);

        Assert.True(images.IsPublished);
        Assert.Equal(dataSet.Name, images.Name);
        Assert.Null(images.Notice);
        Assert.All(images.Files, file => Assert.True(file.IsPublished));
        Assert.Equal((60_000, 10_000), (images.Train.Count, images.Test.Count));

        var rows = Enumerable.Range(0, 10_000).ToArray();
        new Random(1).Shuffle(rows);
        Assert.True(dataSet.Holds(images.Train, images.Test.Subset(rows)));
        rows[0] = rows[1];
        Assert.False(dataSet.Holds(images.Train, images.Test.Subset(rows)));

        foreach (var file in images.Files.Where(file => file.Name.StartsWith("t10k", StringComparison.Ordinal)))
        {
            using var unpacked = new System.IO.Compression.GZipStream(File.OpenRead(file.Path), System.IO.Compression.CompressionMode.Decompress);
            var md5 = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(unpacked));
            Assert.Contains(dataSet.Files, known => known.PlainMd5 == md5);
        }
    }

    [SkippableFact]
    public void MNIST_is_not_taken_for_Fashion_MNIST()
    {
        var folder = SharedFiles.Require("datasets/mnist");

        var fault = Assert.Throws<InvalidDataException>(() => DataSetSource.Load(PublishedDataSet.FashionMnist, new DataSetOptions { Folder = folder }, Locator));

        Assert.Contains("expected Fashion-MNIST, received MNIST", fault.Message);
    }

    private LoadedImages Load() => DataSetSource.Load(PublishedDataSet.FashionMnist, new DataSetOptions { AllowDownload = false }, Locator);
}
