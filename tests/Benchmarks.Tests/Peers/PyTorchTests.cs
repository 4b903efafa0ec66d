namespace MlNetFashion.Benchmarks.Tests;

/// <summary>The conversation with PyTorch, where it is installed.</summary>
public class PyTorchTests
{
    [SkippableFact]
    public void It_builds_and_trains_every_network_of_the_benchmarks()
    {
        using var peer = Start();
        var images = TrainingImages.Noise();
        peer.Load(images with { Pixels = images.Pixels[..(256 * images.Shape.Size)], Labels = images.Labels[..256] });

        Assert.All(BenchmarkNetworks.All, network =>
        {
            peer.Prepare(network, probeSeconds: 0.01);
            var round = peer.Train(2);

            Assert.Equal(2 * network.BatchSize, round.Images);
            Assert.InRange(round.Loss, 1, 4); // ln 10 = 2.3 before anything is learned
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
