using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>Predicts single objects. Not for several threads at once: make one engine a thread.</summary>
public sealed class PredictionEngine<TSrc, TDst> : PredictionEngineBase<TSrc, TDst>
    where TSrc : class
    where TDst : class, new()
{
    internal PredictionEngine(
        ITransformer transformer, SchemaDefinition? inputDefinition, SchemaDefinition? outputDefinition, bool ignoreMissingColumns, bool ownsTransformer)
        : base(transformer, inputDefinition, outputDefinition, ignoreMissingColumns, ownsTransformer)
    {
    }

    /// <inheritdoc/>
    public override void Predict(TSrc example, ref TDst prediction)
    {
        ArgumentNullException.ThrowIfNull(example);
        Input.Set(example);
        prediction ??= new TDst();
        foreach (var poke in Pokes)
            poke(prediction);
    }
}
