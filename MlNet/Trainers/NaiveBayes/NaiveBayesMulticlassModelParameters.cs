using MlNetFashion.Interchange.Models;
using Microsoft.ML.Data;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Naive Bayes over features that are present (above zero) or absent. The scores are unnormalised logarithms: the class's share of the rows times the
/// smoothed chance of each feature's presence or absence in it.
/// </summary>
public sealed class NaiveBayesMulticlassModelParameters : ModelParametersBase<VBuffer<float>>, IValueMapper
{
    private const string Signature = "MNABYPRD";
    private readonly long[] _rowsOfClass;
    private readonly long[][] _presences;
    private readonly double[] _logOfAbsence;
    private readonly double[] _logOfShare;
    private readonly double[][] _logOfPresence;

    /// <param name="rowsOfClass">Training rows of each class.</param>
    /// <param name="presences">Of those, how many have each feature, <c>[class][feature]</c>; empty for a class without rows.</param>
    /// <param name="features">The number of features.</param>
    /// <param name="logOfAbsence">The logarithm of the chance that no feature is present, for each class; null to compute it.</param>
    internal NaiveBayesMulticlassModelParameters(long[] rowsOfClass, long[][] presences, int features, double[]? logOfAbsence = null)
    {
        _rowsOfClass = rowsOfClass;
        _presences = presences;
        InputType = new VectorDataViewType(NumberDataViewType.Single, features);
        OutputType = new VectorDataViewType(NumberDataViewType.Single, rowsOfClass.Length);
        double total = rowsOfClass.Sum();
        _logOfShare = Array.ConvertAll(rowsOfClass, rows => Math.Log(rows / total));
        _logOfPresence = new double[rowsOfClass.Length][];
        _logOfAbsence = logOfAbsence ?? new double[rowsOfClass.Length];
        for (int k = 0; k < rowsOfClass.Length; k++)
        {
            long rows = rowsOfClass[k];
            _logOfPresence[k] = Array.ConvertAll(presences[k], present => Math.Log(present + 1d) - Math.Log(rows - present + 1d));
            if (logOfAbsence is null)
                _logOfAbsence[k] = presences[k].Sum(present => Math.Log((rows - present + 1d) / (rows + rowsOfClass.Length)));
        }
    }

    DataViewType IValueMapper.InputType => InputType;

    DataViewType IValueMapper.OutputType => OutputType;

    internal VectorDataViewType InputType { get; }

    internal VectorDataViewType OutputType { get; }

    /// <summary>The training rows of each class.</summary>
    public IReadOnlyList<long> GetLabelHistogramLong() => Array.AsReadOnly(_rowsOfClass);

    /// <summary>How many training rows of each class have each feature, <c>[class][feature]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<long>> GetFeatureHistogramLong() => Array.ConvertAll(_presences, Array.AsReadOnly);

    [Loadable("MultiClassNaiveBayesPred")]
    internal static object Load(ModelLoadContext context)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(Signature, 0x00010002, 0x00010001);
        bool narrow = reader.Header.VersionWritten < 0x00010002;
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");
        int classes = reader.ReadInt32();
        if (classes <= 0)
            throw reader.Fault("it has no classes");
        long[] rows = ReadCounts(reader, classes, narrow);
        int features = reader.ReadInt32();
        if (features <= 0 || Array.Exists(rows, count => count < 0))
            throw reader.Fault("it has no features, or a negative number of rows");
        var presences = new long[classes][];
        for (int k = 0; k < classes; k++)
        {
            presences[k] = rows[k] > 0 ? ReadCounts(reader, features, narrow) : [];
            if (Array.Exists(presences[k], present => present < 0 || present > rows[k]))
                throw reader.Fault($"class {k} has more rows with a feature than rows");
        }

        return new NaiveBayesMulticlassModelParameters(rows, presences, features, reader.ReadValues<double>(classes));
    }

    ValueMapper<TSource, TDestination> IValueMapper.GetMapper<TSource, TDestination>()
    {
        ValueMapper<VBuffer<float>, VBuffer<float>> map = (in VBuffer<float> source, ref VBuffer<float> destination) =>
        {
            if (source.Length != InputType.Size)
                throw new InvalidOperationException($"A vector of {InputType.Size} features was expected. Received: {source.Length}.");
            var editor = VBufferEditor.Create(ref destination, _rowsOfClass.Length);
            ReadOnlySpan<float> values = source.GetValues();
            ReadOnlySpan<int> indices = source.GetIndices();
            for (int k = 0; k < _rowsOfClass.Length; k++)
            {
                // A class that was never seen is impossible.
                double sum = _rowsOfClass[k] > 0 ? _logOfShare[k] + _logOfAbsence[k] : double.NegativeInfinity;
                double[] presence = _logOfPresence[k];
                for (int i = 0; i < values.Length && _rowsOfClass[k] > 0; i++)
                {
                    if (values[i] > 0)
                        sum += presence[source.IsDense ? i : indices[i]];
                }

                editor.Values[k] = (float)sum;
            }

            destination = editor.Commit();
        };
        return (ValueMapper<TSource, TDestination>)(Delegate)map;
    }

    private protected override void SaveModel(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010002, 0x00010001, "MultiClassNaiveBayesPred", MlNetAssemblies.StandardTrainers));
        block.WriteInt32(sizeof(float));
        block.WriteInt32(_rowsOfClass.Length);
        block.WriteValues<long>(_rowsOfClass);
        block.WriteInt32(InputType.Size);
        foreach (long[] presences in _presences)
            block.WriteValues<long>(presences);
        block.WriteValues<double>(_logOfAbsence);
    }

    private static long[] ReadCounts(ModelBlockReader reader, int count, bool narrow) =>
        narrow ? Array.ConvertAll(reader.ReadValues<int>(count), value => (long)value) : reader.ReadValues<long>(count);
}
