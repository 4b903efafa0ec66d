namespace Microsoft.ML.Trainers;

public abstract partial class SdcaBinaryTrainerBase<TModelParameters>
{
    /// <summary>How the trainer works.</summary>
    public class BinaryOptionsBase : OptionsBase
    {
        /// <summary>How much more a positive row weighs than a negative one. The default value is 1.</summary>
        public float PositiveInstanceWeight = 1;
    }
}
