namespace Microsoft.ML.Transforms;

public sealed partial class NormalizingTransformer
{
    /// <summary>The parameters of a normalising function.</summary>
    public abstract class NormalizerModelParametersBase
    {
        private protected NormalizerModelParametersBase()
        {
        }
    }

    /// <summary>The parameters of y = (x - offset) * scale.</summary>
    public sealed class AffineNormalizerModelParameters<TData> : NormalizerModelParametersBase
    {
        internal AffineNormalizerModelParameters(TData scale, TData offset)
        {
            Scale = scale;
            Offset = offset;
        }

        /// <summary>The factor, or one a slot.</summary>
        public TData Scale { get; }

        /// <summary>What is subtracted first, or one a slot; the default array where nothing is.</summary>
        public TData Offset { get; }
    }

    /// <summary>The parameters of the normal distribution function.</summary>
    public sealed class CdfNormalizerModelParameters<TData> : NormalizerModelParametersBase
    {
        internal CdfNormalizerModelParameters(TData mean, TData standardDeviation, bool useLog)
        {
            Mean = mean;
            StandardDeviation = standardDeviation;
            UseLog = useLog;
        }

        /// <summary>The mean, or one a slot.</summary>
        public TData Mean { get; }

        /// <summary>The standard deviation, or one a slot.</summary>
        public TData StandardDeviation { get; }

        /// <summary>Whether the logarithm of the value is looked up.</summary>
        public bool UseLog { get; }
    }
}
