using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;
using MlNetFashion.NeuralNetworks.Tests.Formats;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs;

public class SlimGraphTests
{
    public static TheoryData<string> Names => [.. SlimGraphs.All.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void OpenCV_gives_the_same(string name)
    {
        var graph = SlimGraphs.All[name]();
        var result = FrozenGraph.Compile(graph, [SlimGraphs.Input], [SlimGraphs.Output]).Run([Image(1)])[0];

        var pixels = Image(1).Singles.ToArray();
        float[] channelsFirst = [.. Enumerable.Range(0, pixels.Length).Select(i => pixels[(i % (SlimGraphs.Size * SlimGraphs.Size) * 3) + (i / (SlimGraphs.Size * SlimGraphs.Size))])];
        var expected = OpenCv.Predict("tensorflow", graph.ToBytes(), channelsFirst, 1, 3, SlimGraphs.Size, SlimGraphs.Size);
        Assert.Equal(expected.Length, result.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], result.Singles[i], 2e-5f * Math.Max(1, expected.Max()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_change_no_bit_and_merged_steps_change_next_to_nothing(string name)
    {
        var graph = SlimGraphs.All[name]();
        var compiled = FrozenGraph.Compile(graph, [SlimGraphs.Input], [SlimGraphs.Output]);
        var one = compiled.Run([Image(1)], threads: 1)[0].Singles.ToArray();
        Assert.Equal(one, compiled.Run([Image(1)], threads: 2)[0].Singles.ToArray());
        Assert.Equal(one, compiled.Run([Image(1)], threads: 5)[0].Singles.ToArray());

        // With every node wanted no two steps can be made one.
        string[] all = [SlimGraphs.Output, .. graph.Nodes.Where(node => node.Name != SlimGraphs.Output && node.Operation is not ("Const" or "Placeholder")).Select(node => node.Name)];
        var apart = FrozenGraph.Compile(graph, [SlimGraphs.Input], all).Run([Image(1)])[0].Singles;
        for (var i = 0; i < one.Length; i++)
            Assert.Equal(one[i], apart[i], 1e-5f * Math.Max(1, one.Max()));
    }

    [Fact]
    public void Only_the_branch_of_inference_counts()
    {
        // As Keras froze what differs between training and inference: y = training ? dropout(x) : 2 x.
        var builder = new GraphBuilder();
        var x = builder.Placeholder("x", -1, 3);
        var training = builder.Constant("default", GraphTensor.OfIntegers([0]));
        training = builder.Node("PlaceholderWithDefault", "keras_learning_phase", [builder.Node("Cast", "truth", [training], ("DstT", GraphDataType.Boolean))]);
        builder.Node("Switch", "cond/Switch", [x, training], ("T", GraphDataType.Single));
        var random = builder.Node("RandomUniform", "cond/random", [builder.Constant("cond/shape", GraphTensor.OfIntegers([1, 3], 2))]);
        builder.Multiply("cond/dropout", "cond/Switch:1", random);
        builder.Add("cond/double", "cond/Switch", "cond/Switch");
        builder.Node("Merge", "cond/Merge", ["cond/dropout", "cond/double"], ("N", 2L), ("T", GraphDataType.Single));
        builder.Unary("Relu", "y", "cond/Merge");
        var graph = builder.Build();

        Assert.Equal([2f, 0, 6], FrozenGraph.Compile(graph, ["x"], ["y"]).Run([DenseTensor.OfSingles([1, -2, 3], 1, 3)])[0].Singles.ToArray());
        Assert.Contains("'cond/random' (RandomUniform)", Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(graph, ["x"], ["cond/random"])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => FrozenGraph.Compile(graph, ["x"], ["cond/dropout"]));
    }

    private static DenseTensor Image(int batch)
    {
        var random = new System.Random(4);
        float[] values = [.. Enumerable.Range(0, batch * SlimGraphs.Size * SlimGraphs.Size * 3).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        return DenseTensor.OfSingles(values, batch, SlimGraphs.Size, SlimGraphs.Size, 3);
    }
}
