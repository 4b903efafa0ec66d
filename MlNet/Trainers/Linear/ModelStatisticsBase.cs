using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;

namespace Microsoft.ML.Trainers;

/// <summary>How well a linear model fits the data it was trained on.</summary>
public class ModelStatisticsBase : ICanSaveModel
{
    private const string Folder = "ModelStats";
    private const string Signature = "MOD STAT";

    /// <summary>The rows trained on.</summary>
    public readonly long TrainingExampleCount;

    /// <summary>Twice the log loss of the model, summed over the rows.</summary>
    public readonly float Deviance;

    /// <summary>The same of a model that knows only the shares of the classes.</summary>
    public readonly float NullDeviance;

    /// <summary>The biases, and the weights that are not zero.</summary>
    public readonly int ParametersCount;

    internal ModelStatisticsBase(long trainingExampleCount, int parametersCount, float deviance, float nullDeviance)
    {
        TrainingExampleCount = trainingExampleCount;
        ParametersCount = parametersCount;
        Deviance = deviance;
        NullDeviance = nullDeviance;
    }

    /// <summary>The statistics beside a model, or null. Those of another kind, with standard errors, are left out: nothing here has a use for them.</summary>
    internal static ModelStatisticsBase? LoadOrNull(ModelLoadContext model)
    {
        if (!model.ContainsModel(Folder))
            return null;
        ModelBlockReader reader = model.Part(Folder).Reader;
        if (reader.Header.Signature != Signature)
            return null;
        reader.CheckVersion(Signature, 0x00010001, 0x00010001);
        int parameters = reader.ReadInt32();
        long rows = reader.ReadInt64();
        if (parameters <= 0 || rows <= 0)
            throw reader.Fault("it has no parameters, or no rows");
        var statistics = new ModelStatisticsBase(rows, parameters, reader.ReadSingle(), reader.ReadSingle());
        reader.CheckEnd();
        return statistics;
    }

    /// <summary>Saves the statistics beside their model, where it has any.</summary>
    internal static void Save(ModelStatisticsBase? statistics, ModelSaveContext model)
    {
        if (statistics is not null)
            model.SaveModel(statistics, Folder);
    }

    void ICanSaveModel.Save(ModelSaveContext ctx)
    {
        ModelBlockWriter block = ctx.Begin(new ModelBlockHeader(Signature, 0x00010001, 0x00010001, "ModelStats", MlNetAssemblies.StandardTrainers));
        block.WriteInt32(ParametersCount);
        block.WriteInt64(TrainingExampleCount);
        block.WriteSingle(Deviance);
        block.WriteSingle(NullDeviance);
    }
}
