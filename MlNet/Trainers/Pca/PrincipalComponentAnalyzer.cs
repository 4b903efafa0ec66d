using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace Microsoft.ML.Transforms;

/// <summary>Finds the principal axes of a vector column.</summary>
public sealed class PrincipalComponentAnalyzer : IEstimator<PrincipalComponentAnalysisTransformer>
{
    private readonly IHost _host;
    private readonly string _output;
    private readonly string _input;
    private readonly string? _weight;
    private readonly int _rank;
    private readonly int _oversampling;
    private readonly bool _center;
    private readonly int? _seed;

    internal PrincipalComponentAnalyzer(
        IHostEnvironment environment, string output, string? input, string? weight, int rank, int oversampling, bool center, int? seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(output);
        if (rank <= 0)
            throw new ArgumentOutOfRangeException(nameof(rank), $"The rank must be greater than 0. Received: {rank}.");
        if (oversampling < 0)
            throw new ArgumentOutOfRangeException(nameof(oversampling), $"The oversampling must be at least 0. Received: {oversampling}.");
        _host = environment.Register(nameof(PrincipalComponentAnalyzer));
        _output = output;
        _input = input ?? output;
        _weight = weight;
        _rank = rank;
        _oversampling = oversampling;
        _center = center;
        _seed = seed;
    }

    /// <summary>Fits on the data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is not there, of the wrong type, or shorter than the rank.</exception>
    public PrincipalComponentAnalysisTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Check(SchemaShape.Create(input.Schema));
        int features = ((VectorDataViewType)input.Schema[_input].Type).Size;
        if (_rank > features)
            throw new ArgumentOutOfRangeException(nameof(input), $"At most as many components as features, {features}, can be found in column '{_input}'. Received: {_rank}.");
        using IChannel channel = _host.Start("Training");
        using TrainingSet data = TrainingSet.Read(input, TrainerColumns.Features(_input), default, TrainerColumns.Weight(_weight), channel);
        if (data.Count == 0)
            throw new InvalidOperationException("No valid training instances found, all instances have missing features.");
        Random random = _seed is { } seed ? new Random(seed) : _host.Rand;
        PrincipalAxes axes = RandomizedPca.Fit(data, _rank, _oversampling, _center, random);
        return new PrincipalComponentAnalysisTransformer(_host, [(_output, _input)], [axes]);
    }

    /// <inheritdoc/>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        Check(inputSchema);
        return inputSchema.With(new SchemaShape.Column(_output, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false));
    }

    private void Check(SchemaShape inputSchema)
    {
        SchemaShape.Column column = ShapeColumns.Input(inputSchema, _input);
        if (!TrainerColumns.Features(_input).IsCompatibleWith(column))
            throw ShapeColumns.Mismatch(_input, "Vector<Single>", column);
        if (_weight is not null)
            TrainerColumns.Check(inputSchema, "weight", TrainerColumns.Weight(_weight), nameof(inputSchema));
    }
}
