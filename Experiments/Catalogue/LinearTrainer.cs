namespace MlNetFashion.Experiments.Catalogue;

/// <summary>ML.NET's trainers of maximum-entropy models.</summary>
internal enum LinearTrainer
{
    /// <summary>Limited-memory BFGS, a quasi-Newton method on the whole data at once.</summary>
    Lbfgs,

    /// <summary>Stochastic dual coordinate ascent, one row at a time.</summary>
    Sdca,
}
