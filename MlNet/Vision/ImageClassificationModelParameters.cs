using Microsoft.ML.Data;
using Microsoft.ML.Model;
using Microsoft.ML.Trainers;
using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Vision;

/// <summary>
/// A classifier of image files: a pretrained graph with a soft-max layer behind it. It maps the bytes of a file to one probability a class; bytes that are no
/// image give NaN, and so no label.
/// </summary>
public sealed class ImageClassificationModelParameters : ModelParametersBase<VBuffer<float>>, IValueMapper, ICanSaveModel, IDisposable
{
    private const string Signature = "IMAGPRED";
    private const string Loader = "ImageClassificationPred";
    private const string GraphEntry = "TFModel";

    private readonly RetrainedGraph _graph;

    internal ImageClassificationModelParameters(RetrainedGraph graph)
    {
        _graph = graph;
        OutputType = new VectorDataViewType(NumberDataViewType.Single, graph.Classes);
    }

    DataViewType IValueMapper.InputType { get; } = new VectorDataViewType(NumberDataViewType.Byte);

    DataViewType IValueMapper.OutputType => OutputType;

    private VectorDataViewType OutputType { get; }

    /// <summary>There is nothing to free: the graph runs on managed memory.</summary>
    public void Dispose()
    {
    }

    [Loadable(Loader)]
    internal static object Load(ModelLoadContext context)
    {
        var reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010001, 0x00010001);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        var classes = reader.ReadInt32();
        var (file, pixels, input, score) = (reader.ReadText(), reader.ReadText(), reader.ReadText(), reader.ReadText());
        var entry = new ByteReader(context.ReadEntry(GraphEntry), context.EntryName(GraphEntry));
        var graph = RetrainedGraph.Load(entry.ReadBytes(entry.ReadCount()).ToArray(), file, pixels, input, score);
        return graph.Classes == classes
            ? new ImageClassificationModelParameters(graph)
            : throw reader.Fault($"it has {classes} classes, but its graph {graph.Classes}");
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        var shape = _graph.Scorer.Image;
        var pixels = new float[shape.Size];
        ValueMapper<VBuffer<byte>, VBuffer<float>> map = (in VBuffer<byte> source, ref VBuffer<float> destination) =>
        {
            var editor = VBufferEditor.Create(ref destination, _graph.Classes);
            if (ImageTensor.TryFill(source.IsDense ? source.GetValues().ToArray() : [.. source.DenseValues()], shape, pixels))
                _graph.Scorer.Score(pixels, 1, editor.Values);
            else
                editor.Values.Fill(float.NaN);
            destination = editor.Commit();
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        var block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010001, 0x00010001, Loader, MlNetAssemblies.Vision));
        block.WriteInt32(sizeof(float));
        block.WriteInt32(_graph.Classes);
        block.WriteText(_graph.FileTensor);
        block.WriteText(_graph.PixelTensor);
        block.WriteText(_graph.InputTensor);
        block.WriteText(_graph.ScoreTensor);
        var entry = new ByteWriter();
        entry.WriteCountedValues<byte>(_graph.Bytes);
        ctx.AddEntry(GraphEntry, entry.Written.Span);
    }
}
