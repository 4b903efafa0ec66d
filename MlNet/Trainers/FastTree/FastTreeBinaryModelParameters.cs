using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>Boosted trees of a binary label: positive scores for true.</summary>
public sealed class FastTreeBinaryModelParameters : TreeEnsembleModelParametersBasedOnRegressionTree
{
    private const string Signature = "FTREE BC";
    private const string Loader = "FastTreeBinaryExec";

    internal FastTreeBinaryModelParameters(TreeNodes[] trees, double bias, int features, string? initialization, string? arguments)
        : base(trees, bias, features, initialization, arguments)
    {
    }

    [Loadable(Loader)]
    internal static object Load(ModelLoadContext context)
    {
        (TreeNodes[] trees, double bias, int features, string? initialization, string? arguments) = ReadBody(context, Signature);
        return new FastTreeBinaryModelParameters(trees, bias, features, initialization, arguments);
    }

    private protected override void SaveModel(ModelSaveContext ctx) => WriteBody(ctx, Signature, Loader);
}
