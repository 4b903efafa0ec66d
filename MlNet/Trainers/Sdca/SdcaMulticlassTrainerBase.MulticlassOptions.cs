namespace Microsoft.ML.Trainers;

public abstract partial class SdcaMulticlassTrainerBase<TModel>
{
    /// <summary>How the trainer works.</summary>
    public class MulticlassOptions : OptionsBase
    {
    }
}
