using System.Globalization;
using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Reproduction.Parts;

/// <summary>The L2 penalty that a run's folder keeps.</summary>
internal static class RunPenalty
{
    /// <summary>0 for a network without one.</summary>
    public static double Of(RunRecord run) =>
        run.Options.TryGetValue(RunDescription.PenaltyOption, out var penalty) && double.TryParse(penalty, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
