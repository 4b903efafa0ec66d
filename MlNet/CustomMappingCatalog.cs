using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps made of the caller's own code.</summary>
public static class CustomMappingCatalog
{
    /// <summary>Adds the columns of one class, which <paramref name="mapAction"/> computes from the columns of another.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="mapAction">Reads the first object, fills the second. It must not keep either, as both are used for every row.</param>
    /// <param name="contractName">The name under which a saved model finds the mapping again; null for one that cannot be saved.</param>
    /// <param name="inputSchemaDefinition">Which members of the input class are which columns; null for what the class says.</param>
    /// <param name="outputSchemaDefinition">Which members of the output class are which columns; null for what the class says.</param>
    public static CustomMappingEstimator<TSrc, TDst> CustomMapping<TSrc, TDst>(
        this TransformsCatalog catalog,
        Action<TSrc, TDst> mapAction,
        string? contractName,
        SchemaDefinition? inputSchemaDefinition = null,
        SchemaDefinition? outputSchemaDefinition = null)
        where TSrc : class, new()
        where TDst : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new CustomMappingEstimator<TSrc, TDst>(catalog.Environment, mapAction, contractName, inputSchemaDefinition, outputSchemaDefinition);
    }

    /// <summary>The rows for which a test on an object is false: as in ML.NET, rows that the predicate accepts are dropped.</summary>
    public static IDataView FilterByCustomPredicate<TSrc>(this DataOperationsCatalog catalog, IDataView input, Func<TSrc, bool> filterPredicate)
        where TSrc : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(filterPredicate);
        catalog.Environment.Register("LambdaFilter");
        var writer = new RowWriter<TSrc>(input.Schema, ignoreMissingColumns: false, null);
        return new FilterView(input, [.. writer.Columns], row =>
        {
            var pokes = writer.Bind(row);
            var source = new TSrc();
            return () =>
            {
                foreach (var poke in pokes)
                    poke(source);
                return !filterPredicate(source);
            };
        });
    }

    /// <summary>As <see cref="FilterByCustomPredicate"/>, with a state that goes along from row to row and is new for every pass.</summary>
    public static IDataView FilterByStatefulCustomPredicate<TSrc, TState>(
        this DataOperationsCatalog catalog, IDataView input, Func<TSrc, TState, bool> filterPredicate, Action<TState> stateInitAction)
        where TSrc : class, new()
        where TState : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(filterPredicate);
        ArgumentNullException.ThrowIfNull(stateInitAction);
        catalog.Environment.Register("LambdaFilter");
        var writer = new RowWriter<TSrc>(input.Schema, ignoreMissingColumns: false, null);
        return new FilterView(input, [.. writer.Columns], row =>
        {
            var pokes = writer.Bind(row);
            var source = new TSrc();
            var state = new TState();
            stateInitAction(state);
            return () =>
            {
                foreach (var poke in pokes)
                    poke(source);
                return !filterPredicate(source, state);
            };
        });
    }

    /// <summary>Adds the columns of one class, which <paramref name="mapAction"/> computes from the columns of another and a state.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="mapAction">Reads the first object, fills the second, and may change the third. It is called once for each row, in the rows' order.</param>
    /// <param name="stateInitAction">Makes a new state ready for the first row.</param>
    /// <param name="contractName">The name under which a saved model finds the mapping again; null for one that cannot be saved.</param>
    public static StatefulCustomMappingEstimator<TSrc, TDst, TState> StatefulCustomMapping<TSrc, TDst, TState>(
        this TransformsCatalog catalog, Action<TSrc, TDst, TState> mapAction, Action<TState> stateInitAction, string? contractName)
        where TSrc : class, new()
        where TDst : class, new()
        where TState : class, new()
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new StatefulCustomMappingEstimator<TSrc, TDst, TState>(catalog.Environment, mapAction, stateInitAction, contractName);
    }
}
