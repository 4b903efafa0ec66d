namespace Microsoft.ML;

/// <summary>Makes views of a source, such as files.</summary>
public interface IDataLoader<in TSource> : ICanSaveModel
{
    /// <summary>A view of the source.</summary>
    IDataView Load(TSource input);

    /// <summary>The columns of every view that comes out.</summary>
    DataViewSchema GetOutputSchema();
}
