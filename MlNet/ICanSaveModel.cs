namespace Microsoft.ML;

/// <summary>Something that a model file can hold.</summary>
public interface ICanSaveModel
{
    /// <summary>Writes itself.</summary>
    void Save(ModelSaveContext ctx);
}
