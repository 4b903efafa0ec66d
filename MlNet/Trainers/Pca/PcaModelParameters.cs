using System.Numerics.Tensors;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>Scores a row by the share of its distance from the mean that the principal axes leave over: 0 for what they explain, 1 for what they do not.</summary>
public sealed class PcaModelParameters : ModelParametersBase<float>, IValueMapper
{
    private const string Signature = "PCA ANOM";
    private const string Loader = "pcaAnomExec";
    private readonly float[][] _axes;
    private readonly float[] _mean;
    private readonly float[] _projectedMean;
    private readonly float _squaredMean;

    /// <summary>A mean without values stands for zero.</summary>
    internal PcaModelParameters(int features, float[][] axes, float[] mean)
    {
        _axes = axes;
        _mean = mean;
        _projectedMean = [.. axes.Select(axis => mean.Length == 0 ? 0 : TensorPrimitives.Dot<float>(axis, mean))];
        _squaredMean = TensorPrimitives.SumOfSquares<float>(mean);
        InputType = new VectorDataViewType(NumberDataViewType.Single, features);
    }

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => NumberDataViewType.Single;

    internal VectorDataViewType InputType { get; }

    [Loadable(Loader)]
    internal static object Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010001, 0x00010001);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        int features = reader.ReadInt32();
        int rank = reader.ReadInt32();
        if (features <= 0 || rank <= 0 || rank > features)
            throw reader.Fault($"{rank} principal components of {features} features are impossible");
        float[] mean = reader.ReadBoolean() ? reader.ReadValues<float>(features) : [];
        var axes = new List<float[]>();
        for (int k = 0; k < rank; k++)
            axes.Add(reader.ReadValues<float>(features));
        return new PcaModelParameters(features, [.. axes], mean);
    }

    /// <summary>Copies the principal axes.</summary>
    public void GetEigenVectors(ref VBuffer<float>[] vectors, out int rank)
    {
        rank = _axes.Length;
        if (vectors is null || vectors.Length < rank)
            vectors = new VBuffer<float>[rank];
        for (int k = 0; k < rank; k++)
            new VBuffer<float>(InputType.Size, _axes[k]).CopyTo(ref vectors[k]);
    }

    /// <summary>Copies the mean of the training rows; all zero where it was not taken off.</summary>
    public void GetMean(ref VBuffer<float> mean)
    {
        var editor = VBufferEditor.Create(ref mean, InputType.Size);
        editor.Values.Clear();
        _mean.CopyTo(editor.Values);
        mean = editor.Commit();
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        var dense = new float[InputType.Size];
        ValueMapper<VBuffer<float>, float> map = (in VBuffer<float> source, ref float destination) =>
        {
            if (source.Length != dense.Length)
                throw new InvalidOperationException($"A vector of {dense.Length} features was expected. Received: {source.Length}.");
            source.CopyTo(dense);
            destination = Score(dense);
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010001, 0x00010001, Loader, MlNetAssemblies.Pca));
        block.WriteInt32(sizeof(float));
        block.WriteInt32(InputType.Size);
        block.WriteInt32(_axes.Length);
        block.WriteBoolean(_mean.Length > 0);
        if (_mean.Length > 0)
            block.WriteValues<float>(_mean);
        foreach (float[] axis in _axes)
            block.WriteValues<float>(axis);
    }

    private float Score(ReadOnlySpan<float> row)
    {
        float whole = TensorPrimitives.SumOfSquares(row) + _squaredMean;
        if (_mean.Length > 0)
            whole -= 2 * TensorPrimitives.Dot(row, _mean);
        float explained = 0;
        for (int k = 0; k < _axes.Length; k++)
        {
            float component = TensorPrimitives.Dot(row, _axes[k]) - _projectedMean[k];
            explained += component * component;
        }

        // Rounding may make the explained part the greater one.
        return MathF.Sqrt(MathF.Max(0, whole - explained) / whole);
    }
}
