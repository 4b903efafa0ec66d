using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MlNetFashion.Interchange.TensorFlow;

namespace Microsoft.ML.Transforms;

/// <summary>A loaded TensorFlow graph, from which estimators of any of its nodes are made.</summary>
public sealed class TensorFlowModel : IDisposable
{
    private const string OperatorTypeKind = "TensorflowOperatorType";
    private const string UpstreamOperatorsKind = "TensorflowUpstreamOperators";

    private readonly IHostEnvironment _environment;
    private readonly FrozenModel _model;
    private readonly bool _treatOutputAsBatched;

    internal TensorFlowModel(IHostEnvironment environment, FrozenModel model, bool treatOutputAsBatched)
    {
        _environment = environment;
        _model = model;
        _treatOutputAsBatched = treatOutputAsBatched;
    }

    /// <summary>The graph's nodes as columns, with the type of what they give.</summary>
    public DataViewSchema GetModelSchema() => SchemaOf(_model.Graph.Nodes);

    /// <summary>The graph's placeholders as columns.</summary>
    public DataViewSchema GetInputSchema() => SchemaOf(_model.Graph.Nodes.Where(node => node.Operation.StartsWith("Placeholder", StringComparison.Ordinal)));

    /// <summary>An estimator of one node's value.</summary>
    /// <param name="outputColumnName">The node, and the column that is made.</param>
    /// <param name="inputColumnName">The placeholder, and the column that feeds it.</param>
    /// <param name="addBatchDimensionInput">Whether the placeholder's shape lacks the batch dimension.</param>
    public TensorFlowEstimator ScoreTensorFlowModel(string outputColumnName, string inputColumnName, bool addBatchDimensionInput = false) =>
        ScoreTensorFlowModel([outputColumnName], [inputColumnName], addBatchDimensionInput);

    /// <summary>An estimator of several nodes' values.</summary>
    /// <param name="outputColumnNames">The nodes, and the columns that are made.</param>
    /// <param name="inputColumnNames">The nodes that are fed, each by a column of its name.</param>
    /// <param name="addBatchDimensionInput">Whether the placeholder's shape lacks the batch dimension.</param>
    /// <exception cref="ArgumentOutOfRangeException">The graph has no such node.</exception>
    /// <exception cref="InvalidDataException">What lies between the nodes cannot be run here.</exception>
    public TensorFlowEstimator ScoreTensorFlowModel(string[] outputColumnNames, string[] inputColumnNames, bool addBatchDimensionInput = false) => new(
        _environment, new TensorFlowTransformer(_environment, _model, outputColumnNames, inputColumnNames, addBatchDimensionInput, _treatOutputAsBatched));

    /// <summary>There is nothing to free: the graph runs on managed memory.</summary>
    public void Dispose()
    {
    }

    private DataViewSchema SchemaOf(IEnumerable<GraphNode> nodes) => DataViewSchema.FromColumns(nodes.Select(node =>
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(OperatorTypeKind, TextDataViewType.Instance, (ref ReadOnlyMemory<char> value) => value = node.Operation.AsMemory());
        if (!node.Inputs.IsEmpty)
        {
            var upstream = new VBuffer<ReadOnlyMemory<char>>(node.Inputs.Length, [.. node.Inputs.Select(input => input.Node.AsMemory())]);
            annotations.Add(
                UpstreamOperatorsKind,
                new VectorDataViewType(TextDataViewType.Instance, upstream.Length),
                (ref VBuffer<ReadOnlyMemory<char>> value) => upstream.CopyTo(ref value));
        }

        return new DataViewSchema.DetachedColumn(node.Name, _model.ColumnTypeOf(node, treatAsBatched: true), annotations.ToAnnotations());
    }));
}
