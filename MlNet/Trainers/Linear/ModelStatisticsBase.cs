namespace Microsoft.ML.Trainers;

/// <summary>How well a linear model fits the data it was trained on.</summary>
public class ModelStatisticsBase : ICanSaveModel
{
    /// <summary>The rows trained on.</summary>
    public readonly long TrainingExampleCount;

    /// <summary>Twice the log loss of the model, summed over the rows.</summary>
    public readonly float Deviance;

    /// <summary>The same of a model that knows only the shares of the classes.</summary>
    public readonly float NullDeviance;

    /// <summary>The parameters that are not zero.</summary>
    public readonly int ParametersCount;

    internal ModelStatisticsBase(long trainingExampleCount, int parametersCount, float deviance, float nullDeviance)
    {
        TrainingExampleCount = trainingExampleCount;
        ParametersCount = parametersCount;
        Deviance = deviance;
        NullDeviance = nullDeviance;
    }

    void ICanSaveModel.Save(ModelSaveContext ctx) =>
        throw new NotSupportedException("Training statistics are not saved with a model; they can be read from the model that was just trained.");
}
