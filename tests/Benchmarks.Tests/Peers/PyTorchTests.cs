namespace MlNetFashion.Benchmarks.Tests;

/// <summary>The conversation with PyTorch, where it is installed.</summary>
public class PyTorchTests
{
    [SkippableFact]
    public void It_builds_and_trains_every_network_of_the_benchmarks()
    {
        using var peer = Start();
        peer.Load(Noise(32));

        Assert.All(BenchmarkNetworks.All, network =>
        {
            peer.Prepare(network with { BatchSize = 8 }, probeSeconds: 0.01);
            var round = peer.Train(2);

            Assert.Equal(2 * 8, round.Images);
            Assert.InRange(round.Loss!.Value, 1, 4); // ln 10 = 2.3 before anything is learned
        });
    }

    [Fact]
    public void A_peer_that_is_not_there_is_named()
    {
        var error = Assert.Throws<PeerException>(() => PyTorch.Start("/nowhere/python3", null, 256, 1));

        Assert.Contains("'/nowhere/python3'", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_peer_that_ends_is_quoted()
    {
        Skip.IfNot(File.Exists("/bin/sh"), "/bin/sh is not here.");
        using var peer = new PeerProcess("The peer", "/bin/sh", ["-c", "echo no such module >&2; exit 1"], new Dictionary<string, string?>());

        Assert.Equal("The peer ended while it was asked to 'hello'. It said: no such module", Assert.Throws<PeerException>(() => peer.Ask("hello")).Message);
    }

    [SkippableFact]
    public void It_runs_every_network_of_the_benchmarks()
    {
        using var peer = Start();
        var inference = new PyTorchInference(peer);

        Assert.All(BenchmarkNetworks.All, network =>
        {
            inference.Prepare(network, batchSize: 3, probeSeconds: 0.01);

            Assert.Equal(6, inference.Run(2).Images);
        });
    }

    private static TrainingImages Noise(int count)
    {
        var random = new Random(1);
        var pixels = new byte[count * 784];
        random.NextBytes(pixels);
        return new TrainingImages("noise", pixels, [.. Enumerable.Range(0, count).Select(_ => random.Next(10))], new(28, 28, 1));
    }

    private static PyTorch Start()
    {
        const string python = "/usr/bin/python3";
        Skip.IfNot(File.Exists(python), $"{python} is not here.");
        try
        {
            return PyTorch.Start(python, PyTorchEnvironment.FindOpenBlas(), FmaPeak.VectorBits, 1);
        }
        catch (PeerException error)
        {
            Skip.If(true, error.Message);
            throw;
        }
    }
}
