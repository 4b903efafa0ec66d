using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Idv;
using MlNetFashion.Interchange.Models;
using MlNetFashion.NeuralNetworks;
using MlNetFashion.NeuralNetworks.Formats;
using MlNetFashion.Pipelines.Models;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.Pipelines.Tests.Models;

public class NetworkModelArchiveTests
{
    private static readonly string[] Classes = ["Ankle boot", "Bag", "Coat"];

    [Fact]
    public void The_archive_holds_a_graph_and_a_maximum_entropy_model()
    {
        var network = SmallNetworks.Convolution();
        using var archive = ModelArchiveReader.Open(new MemoryStream(Write(network, "Features", Classes)));
        Assert.Equal(
            ["TrainingInfo/Version.txt", "TransformerChain/Transform_000/Model.key", "TransformerChain/Transform_000/TFModel",
             "TransformerChain/Transform_001/Model.key", "TransformerChain/Transform_001/Model/LabelNames",
             "TransformerChain/Transform_001/Model/Model.key", "TransformerChain/Transform_001/TrainSchema", "TransformerChain/Model.key"],
            archive.Entries);

        var chain = Block(archive, "TransformerChain", "XF CHAIN", "TransformerChain", MlNetAssemblies.Data);
        Assert.Equal([2, 7, 7], chain.ReadValues<int>(3));
        chain.CheckEnd();

        var transformer = Block(archive, "TransformerChain/Transform_000", "TENSFLOW", "TensorFlowTransform", MlNetAssemblies.TensorFlow);
        Assert.Equal((true, false, true), (transformer.ReadBoolean(), transformer.ReadBoolean(), transformer.ReadBoolean()));
        Assert.Equal((1, "Features"), (transformer.ReadInt32(), transformer.ReadName()));
        Assert.Equal((1, "CnnFeatures"), (transformer.ReadInt32(), transformer.ReadName()));
        transformer.CheckEnd();
        var graph = new ByteReader(archive.Read("TransformerChain/Transform_000/TFModel"), "TFModel").ReadCountedValues<byte>();
        Assert.Equal(FrozenGraph.Export(network.WithoutHead(), "Features", "CnnFeatures"), graph);

        var scorer = Block(archive, "TransformerChain/Transform_001", "MC  PRED", "MulticlassPredXfer", MlNetAssemblies.Data);
        Assert.Equal(["CnnFeatures", "Label", "Score", "PredictedLabel"], Enumerable.Range(0, 4).Select(_ => scorer.ReadName()));
        scorer.CheckEnd();

        var model = Block(archive, "TransformerChain/Transform_001/Model", "MULTI LR", "MultiClassLRExec", MlNetAssemblies.StandardTrainers);
        Assert.Equal([4, 5, 3], model.ReadValues<int>(3));
        Assert.Equal(network.Head.Biases, model.ReadValues<float>(3));
        Assert.Equal([0, 0], model.ReadValues<int>(2));
        Assert.Equal(network.Head.Weights, model.ReadCountedValues<float>());
        model.CheckEnd();
        var names = new ByteReader(archive.Read("TransformerChain/Transform_001/Model/LabelNames"), "LabelNames").ReadValues<int>(3);
        Assert.Equal(Classes, names.Select(model.StringOf));

        var schema = IdvSchemaReader.Read(archive.Read("TransformerChain/Transform_001/TrainSchema"), "TrainSchema");
        var label = schema.Single(column => column.Name == "Label");
        Assert.Equal(IdvType.Key(IdvPrimitive.UInt32, 3), label.Type);
        Assert.Equal(Classes, label.Annotation("KeyValues")!.Value);
        Assert.Equal(IdvType.SingleVector(5), schema.Single(column => column.Name == "CnnFeatures").Type);
    }

    /// <summary>A classifier that ML.NET trained, written again as a network of one layer.</summary>
    [SkippableFact]
    public void The_head_is_byte_for_byte_what_ML_NET_writes()
    {
        using var reference = ModelArchiveReader.Open(new MemoryStream(File.ReadAllBytes(SharedFiles.Require("mlnet-reference/models/text-keys.zip"))));
        const string folder = "TransformerChain/Transform_002";
        var label = IdvSchemaReader.Read(reference.Read($"{folder}/TrainSchema"), "TrainSchema").Single(column => column.Name == "Label");
        var body = new ModelBlockReader(reference.ReadBlock($"{folder}/Model"), "model");
        Assert.Equal([4, 784, 10], body.ReadValues<int>(3));
        var biases = body.ReadValues<float>(10);
        Assert.Equal([0, 0], body.ReadValues<int>(2));
        var weights = body.ReadCountedValues<float>();

        var kernel = new float[weights.Length];
        for (var i = 0; i < kernel.Length; i++)
            kernel[i] = weights[(i % 10 * 784) + (i / 10)];
        var network = Network.FromParameters(
            new NetworkArchitecture("linear", new TensorShape(1, 1, 784), [new Dense(10) { Activation = Activation.Softmax }]),
            [new LayerParameters("", [new NamedArray("kernel", [784, 10], kernel), new NamedArray("bias", [10], biases)])]);
        using var written = ModelArchiveReader.Open(new MemoryStream(Write(network, "Features", (string[])label.Annotation("KeyValues")!.Value)));
        foreach (var entry in new[] { "Model.key", "Model/Model.key", "Model/LabelNames" })
            Assert.Equal(reference.Read($"{folder}/{entry}"), written.Read($"TransformerChain/Transform_000/{entry}"));
        var schema = IdvSchemaReader.Read(written.Read("TransformerChain/Transform_000/TrainSchema"), "TrainSchema");
        Assert.Equal(label.Type, schema.Single(column => column.Name == "Label").Type);
        Assert.Equal(label.Annotation("KeyValues")!.Value, schema.Single(column => column.Name == "Label").Annotation("KeyValues")!.Value);
    }

    [Fact]
    public void Numbers_as_label_values_leave_out_the_label_names()
    {
        using var archive = ModelArchiveReader.Open(new MemoryStream(Write(SmallNetworks.Convolution(), "Features", new[] { 9f, 0f, 3f })));
        Assert.False(archive.Contains("TransformerChain/Transform_001/Model/LabelNames"));
        var schema = IdvSchemaReader.Read(archive.Read("TransformerChain/Transform_001/TrainSchema"), "TrainSchema");
        Assert.Equal(new[] { 9f, 0f, 3f }, schema.Single(column => column.Name == "Label").Annotation("KeyValues")!.Value);
    }

    [Theory]
    [InlineData("Pixels of the image")]
    [InlineData("a/b")]
    public void A_column_whose_name_no_node_can_have_is_copied_first(string name)
    {
        using var archive = ModelArchiveReader.Open(new MemoryStream(Write(SmallNetworks.Convolution(), name, Classes)));
        var copy = Block(archive, "TransformerChain/Transform_000", "CONCAT F", "ConcatTransform", MlNetAssemblies.Data);
        Assert.Equal((1, "CnnInput", 1, name, null), (copy.ReadInt32(), copy.ReadString(), copy.ReadInt32(), copy.ReadString(), copy.ReadString()));
        copy.CheckEnd();
        var transformer = Block(archive, "TransformerChain/Transform_001", "TENSFLOW", "TensorFlowTransform", MlNetAssemblies.TensorFlow);
        transformer.ReadBytes(3);
        Assert.Equal((1, "CnnInput"), (transformer.ReadInt32(), transformer.ReadString()));
        Assert.True(archive.ContainsBlock("TransformerChain/Transform_002/Model"));
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes() =>
        Assert.Equal(Write(SmallNetworks.Convolution(), "Features", Classes), Write(SmallNetworks.Convolution(), "Features", Classes));

    [Fact]
    public void Columns_that_do_not_fit_are_refused_and_nothing_is_written()
    {
        var network = SmallNetworks.Convolution();
        var output = new MemoryStream();
        Assert.Throws<ArgumentException>(() => NetworkModelArchive.Write(output, network, "Nothing", "Label", null, SmallNetworks.Schema("Features", 32)));
        Assert.Throws<ArgumentException>(() => NetworkModelArchive.Write(output, network, "Features", "Label", null, SmallNetworks.Schema("Features", 31)));
        Assert.Throws<ArgumentException>(() => NetworkModelArchive.Write(output, network, "Features", "Label", new[] { "one" }, SmallNetworks.Schema("Features", 32)));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void Label_values_are_read_from_the_schema()
    {
        Assert.Equal(new[] { "b", "a" }, LabelValues.Of(Label(TextDataViewType.Instance, new VBuffer<ReadOnlyMemory<char>>(2, ["b".AsMemory(), "a".AsMemory()]))));
        Assert.Equal(new[] { 9f, 0f }, LabelValues.Of(Label(NumberDataViewType.Single, new VBuffer<float>(2, 1, [9f], [0]))));
        Assert.Null(LabelValues.Of(SmallNetworks.Schema("Features", 32)["Label"]));

        static DataViewSchema.Column Label<T>(PrimitiveDataViewType type, VBuffer<T> values)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add("KeyValues", new VectorDataViewType(type, values.Length), (ref VBuffer<T> value) => values.CopyTo(ref value));
            var builder = new DataViewSchema.Builder();
            builder.AddColumn("Label", new KeyDataViewType(typeof(uint), values.Length), annotations.ToAnnotations());
            return builder.ToSchema()["Label"];
        }
    }

    private static byte[] Write(Network network, string featureColumn, Array labelValues)
    {
        var output = new MemoryStream();
        NetworkModelArchive.Write(output, network, featureColumn, "Label", labelValues, SmallNetworks.Schema(featureColumn, network.Architecture.Input.Size));
        return output.ToArray();
    }

    private static ModelBlockReader Block(ModelArchiveReader archive, string folder, string signature, string loader, string assembly)
    {
        var block = archive.ReadBlock(folder);
        Assert.Equal((signature, loader, assembly), (block.Header.Signature, block.Header.Loader, block.Header.AssemblyName));
        return new ModelBlockReader(block, folder);
    }
}
