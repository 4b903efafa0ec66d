namespace MlNetFashion.Experiments.Catalogue;

/// <summary>A maximum-entropy model (multinomial logistic regression) on the pixel columns.</summary>
internal sealed record LinearExperiment(string Name, string Title, LinearPlan Plan) : Experiment(Name, Title);
