using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlNetFashion.Evaluation;

namespace MlNetFashion.Experiments.Tuning;

/// <summary>Keeps each finished point as a file of its own: a stopped search goes on where it was, and the parts of an array share one folder.</summary>
/// <param name="folder">The search's folder.</param>
/// <param name="task">What all its points have in common: experiment, data, seed, folds.</param>
internal sealed class TuningStore(string folder, string task)
{
    private const int Digits = 16;

    public TuningOutcome? Find(TuningPoint point, int epochs)
    {
        var path = PathOf(point, epochs);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<TuningOutcome>(File.ReadAllText(path)) is { Accuracies.IsDefaultOrEmpty: false } outcome ? outcome : null;
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"The file '{path}' should hold a finished point ({damage.Message.TrimEnd('.')}); delete it, and the point runs again.", damage);
        }
    }

    public void Keep(TuningPoint point, int epochs, TuningOutcome outcome) => FinishedFile.Write(PathOf(point, epochs), JsonSerializer.Serialize(outcome));

    /// <summary>A short name for any text, for files and folders.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];

    private string PathOf(TuningPoint point, int epochs) =>
        Path.Combine(folder, "points", Digest(FormattableString.Invariant($"{task}\n{epochs}\n{point.Text}")) + ".json");
}
