using MlNetFashion.Interchange.Binary;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>What a linear model of several classes is made of, and how it lies in a model block.</summary>
internal sealed record LinearMulticlassParts(int Features, float[] Biases, VBuffer<float>[] Weights, string[]? LabelNames)
{
    private const string LabelNamesEntry = "LabelNames";

    /// <summary>From the parameters of a solver: the biases, then the dense weight vectors.</summary>
    internal static LinearMulticlassParts FromParameters(int features, int classes, ReadOnlySpan<float> parameters, string[]? labelNames)
    {
        var weights = new VBuffer<float>[classes];
        for (int k = 0; k < classes; k++)
            weights[k] = new VBuffer<float>(features, parameters.Slice(classes + (k * features), features).ToArray());
        return new LinearMulticlassParts(features, parameters[..classes].ToArray(), weights, labelNames);
    }

    /// <summary>The names of the classes where the label's key values are distinct, non-empty texts; null otherwise.</summary>
    internal static string[]? LabelNamesOf(DataViewSchema.Column label, int classes)
    {
        if (label.Annotations.Schema.GetColumnOrNull(AnnotationKinds.KeyValues) is not { Type: VectorDataViewType { ItemType: TextDataViewType } type } || type.Size != classes)
            return null;
        VBuffer<ReadOnlyMemory<char>> values = default;
        label.Annotations.GetValue(AnnotationKinds.KeyValues, ref values);
        string[] names = [.. values.DenseValues().Select(value => value.ToString())];
        return names.All(name => name.Length > 0) && names.Distinct(StringComparer.Ordinal).Count() == classes ? names : null;
    }

    internal static LinearMulticlassParts Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        int features = reader.ReadInt32();
        int classes = reader.ReadInt32();
        if (features <= 0 || classes <= 0)
            throw reader.Fault("it has no features or no classes");
        float[] biases = reader.ReadValues<float>(classes);
        int rowStarts = reader.ReadInt32();
        VBuffer<float>[] weights = rowStarts == 0 ? ReadDense(reader, features, classes) : ReadSparse(reader, features, classes, rowStarts);
        return new LinearMulticlassParts(features, biases, weights, ReadLabelNames(context, classes));
    }

    internal void Save(ModelSaveContext context, ModelBlockHeader header)
    {
        ModelBlockWriter block = context.Begin(header);
        block.WriteInt32(sizeof(float));
        block.WriteInt32(Features);
        block.WriteInt32(Biases.Length);
        block.WriteValues<float>(Biases);
        if (Weights.All(weight => weight.IsDense))
            WriteDense(block);
        else
            WriteSparse(block);
        if (LabelNames is not null)
        {
            var ids = new ByteWriter();
            foreach (string name in LabelNames)
                ids.WriteInt32(block.StringId(name));
            context.AddEntry(LabelNamesEntry, ids.ToArray());
        }
    }

    private static VBuffer<float>[] ReadDense(ModelBlockReader reader, int features, int classes)
    {
        if (reader.ReadInt32() != 0 || reader.ReadInt32() != (long)features * classes)
            throw reader.Fault("its count of weights is not classes times features");
        var weights = new VBuffer<float>[classes];
        for (int k = 0; k < classes; k++)
            weights[k] = new VBuffer<float>(features, reader.ReadValues<float>(features));
        return weights;
    }

    private static VBuffer<float>[] ReadSparse(ModelBlockReader reader, int features, int classes, int rowStarts)
    {
        if (rowStarts != classes + 1L)
            throw reader.Fault("it does not have one row of weights a class");
        int[] starts = reader.ReadValues<int>(rowStarts);
        int count = reader.ReadInt32();
        if (count < 0 || starts[0] != 0 || starts[^1] != count)
            throw reader.Fault("its rows of weights do not add up");
        int[] indices = reader.ReadValues<int>(count);
        if (reader.ReadInt32() != count)
            throw reader.Fault("it has not as many weights as indices");
        float[] values = reader.ReadValues<float>(count);
        var weights = new VBuffer<float>[classes];
        for (int k = 0; k < classes; k++)
        {
            if (starts[k + 1] < starts[k] || starts[k + 1] > count)
                throw reader.Fault("its rows of weights overlap");
            int[] own = indices[starts[k]..starts[k + 1]];
            for (int i = 0; i < own.Length; i++)
            {
                if (own[i] < 0 || own[i] >= features || (i > 0 && own[i] <= own[i - 1]))
                    throw reader.Fault("the indices of its weights do not increase within the features");
            }

            weights[k] = new VBuffer<float>(features, own.Length, values[starts[k]..starts[k + 1]], own);
        }

        return weights;
    }

    private static string[]? ReadLabelNames(ModelLoadContext context, int classes)
    {
        if (!context.ContainsEntry(LabelNamesEntry))
            return null;
        var ids = new ByteReader(context.ReadEntry(LabelNamesEntry), context.EntryName(LabelNamesEntry));
        var names = new string[classes];
        for (int k = 0; k < classes; k++)
            names[k] = context.Reader.StringOf(ids.ReadInt32()) ?? throw ids.Fault("a class has no name");
        return names;
    }

    private void WriteDense(ModelBlockWriter block)
    {
        block.WriteInt32(0);
        block.WriteInt32(0);
        block.WriteInt32(checked(Features * Biases.Length));
        foreach (VBuffer<float> weight in Weights)
            block.WriteValues<float>(weight.GetValues());
    }

    private void WriteSparse(ModelBlockWriter block)
    {
        int[][] indices = [.. Weights.Select(weight => weight.Items().Select(item => item.Key).ToArray())];
        block.WriteInt32(Weights.Length + 1);
        int count = 0;
        block.WriteInt32(0);
        foreach (int[] own in indices)
            block.WriteInt32(count += own.Length);
        block.WriteInt32(count);
        foreach (int index in indices.SelectMany(own => own))
            block.WriteInt32(index);
        block.WriteInt32(count);
        foreach (VBuffer<float> weight in Weights)
            block.WriteValues<float>(weight.GetValues());
    }
}
