using System.Numerics.Tensors;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>The principal axes of one column: orthonormal vectors by falling variance, and what the mean comes to along each.</summary>
/// <param name="Features">The length of an axis.</param>
/// <param name="Axes">The axes.</param>
/// <param name="ProjectedMean">The mean along each axis, taken off the projections; empty where the data were not centred.</param>
internal sealed record PrincipalAxes(int Features, float[][] Axes, float[] ProjectedMean)
{
    internal int Rank => Axes.Length;

    internal static PrincipalAxes Load(ModelBlockReader reader)
    {
        int features = reader.ReadInt32();
        int rank = reader.ReadInt32();
        if (features <= 0 || rank <= 0 || rank > features)
            throw reader.Fault($"{rank} principal components of {features} features are impossible");
        var axes = new List<float[]>();
        for (int k = 0; k < rank; k++)
            axes.Add(reader.ReadValues<float>(features));
        float[] mean = reader.ReadCountedValues<float>();
        if (mean.Length != 0 && mean.Length != rank)
            throw reader.Fault("its mean has not one value a component");
        return new PrincipalAxes(features, [.. axes], mean);
    }

    internal void Save(ModelBlockWriter block)
    {
        block.WriteInt32(Features);
        block.WriteInt32(Rank);
        foreach (float[] axis in Axes)
            block.WriteValues<float>(axis);
        block.WriteCountedValues<float>(ProjectedMean);
    }

    /// <summary>A getter of the projections of a vector column.</summary>
    internal Delegate CreateGetter(DataViewRow row, DataViewSchema.Column input)
    {
        ValueGetter<VBuffer<float>> getter = row.GetGetter<VBuffer<float>>(input);
        var scores = new Trainers.LinearScores(Features, [.. Axes.Select(axis => new VBuffer<float>(Features, axis))], new float[Rank]);
        Trainers.AlignedFloats room = scores.MakeRoom();
        VBuffer<float> source = default;
        return (ValueGetter<VBuffer<float>>)((ref VBuffer<float> value) =>
        {
            getter(ref source);
            var editor = VBufferEditor.Create(ref value, Rank);
            scores.Fill(source, room, editor.Values);
            if (ProjectedMean.Length > 0)
                TensorPrimitives.Subtract<float>(editor.Values, ProjectedMean, editor.Values);
            value = editor.Commit();
        });
    }
}
