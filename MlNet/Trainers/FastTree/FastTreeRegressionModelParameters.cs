using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Boosted trees of a number.</summary>
public sealed class FastTreeRegressionModelParameters : TreeEnsembleModelParametersBasedOnRegressionTree
{
    private const string Signature = "FTREE RE";
    private const string Loader = "FastTreeRegressionExec";

    internal FastTreeRegressionModelParameters(TreeNodes[] trees, double bias, int features, string? initialization, string? arguments)
        : base(trees, bias, features, initialization, arguments)
    {
    }

    [Loadable(Loader)]
    internal static object Load(ModelLoadContext context)
    {
        (TreeNodes[] trees, double bias, int features, string? initialization, string? arguments) = ReadBody(context, Signature);
        return new FastTreeRegressionModelParameters(trees, bias, features, initialization, arguments);
    }

    private protected override void SaveModel(ModelSaveContext ctx) => WriteBody(ctx, Signature, Loader);
}
