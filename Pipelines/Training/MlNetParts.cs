namespace MlNetFashion.Pipelines;

/// <summary>The parts of ML.NET that a build against a folder of assemblies may lack. Decided in Directory.Build.targets.</summary>
internal static class MlNetParts
{
    private static bool HasTensorFlow =>
#if MLNET_TENSORFLOW
        true;
#else
        false;
#endif

    /// <exception cref="FileNotFoundException">The build has no part that runs frozen TensorFlow graphs.</exception>
    public static void RequireTensorFlow()
    {
        if (!HasTensorFlow)
        {
            throw new FileNotFoundException(
                "Networks are scored by ML.NET's TensorFlow part. Expected Microsoft.ML.TensorFlow.dll in the folder given as MlNetPath, but it "
                + "was not there when the suite was built; put it there and build again, or build without MlNetPath.",
                "Microsoft.ML.TensorFlow.dll");
        }
    }
}
