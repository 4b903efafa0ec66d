using MlNetFashion.Experiments.Running;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Experiments.Tests.Running;

public class WeightsFileTests
{
    [Fact]
    public void Weights_are_read_as_they_were_written_and_damaged_ones_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "new", "fold-000.weights");
        var network = Network.FromParameters(
            new("small", new(2, 2, 1), [new Flatten(), new Dense(2)]),
            [new("flatten", []), new("dense", [new("kernel", [4, 2], [1, 2, 3, 4, 5, 6, 7, 8]), new("bias", [2], [9, 10])])]);
        WeightsFile.Write(path, network);

        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], WeightsFile.Read(path)[1]["kernel"].Values);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^3]);
        Assert.Contains("end too soon", Assert.Throws<InvalidDataException>(() => WeightsFile.Read(path)).Message, StringComparison.Ordinal);
        bytes[3] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Throws<InvalidDataException>(() => WeightsFile.Read(path));
    }
}
