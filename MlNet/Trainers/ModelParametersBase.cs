namespace Microsoft.ML.Trainers;

/// <summary>What trained models share.</summary>
/// <typeparam name="TOutput">The type of a score.</typeparam>
public abstract class ModelParametersBase<TOutput> : ICanSaveModel
{
    private protected ModelParametersBase()
    {
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ArgumentNullException.ThrowIfNull(ctx);
        SaveModel(ctx);
    }

    private protected abstract void SaveModel(ModelSaveContext ctx);
}
