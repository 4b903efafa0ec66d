using System.Globalization;
using System.Text;
using Microsoft.ML;

namespace MlNetFashion.Evaluation;

/// <summary>
/// Keeps the predictions of each finished fold in a folder, so that an interrupted cross-validation goes on where it stopped. A fold is kept
/// whole or not at all.
/// </summary>
/// <param name="folder">Where; made when the first fold is kept. One folder holds one cross-validation.</param>
/// <param name="signature">
/// What the folds depend on (experiment, protocol, seed, data checksum, options), in any words: folds kept under another signature are refused.
/// </param>
public sealed class FoldStore(string folder, string signature)
{
    private const string SignatureFile = "signature.txt";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How many folds from the first on are kept without a gap: the next to run.</summary>
    /// <exception cref="InvalidDataException">The folder holds folds of another cross-validation.</exception>
    public int Finished
    {
        get
        {
            RequireSignature();
            var fold = 0;
            while (File.Exists(PathOf(fold)))
                fold++;
            return fold;
        }
    }

    /// <summary>Keeps a finished fold.</summary>
    /// <exception cref="InvalidDataException">The folder holds folds of another cross-validation.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Keep(int fold, TestEvaluation evaluation)
    {
        RequireSignature();
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(Path.Combine(folder, SignatureFile), signature, Utf8);
            using (var text = new StreamWriter(aside, append: false, Utf8))
                PredictionsCsv.Write(text, "fold " + fold.ToString(CultureInfo.InvariantCulture), evaluation);
            File.Move(aside, PathOf(fold), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunFolder.CannotWrite(Path.GetFullPath(folder), error);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Judges a kept fold anew.</summary>
    /// <exception cref="FileNotFoundException">It was not kept.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged.</exception>
    public TestEvaluation Read(MLContext mlContext, int fold)
    {
        var (predictions, names) = RunReader.ReadTable(PathOf(fold));
        return HoldOut.Evaluate(mlContext, predictions, names);
    }

    private void RequireSignature()
    {
        var path = Path.Combine(folder, SignatureFile);
        if (File.Exists(path) && File.ReadAllText(path) is var kept && kept != signature)
        {
            throw new InvalidDataException(
                $"The folder {Path.GetFullPath(folder)} must hold folds of \"{signature}\". Received: folds of \"{kept}\". Delete it, or choose another.");
        }
    }

    private string PathOf(int fold) => Path.Combine(folder, $"fold-{fold.ToString("D3", CultureInfo.InvariantCulture)}.csv");
}
