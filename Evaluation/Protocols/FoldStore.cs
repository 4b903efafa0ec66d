using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Keeps each finished fold in a folder, so that an interrupted cross-validation goes on where it stopped. A fold is kept whole or not at all.
/// </summary>
/// <param name="folder">Where; made when the first fold is kept. One folder holds one cross-validation.</param>
/// <param name="signature">
/// What the folds depend on (experiment, protocol, seed, data checksum, options), in any words: folds kept under another signature are refused.
/// </param>
public sealed class FoldStore(string folder, string signature)
{
    private const string SignatureFile = "signature.txt";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Whether a fold is kept.</summary>
    /// <exception cref="InvalidDataException">The folder holds folds of another cross-validation.</exception>
    public bool IsKept(int fold)
    {
        RequireSignature();
        return File.Exists(PathOf(fold, "csv"));
    }

    /// <summary>A store within this one, as for the inner folds of an outer fold.</summary>
    /// <param name="name">Its folder's name; what folders cannot be called is replaced.</param>
    public FoldStore Within(string name) => new(Path.Combine(Folder, FinishedFolder.NamePart(name)), $"{signature}; {name}");

    /// <summary>Keeps a finished fold.</summary>
    /// <exception cref="InvalidDataException">The folder holds folds of another cross-validation.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(int fold, FoldOutcome outcome)
    {
        RequireSignature();
        try
        {
            FinishedFile.Write(Path.Combine(Folder, SignatureFile), signature);
            FinishedFile.Write(PathOf(fold, "json"), stream => FoldJson.Write(stream, outcome));

            // The predictions last: it is they that say that the fold is here.
            FinishedFile.Write(PathOf(fold, "csv"), stream =>
            {
                using var text = new StreamWriter(stream, Utf8, leaveOpen: true);
                PredictionsCsv.Write(text, "fold " + fold.ToString(CultureInfo.InvariantCulture), outcome.Evaluation);
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(Folder, error);
        }
    }

    /// <summary>A kept fold, judged anew.</summary>
    /// <exception cref="FileNotFoundException">It was not kept.</exception>
    /// <exception cref="InvalidDataException">Its files are damaged.</exception>
    public FoldOutcome ReadOutcome(MLContext mlContext, int fold)
    {
        var (predictions, names) = RunReader.ReadTable(PathOf(fold, "csv"));
        return FoldJson.Read(PathOf(fold, "json"), HoldOut.Evaluate(mlContext, predictions, names));
    }

    /// <summary>Whether all of so many folds are kept.</summary>
    /// <exception cref="InvalidDataException">The folder holds folds of another cross-validation.</exception>
    public bool IsWhole(int folds) => Enumerable.Range(0, folds).All(IsKept);

    /// <summary>So many folds, judged anew, in order.</summary>
    /// <exception cref="FileNotFoundException">One was not kept.</exception>
    /// <exception cref="InvalidDataException">Files are damaged.</exception>
    public ImmutableArray<FoldOutcome> ReadAll(MLContext mlContext, int folds) => [.. Enumerable.Range(0, folds).Select(fold => ReadOutcome(mlContext, fold))];

    /// <summary>Forgets all folds.</summary>
    public void Clear() => FinishedFolder.Remove(Folder);

    private void RequireSignature()
    {
        var path = Path.Combine(Folder, SignatureFile);
        if (File.Exists(path) && File.ReadAllText(path) is var kept && kept != signature)
        {
            throw new InvalidDataException(
                $"The folder {Folder} must hold folds of \"{signature}\". Received: folds of \"{kept}\". Delete it, or choose another.");
        }
    }

    private string PathOf(int fold, string ending) => Path.Combine(Folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.{ending}");
}
