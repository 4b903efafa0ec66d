using MlNetFashion.Interchange.Onnx;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;
using MlNetFashion.NeuralNetworks.Tests.Formats;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs;

/// <summary>ONNX's node tests, run as graphs: the values and the shape that the project itself expects.</summary>
public class OnnxNodeGraphTests
{
    // Operators of training.
    private static readonly string[] Refused =
    [
        "test_adagrad", "test_adam", "test_momentum", "test_nesterov_momentum", "test_nllloss_NC", "test_sce_mean", "test_sce_mean_weight", "test_sce_sum",
        "test_batchnorm_example_training_mode",
    ];

    [SkippableFact]
    public void Every_node_of_inference_gives_what_is_expected()
    {
        foreach (var name in NodeTest.Names.Except(Refused))
        {
            var test = new NodeTest(name);
            var result = OnnxModel.Compile(test.Graph, [test.Node.Outputs[0]]).Run([.. Enumerable.Range(0, test.Inputs).Select(index => Tensor(test.Input(index)))])[0];
            Assert.True(test.ExpectedShape().SequenceEqual(result.Shape), $"{name}: {result}");
            NodeTest.AssertClose(test.Expected(), result.Singles);
        }
    }

    [SkippableFact]
    public void Constant_inputs_give_the_same_as_those_that_are_fed()
    {
        foreach (var name in NodeTest.Names.Except(Refused))
        {
            var test = new NodeTest(name);
            var graph = Enumerable.Range(1, test.Inputs - 1).Aggregate(test.Graph, (model, index) => model.With(test.Input(index)));
            NodeTest.AssertClose(test.Expected(), OnnxModel.Compile(graph, [test.Node.Outputs[0]]).Run([Tensor(test.Input(0))])[0].Singles);
        }
    }

    [SkippableFact]
    public void Nodes_of_training_are_refused_by_name()
    {
        foreach (var name in Refused)
        {
            var test = new NodeTest(name);
            Assert.Contains(test.Node.Operation, Assert.Throws<InvalidDataException>(() => OnnxModel.Compile(test.Graph)).Message, StringComparison.Ordinal);
        }
    }

    private static DenseTensor Tensor(OnnxTensor tensor) => tensor.Type == OnnxDataType.Single
        ? DenseTensor.OfSingles(tensor.ToSingles(), tensor.Shape.AsSpan())
        : DenseTensor.OfIntegers(OnnxModel.TypeOf(tensor.Type), tensor.ToIntegers(), tensor.Shape.AsSpan());
}
