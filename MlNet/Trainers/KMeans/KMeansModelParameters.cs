using System.Numerics.Tensors;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>The centres of clusters; the scores are the squared distances from them.</summary>
public sealed class KMeansModelParameters : ModelParametersBase<VBuffer<float>>, IValueMapper
{
    // ML.NET pads this signature with spaces, which a block stores as zeros.
    private const string Signature = "KMEANS  ";
    private readonly VBuffer<float>[] _centroids;
    private readonly float[] _squares;
    private readonly LinearScores _products;

    internal KMeansModelParameters(VBuffer<float>[] centroids)
    {
        _centroids = centroids;
        InputType = new VectorDataViewType(NumberDataViewType.Single, centroids[0].Length);
        OutputType = new VectorDataViewType(NumberDataViewType.Single, centroids.Length);
        _squares = Array.ConvertAll(centroids, centroid => TensorPrimitives.SumOfSquares(centroid.GetValues()));
        _products = new LinearScores(InputType.Size, centroids, new float[centroids.Length]);
    }

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => OutputType;

    internal VectorDataViewType InputType { get; }

    internal VectorDataViewType OutputType { get; }

    /// <summary>Copies the centres of the clusters.</summary>
    public void GetClusterCentroids(ref VBuffer<float>[] centroids, out int k)
    {
        k = _centroids.Length;
        if (centroids is null || centroids.Length < k)
            centroids = new VBuffer<float>[k];
        for (int i = 0; i < k; i++)
            _centroids[i].CopyTo(ref centroids[i]);
    }

    [Loadable("KMeansPredictor")]
    internal static object Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010002, 0x00010001);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        int clusters = reader.ReadInt32();
        int features = reader.ReadInt32();
        if (clusters <= 0 || features <= 0)
            throw reader.Fault("it has no clusters or no features");
        var centroids = new List<VBuffer<float>>();
        for (int k = 0; k < clusters; k++)
        {
            int count = reader.ReadInt32();
            if (count < 0 || count > features)
                throw reader.Fault($"its centre {k} has {count} values for {features} features");
            int[] indices = count < features ? reader.ReadValues<int>(count) : [];
            for (int i = 0; i < indices.Length; i++)
            {
                if (indices[i] < 0 || indices[i] >= features || (i > 0 && indices[i] <= indices[i - 1]))
                    throw reader.Fault($"the indices of its centre {k} do not increase within the features");
            }

            centroids.Add(new VBuffer<float>(features, count, reader.ReadValues<float>(count), indices));
        }

        return new KMeansModelParameters([.. centroids]);
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        AlignedFloats room = _products.MakeRoom();
        ValueMapper<VBuffer<float>, VBuffer<float>> map = (in VBuffer<float> source, ref VBuffer<float> destination) =>
        {
            var editor = VBufferEditor.Create(ref destination, _squares.Length);
            _products.Fill(source, room, editor.Values);
            float square = TensorPrimitives.SumOfSquares(source.GetValues());
            for (int k = 0; k < _squares.Length; k++)
                editor.Values[k] = (-2 * editor.Values[k]) + _squares[k] + square;
            destination = editor.Commit();
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010002, 0x00010002, "KMeansPredictor", MlNetAssemblies.KMeansClustering));
        block.WriteInt32(sizeof(float));
        block.WriteInt32(_centroids.Length);
        block.WriteInt32(InputType.Size);
        foreach (VBuffer<float> centroid in _centroids)
        {
            block.WriteInt32(centroid.GetValues().Length);
            block.WriteValues(centroid.GetIndices());
            block.WriteValues(centroid.GetValues());
        }
    }
}
