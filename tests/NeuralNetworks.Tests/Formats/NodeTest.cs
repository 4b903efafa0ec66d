using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

/// <summary>One of ONNX's own node tests: a model of one operator, inputs, and the outputs expected; its reader is skipped where they are absent.</summary>
internal sealed class NodeTest
{
    private readonly string _folder;

    public NodeTest(string name)
    {
        _folder = SharedFiles.Require($"onnx-node-tests/{name}");
        Graph = OnnxGraph.Parse(File.ReadAllBytes(Path.Combine(_folder, "model.onnx")));
    }

    public OnnxGraph Graph { get; }

    public OnnxNode Node => Graph.Nodes[0];

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(SharedFiles.Require("onnx-node-tests")).Select(folder => Path.GetFileName(folder)!);

    public OnnxTensor Input(int index) => Tensor($"input_{index}.pb");

    public float[] Values(int index) => Input(index).ToSingles();

    public float[] Expected(int index = 0) => Tensor($"output_{index}.pb").ToSingles();

    /// <summary>How many inputs the model has.</summary>
    public int Inputs => Graph.Inputs.Length;

    /// <summary>The shape of an expected output.</summary>
    public IEnumerable<int> ExpectedShape(int index = 0) => Tensor($"output_{index}.pb").Shape;

    /// <summary>The model as a network, all inputs but the first made constants.</summary>
    public Network Import()
    {
        var graph = Graph;
        for (var i = 1; i < Graph.Inputs.Length; i++)
            graph = graph.With(Input(i));
        return OnnxModel.Import(graph.ToBytes(), Node.Outputs[0]);
    }

    /// <summary>The project's own measure is rtol 1e-3, atol 1e-7; rounding in single precision wants a little more near zero.</summary>
    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(MathF.Abs(expected[i] - actual[i]) <= (1e-3f * MathF.Abs(expected[i])) + 1e-6f, $"[{i}]: expected {expected[i]}, received {actual[i]}.");
    }

    private OnnxTensor Tensor(string file) => OnnxTensor.Parse(File.ReadAllBytes(Path.Combine(_folder, "test_data_set_0", file)));
}
