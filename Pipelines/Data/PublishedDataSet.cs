using System.Collections.Immutable;

namespace MlNetFashion.Pipelines;

/// <summary>What is known about a data set before any of it is here: its files, their checksums and where they are published.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="FolderName">The folder it has among others.</param>
/// <param name="ClassNames">In the order of the class numbers.</param>
/// <param name="Files">Training images, training labels, test images, test labels.</param>
/// <param name="Addresses">Folders on the network that hold the files; the official one first.</param>
/// <param name="CsvPrefix">Kaggle's files are called this with <c>_train.csv</c> and <c>_test.csv</c> behind it.</param>
internal sealed record PublishedDataSet(
    string Name,
    string FolderName,
    ImmutableArray<string> ClassNames,
    ImmutableArray<PublishedFile> Files,
    ImmutableArray<Uri> Addresses,
    string CsvPrefix)
{
    /// <summary><see cref="ContentDigest"/> of the published training and test images.</summary>
    public (ulong Train, ulong Test) Digests { get; init; }

    /// <summary>Fashion-MNIST, MIT licence, Zalando SE: Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747.</summary>
    public static PublishedDataSet FashionMnist { get; } = new(
        "Fashion-MNIST",
        "fashion-mnist",
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
        [
            new("train-images-idx3-ubyte", "8d4fb7e6c68d591d4c3dfef9ec88bf0d", "f4a8712d7a061bf5bd6d2ca38dc4d50a"),
            new("train-labels-idx1-ubyte", "25c81989df183df01b3e8a0aad5dffbe", "9018921c3c673c538a1fc5bad174d6f9"),
            new("t10k-images-idx3-ubyte", "bef4ecab320f06d8554ea6380940ec79", "8181f5470baa50b63fa0f6fddb340f0a"),
            new("t10k-labels-idx1-ubyte", "bb300cfdad3c16e7a12a480ee83cd310", "15d484375f8d13e6eb1aabb0c3f46965"),
        ],
        [
            new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            new("https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"),
        ],
        "fashion-mnist")
    {
        Digests = (0x07084F3A4C6CB64F, 0x6C56523843055242),
    };

    /// <summary>MNIST, the handwritten digits: LeCun, Cortes, Burges 1998.</summary>
    public static PublishedDataSet Mnist { get; } = new(
        "MNIST",
        "mnist",
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
        [
            new("train-images-idx3-ubyte", "f68b3c2dcbeaaa9fbdd348bbdeb94873", "6bbc9ace898e44ae57da46a324031adb"),
            new("train-labels-idx1-ubyte", "d53e105ee54ea40749a09fcbcd1e9432", "a25bea736e30d166cdddb491f175f624"),
            new("t10k-images-idx3-ubyte", "9fb629c4189551a2d022fa330f9573f3", "2646ac647ad5339dbf082846283269ea"),
            new("t10k-labels-idx1-ubyte", "ec29112dd5afa0611ce80d1b7f02629c", "27ae3e4e09519cfbb04c329615203637"),
        ],
        [
            new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        ],
        "mnist")
    {
        Digests = (0x1C9DF5092C6E6016, 0xC047BC1617431F84),
    };

    public int Classes => ClassNames.Length;

    /// <summary>Whether these are the published images, in whatever order.</summary>
    public bool Holds(PackedImages train, PackedImages test) => (ContentDigest.Of(train), ContentDigest.Of(test)) == Digests;
}
