using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers.FastTree;

/// <summary>A model made of regression trees.</summary>
public abstract class TreeEnsembleModelParametersBasedOnRegressionTree : TreeEnsembleModelParameters
{
    private const uint Version = 0x00010005;
    private readonly string? _initialization;
    private readonly string? _arguments;

    private protected TreeEnsembleModelParametersBasedOnRegressionTree(TreeNodes[] trees, double bias, int features, string? initialization, string? arguments)
        : base(trees, bias, features)
    {
        _initialization = initialization;
        _arguments = arguments;
        TrainedTreeEnsemble = new RegressionTreeEnsemble(trees, bias);
    }

    /// <summary>The trees.</summary>
    public RegressionTreeEnsemble TrainedTreeEnsemble { get; }

    private protected static (TreeNodes[] Trees, double Bias, int Features, string? Initialization, string? Arguments) ReadBody(ModelLoadContext context, string signature)
    {
        ModelBlockReader reader = context.Reader;
        reader.CheckVersion(signature, Version, Version);
        if (reader.ReadInt32() != sizeof(float))
            throw reader.Fault("its numbers are not of single precision");

        // The number of features lies behind the trees, so they are read first and held against it afterwards.
        int count = reader.ReadInt32();
        if (count < 0)
            throw reader.Fault("its number of trees is negative");
        var trees = new List<TreeNodes>();
        for (int i = 0; i < count; i++)
            trees.Add(TreeNodes.Load(reader, int.MaxValue));
        double bias = reader.ReadDouble();
        string? initialization = reader.ReadString();
        string? arguments = reader.ReadString();
        int features = reader.ReadInt32();
        if (features <= 0 || trees.Exists(tree => tree.Features.Any(feature => feature >= features)))
            throw reader.Fault($"its trees split by more than its {features} features");
        return ([.. trees], bias, features, initialization, arguments);
    }

    private protected void WriteBody(ModelSaveContext ctx, string signature, string loader)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(signature, Version, Version, loader, MlNetAssemblies.FastTree));
        block.WriteInt32(sizeof(float));
        block.WriteInt32(Nodes.Count);
        foreach (TreeNodes tree in Nodes)
            tree.Save(block);
        block.WriteDouble(Bias);
        block.WriteString(_initialization);
        block.WriteString(_arguments);
        block.WriteInt32(InputType.Size);
    }
}
