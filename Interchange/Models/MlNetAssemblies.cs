namespace MlNetFashion.Interchange.Models;

/// <summary>
/// Full names of the assemblies of ML.NET that load the components of a model. They are the same in every release; a file
/// meant for ML.NET must carry them to the letter.
/// </summary>
public static class MlNetAssemblies
{
    public const string Data = "Microsoft.ML.Data" + Identity;
    public const string FastTree = "Microsoft.ML.FastTree" + Identity;
    public const string ImageAnalytics = "Microsoft.ML.ImageAnalytics" + Identity;
    public const string KMeansClustering = "Microsoft.ML.KMeansClustering" + Identity;
    public const string OnnxTransformer = "Microsoft.ML.OnnxTransformer" + Identity;
    public const string Pca = "Microsoft.ML.PCA" + Identity;
    public const string StandardTrainers = "Microsoft.ML.StandardTrainers" + Identity;
    public const string TensorFlow = "Microsoft.ML.TensorFlow" + Identity;
    public const string Transforms = "Microsoft.ML.Transforms" + Identity;
    public const string Vision = "Microsoft.ML.Vision" + Identity;

    private const string Identity = ", Version=1.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51";
}
