namespace MlNetFashion.Interchange.Models;

/// <summary>What identifies a component in an ML.NET model: its signatures, versions and the assembly that can load it.</summary>
/// <param name="Signature">Exactly 8 Latin-1 characters, padded with spaces: "MC  PRED".</param>
/// <param name="VersionWritten">The version of the writer, 0x00010002 for 1.2.</param>
/// <param name="VersionReadable">The oldest version a reader must know to read this.</param>
/// <param name="Loader">The loader's name, at most 24 Latin-1 characters.</param>
/// <param name="AssemblyName">Full name of the assembly that holds the loader, see <see cref="MlNetAssemblies"/>; empty for none.</param>
/// <param name="AlternativeLoader">A second name under which older or newer readers know the loader; empty for none.</param>
public sealed record ModelBlockHeader(
    string Signature,
    uint VersionWritten,
    uint VersionReadable,
    string Loader,
    string AssemblyName,
    string AlternativeLoader = "")
{
    internal const int SignatureLength = 8;
    internal const int LoaderLength = 24;

    /// <summary>Refuses a header that the file format has no room for.</summary>
    /// <exception cref="ArgumentException">A text is too long, or holds characters outside Latin-1.</exception>
    internal void Validate()
    {
        if (Signature.Length != SignatureLength)
            throw new ArgumentException($"A model signature has exactly {SignatureLength} characters. Received: '{Signature}'.");
        Check(Signature, SignatureLength);
        Check(Loader, LoaderLength);
        Check(AlternativeLoader, LoaderLength);
        if (VersionReadable > VersionWritten)
            throw new ArgumentException($"The readable version of '{Signature}' (0x{VersionReadable:X8}) is above the written one (0x{VersionWritten:X8}).");
    }

    private static void Check(string text, int limit)
    {
        if (text.Length > limit || text.Any(c => c is '\0' or > '\u00FF'))
            throw new ArgumentException($"A signature has at most {limit} Latin-1 characters. Received: '{text}'.");
    }
}
