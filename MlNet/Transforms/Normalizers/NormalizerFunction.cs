namespace Microsoft.ML.Transforms;

/// <summary>What normalises one column.</summary>
internal abstract class NormalizerFunction
{
    /// <summary>The number of slots; 1 for a single value.</summary>
    internal abstract int Size { get; }

    /// <summary>The .NET type of the items.</summary>
    internal abstract Type ItemType { get; }

    /// <summary>A getter of the normalised value over a column of single values or of vectors.</summary>
    internal abstract Delegate CreateGetter(DataViewRow row, DataViewSchema.Column column);

    internal abstract NormalizingTransformer.NormalizerModelParametersBase CreateParameters();

    internal abstract void Save(ModelSaveContext context);
}
