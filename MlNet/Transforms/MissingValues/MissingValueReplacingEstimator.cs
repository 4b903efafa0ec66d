using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Learns what stands in for missing numbers.</summary>
public sealed class MissingValueReplacingEstimator : IEstimator<MissingValueReplacingTransformer>
{
    private readonly IHost _host;
    private readonly (string Output, string Input)[] _columns;
    private readonly ReplacementMode _mode;
    private readonly bool _bySlot;

    /// <summary>What stands in for a missing number.</summary>
    public enum ReplacementMode : byte
    {
        /// <summary>0.</summary>
        DefaultValue = 0,

        /// <summary>The mean of what is there.</summary>
        Mean = 1,

        /// <summary>The least of what is there.</summary>
        Minimum = 2,

        /// <summary>The greatest of what is there.</summary>
        Maximum = 3,

        /// <summary>The most frequent of what is there; of several the one seen first.</summary>
        Mode = 5,
    }

    internal MissingValueReplacingEstimator(IHostEnvironment environment, (string Output, string Input)[] columns, ReplacementMode mode, bool bySlot)
    {
        _host = environment.Register(nameof(MissingValueReplacingEstimator));
        _columns = columns;
        _mode = mode;
        _bySlot = bySlot;
    }

    /// <summary>Learns from the data what stands in for missing numbers.</summary>
    public MissingValueReplacingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sources = Array.ConvertAll(_columns, pair => input.Schema.GetColumnOrNull(pair.Input)
            ?? throw new ArgumentOutOfRangeException(nameof(input), $"Could not find input column '{pair.Input}'"));
        var learners = Array.ConvertAll(sources, source => MissingValueLearner.Create(source.Type, _mode, _bySlot));
        if (_mode != ReplacementMode.DefaultValue)
        {
            using var cursor = input.GetRowCursor(sources);
            for (var index = 0; index < learners.Length; index++)
                learners[index].Bind(cursor, sources[index]);
            while (cursor.MoveNext())
            {
                foreach (var learner in learners)
                    learner.Learn();
            }
        }

        return new MissingValueReplacingTransformer(_host, _columns, Array.ConvertAll(learners, learner => learner.Finish()));
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inputSchema.With(_columns.Select(pair =>
    {
        var column = ShapeColumns.Input(inputSchema, pair.Input);
        if (column.IsKey || !(column.ItemType.Equals(NumberDataViewType.Single) || column.ItemType.Equals(NumberDataViewType.Double)))
            throw ShapeColumns.Mismatch(pair.Input, "Single, Double, or a vector of either", column);
        return column.WithName(pair.Output).WithAnnotations(ShapeColumns.Kept(column, AnnotationKinds.SlotNames, AnnotationKinds.IsNormalized));
    }));
}
