namespace Microsoft.ML.Trainers;

public partial class KMeansTrainer
{
    /// <summary>How the first centres are chosen.</summary>
    public enum InitializationAlgorithm
    {
        /// <summary>Rows far from the centres chosen before are more likely (k-means++, Arthur and Vassilvitskii, 2007).</summary>
        KMeansPlusPlus = 0,

        /// <summary>Rows drawn evenly.</summary>
        Random = 1,

        /// <summary>As <see cref="KMeansPlusPlus"/>: the name is ML.NET's for a way to save distances, which changes no result.</summary>
        KMeansYinyang = 2,
    }
}
