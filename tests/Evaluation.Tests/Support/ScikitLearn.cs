using System.Text.Json;

namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Asks scikit-learn itself, where the machine has it; the running test is skipped visibly where it has not.</summary>
internal static class ScikitLearn
{
    private static readonly Python Library = new("scikit-learn", "sklearn, scipy, numpy as np");

    /// <summary>Runs <paramref name="script"/>, which finds <paramref name="given"/> in <c>given</c> and leaves its result in <c>answer</c>.</summary>
    public static JsonElement Ask(string script, object given) => Library.Ask(script, given);

    public static double[] Numbers(this JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    public static int[] Integers(this JsonElement answer) => [.. answer.EnumerateArray().Select(x => x.GetInt32())];
}
