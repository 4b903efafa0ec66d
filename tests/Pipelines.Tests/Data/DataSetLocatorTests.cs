using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests;

public sealed class DataSetLocatorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DataSetLocatorTests() => _folder.Write("work/repository/MlNetFashion.sln", []);

    public void Dispose() => _folder.Dispose();

    private string Root => Path.Combine(_folder.Path, "work", "repository");

    [Fact]
    public void The_same_data_is_found_from_the_root_from_a_project_and_from_elsewhere()
    {
        IdxFiles.WriteSet(_folder, "work/repository/data/fashion-mnist", gzip: true);
        Directory.CreateDirectory(Path.Combine(Root, "Experiments", "bin", "Debug"));
        var binaries = Path.Combine(Root, "Experiments", "bin", "Debug");

        string[] starts = [Root, Path.Combine(Root, "Experiments"), _folder.Path];
        var found = starts.Select(start => new DataSetLocator(null, start, binaries).Find(null, PublishedDataSet.FashionMnist)!.Path);

        Assert.All(found, path => Assert.Equal(Path.Combine(Root, "data", "fashion-mnist"), path));
    }

    [Fact]
    public void Folders_are_tried_in_their_order()
    {
        IdxFiles.WriteSet(_folder, "work/shared/datasets/fashion-mnist", gzip: true);
        Assert.EndsWith("shared/datasets/fashion-mnist", Find(), StringComparison.Ordinal);

        IdxFiles.WriteSet(_folder, "work/repository/data", gzip: false);
        Assert.EndsWith("repository/data", Find(), StringComparison.Ordinal);

        IdxFiles.WriteSet(_folder, "work/repository/data/fashion-mnist", gzip: false);
        Assert.EndsWith("data/fashion-mnist", Find(), StringComparison.Ordinal);

        IdxFiles.WriteSet(_folder, "mine/fashion-mnist", gzip: false);
        Assert.EndsWith("mine/fashion-mnist", Find(environment: Path.Combine(_folder.Path, "mine")), StringComparison.Ordinal);

        IdxFiles.WriteSet(_folder, "named", gzip: false);
        Assert.EndsWith("named", Find("../../named", environment: Path.Combine(_folder.Path, "mine")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_folder_without_the_files_is_an_error_although_others_have_them()
    {
        IdxFiles.WriteSet(_folder, "work/repository/data/fashion-mnist", gzip: true);
        _folder.Write("half/train-images-idx3-ubyte.gz", [1]);

        var absent = Assert.Throws<FileNotFoundException>(() => Find(Path.Combine(_folder.Path, "nowhere")));
        var partial = Assert.Throws<FileNotFoundException>(() => Find(Path.Combine(_folder.Path, "half")));
        var environment = Assert.Throws<FileNotFoundException>(() => Find(environment: Path.Combine(_folder.Path, "nowhere")));

        Assert.Contains("there is no such folder", absent.Message);
        Assert.Contains("received only a part of them: train-labels-idx1-ubyte.gz and t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz are missing", partial.Message);
        Assert.Contains("MLNETFASHION_DATA", environment.Message);
    }

    [Fact]
    public void Files_directly_in_a_common_folder_are_not_taken_for_MNIST()
    {
        IdxFiles.WriteSet(_folder, "work/repository/data", gzip: true);
        var locator = new DataSetLocator(null, Root, Root);

        Assert.Null(locator.Find(null, PublishedDataSet.Mnist));
        Assert.NotNull(locator.Find(Path.Combine(Root, "data"), PublishedDataSet.Mnist));
    }

    private string Find(string? folder = null, string? environment = null) =>
        new DataSetLocator(environment, Root, Root).Find(folder, PublishedDataSet.FashionMnist)!.Path.Replace('\\', '/');
}
