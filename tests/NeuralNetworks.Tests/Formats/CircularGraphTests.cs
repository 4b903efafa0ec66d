using System.Text;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;

namespace MlNetFashion.NeuralNetworks.Tests.Formats;

/// <summary>Graphs that no builder makes, but that a file can hold: their nodes read each other.</summary>
public class CircularGraphTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_circle_in_a_frozen_graph_is_refused(bool isSum)
    {
        var builder = new GraphBuilder();
        var x = builder.Placeholder("inpt", -1, 4, 4, 1);
        x = builder.Unary("Relu", "aaaa", x);
        x = isSum ? builder.Add("bbbb", x, builder.Unary("Tanh", "cccc", x)) : builder.Unary("Relu", "bbbb", x);
        var bytes = ReadingItself(builder.Build().ToBytes(), "inpt", "bbbb");
        Assert.Contains("circle", Assert.Throws<InvalidDataException>(() => FrozenGraph.Import(bytes, "inpt", "bbbb")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_circle_in_an_onnx_model_is_refused(bool isSum)
    {
        var builder = new OnnxBuilder("circle", "test");
        var x = builder.Input("inpt", 1, 4, 4);
        x = builder.Unary("Relu", "aaaa", x);
        x = isSum ? builder.Binary("Add", "bbbb", x, builder.Unary("Tanh", "cccc", x)) : builder.Unary("Relu", "bbbb", x);
        builder.Output("bbbb", 1, 4, 4);
        var bytes = ReadingItself(builder.Build().ToBytes(), "inpt", "bbbb");
        Assert.Contains("circle", Assert.Throws<InvalidDataException>(() => OnnxModel.Import(bytes, "bbbb")).Message, StringComparison.Ordinal);
    }

    /// <summary>The same file, but the node that reads the input reads the output instead: names of one length change nothing else.</summary>
    private static byte[] ReadingItself(byte[] bytes, string input, string output)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var node = text.IndexOf("aaaa", StringComparison.Ordinal);
        var reads = text.IndexOf(input, node, StringComparison.Ordinal);
        if (reads < 0 || reads - node > 40)
            reads = text.LastIndexOf(input, node, StringComparison.Ordinal);
        Encoding.Latin1.GetBytes(output).CopyTo(bytes, reads);
        return bytes;
    }
}
