using System.Text.Json;
using MlNetFashion.Interchange.Onnx;
using MlNetFashion.Interchange.TensorFlow;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.NeuralNetworks.Graphs;

namespace MlNetFashion.NeuralNetworks.Tests.Graphs;

/// <summary>Operators of ONNX and TensorFlow one by one. Expected is what PyTorch and NumPy make of the inputs, stored by operators.py.</summary>
public class OperatorTests
{
    private const int OperatorSet = 16; // the last before lists of axes became inputs

    private static readonly JsonElement Stored = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Graphs", "operators.json"))).RootElement;
    private static readonly DenseTensor[] Tensors = [.. Stored.GetProperty("tensors").EnumerateArray().Select(Read)];

    public static TheoryData<string> Formats => ["onnx", "tensorflow"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_operator_gives_what_is_expected(string format)
    {
        var faults = new List<string>();
        foreach (var (index, item) in Stored.GetProperty("cases").EnumerateArray().Index().Where(pair => pair.Item.GetProperty("format").GetString() == format))
        {
            var expected = item.GetProperty("outputs").EnumerateArray().Select(output => Tensors[output.GetInt32()]).ToArray();
            foreach (var threads in new[] { 1, 2 })
            {
                var actual = Run(item, format, expected.Length, threads);
                for (var i = 0; i < expected.Length; i++)
                {
                    if (Difference(expected[i], actual[i]) is { } difference)
                        faults.Add($"case {index} ({item.GetProperty("operation")}), output {i}, {threads} threads: {difference}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static DenseTensor[] Run(JsonElement item, string format, int outputs, int threads)
    {
        var operation = item.GetProperty("operation").GetString()!;
        var inputs = item.GetProperty("inputs").EnumerateArray().Select(input => input.ValueKind == JsonValueKind.Null ? null : Tensors[input.GetInt32()]).ToArray();
        var constants = item.GetProperty("constants").EnumerateArray().Select(constant => constant.GetInt32()).ToHashSet();
        DenseTensor[] fed = [.. inputs.Where((input, index) => input is not null && !constants.Contains(index)).Select(input => input!)];
        string[] names = [.. inputs.Select((input, index) => input is null ? "" : $"x{index}")];
        string[] given = [.. Enumerable.Range(0, outputs).Select(index => $"y{index}")];
        if (format == "onnx")
        {
            var builder = new OnnxBuilder("operator", "test", operation == "LayerNormalization" ? 17 : operation == "Gelu" ? 20 : OperatorSet);
            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] is not { } input)
                    continue;
                if (constants.Contains(i))
                    builder.Initializer(input.Type == ElementType.Single ? OnnxTensor.OfSingles(names[i], input.Singles, input.Shape.AsSpan()) : OnnxTensor.OfIntegers(names[i], input.Integers, input.Shape.AsSpan()));
                else
                    builder.Input(names[i], Enum.Parse<OnnxDataType>(input.Type.ToString()), [.. input.Shape.Select(size => (long?)size)]);
            }

            builder.Node(operation, names, given, Attributes(item));
            return OnnxModel.Compile(builder.Build(), given).Run(fed, threads);
        }

        var graph = new GraphBuilder();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (!constants.Contains(i))
                graph.Placeholder(names[i], Enum.Parse<GraphDataType>(inputs[i]!.Type.ToString()), [.. inputs[i]!.Shape]);
            else
                graph.Constant(names[i], Constant(inputs[i]!));
        }

        graph.Node(operation, "y", names, Attributes(item));
        return FrozenGraph.Compile(graph.Build(), [.. names.Where((_, index) => !constants.Contains(index))], [.. Enumerable.Range(0, outputs).Select(index => $"y:{index}")]).Run(fed, threads);
    }

    private static GraphTensor Constant(DenseTensor tensor) => tensor.Type == ElementType.Single
        ? GraphTensor.OfSingles(tensor.Singles, tensor.Shape.AsSpan())
        : GraphTensor.OfIntegers([.. tensor.Integers.ToArray().Select(value => (int)value)], tensor.Shape.AsSpan());

    private static (string Name, object Value)[] Attributes(JsonElement item) => [.. item.GetProperty("attributes").EnumerateObject().Select(attribute =>
    {
        var value = attribute.Value.GetProperty("value");
        return (attribute.Name, attribute.Value.GetProperty("kind").GetString() switch
        {
            "truth" => (object)value.GetBoolean(),
            "integer" => value.GetInt64(),
            "number" => value.GetSingle(),
            "text" => value.GetString()!,
            "integers" => value.EnumerateArray().Select(number => number.GetInt64()).ToArray(),
            _ => value.EnumerateArray().Select(number => number.GetSingle()).ToArray(),
        });
    })];

    private static DenseTensor Read(JsonElement stored)
    {
        var type = Enum.Parse<ElementType>(stored.GetProperty("type").GetString()!);
        int[] shape = [.. stored.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        var values = stored.GetProperty("values").EnumerateArray();
        return type == ElementType.Single
            ? DenseTensor.OfSingles([.. values.Select(value => value.GetSingle())], shape)
            : DenseTensor.OfIntegers(type, [.. values.Select(value => value.GetInt64())], shape);
    }

    private static string? Difference(DenseTensor expected, DenseTensor actual)
    {
        if (expected.Type != actual.Type || !expected.Shape.SequenceEqual(actual.Shape))
            return $"expected {expected}, received {actual}.";
        for (var i = 0; i < expected.Count; i++)
        {
            var (wanted, received) = expected.Type == ElementType.Single ? (expected.Singles[i], actual.Singles[i]) : (expected.Integers[i], actual.Integers[i]);
            if (!(Math.Abs(wanted - received) <= 2e-5 + (2e-5 * Math.Abs(wanted))))
                return $"[{i}] expected {wanted}, received {received}.";
        }

        return null;
    }
}
