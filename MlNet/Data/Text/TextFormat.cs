namespace Microsoft.ML.Data;

/// <summary>How lines are read, checked.</summary>
internal sealed record TextFormat
{
    private const byte Quote = (byte)'"';

    internal required char[] Separators { get; init; }

    internal long MaxRows { get; init; } = long.MaxValue;

    internal int InputSize { get; init; }

    internal char EscapeChar { get; init; } = '"';

    internal char DecimalMarker { get; init; } = '.';

    internal bool HasHeader { get; init; }

    internal bool AllowQuoting { get; init; }

    internal bool AllowSparse { get; init; }

    internal bool TrimWhitespace { get; init; }

    internal bool ReadMultilines { get; init; }

    internal bool MissingRealsAsNaNs { get; init; }

    internal bool UseThreads { get; init; } = true;

    internal byte[] SeparatorBytes => Array.ConvertAll(Separators, separator => (byte)separator);

    internal bool IsEscapedByQuote => EscapeChar == Quote;

    internal static TextFormat Of(TextLoader.Options options)
    {
        if (options.Separators is not { Length: > 0 } separators)
            throw new ArgumentOutOfRangeException("Separator", "Must specify a separator");
        foreach (var separator in separators)
        {
            // Letters are allowed, as in ML.NET: they cannot begin a number.
            if (separator is >= '0' and <= '9' or '"' or '-' or '+' or '.' or '\r' or '\n' or '\0' || separator > 127)
                throw new ArgumentOutOfRangeException("Separator", $"Illegal separator: '{separator}'");
        }

        if (options.DecimalMarker is not ('.' or ','))
            throw new ArgumentOutOfRangeException(nameof(options.DecimalMarker), "Decimal marker cannot be the '" + options.DecimalMarker + "' character. It must be '.' or ','.");
        if (options.DecimalMarker == ',' && separators.Contains(',') && !options.AllowQuoting)
            throw new ArgumentOutOfRangeException(nameof(options.AllowQuoting), "Quoting must be allowed if decimal marker and separator are the ',' character.");
        if (separators.Contains(options.EscapeChar))
            throw new ArgumentOutOfRangeException(nameof(options.EscapeChar), $"EscapeChar '{options.EscapeChar}' can't be used both as EscapeChar and separator");
        if (options.MaxRows < 0)
            throw new ArgumentOutOfRangeException(nameof(options.MaxRows), "Must be non-negative");
        if (options.InputSize < 0)
            throw new ArgumentOutOfRangeException(nameof(options.InputSize), "Must be non-negative");
        return new TextFormat
        {
            Separators = [.. separators.Distinct()],
            MaxRows = options.MaxRows ?? long.MaxValue,
            InputSize = options.InputSize ?? 0,
            EscapeChar = options.EscapeChar,
            DecimalMarker = options.DecimalMarker,
            HasHeader = options.HasHeader,
            AllowQuoting = options.AllowQuoting,
            AllowSparse = options.AllowSparse,
            TrimWhitespace = options.TrimWhitespace,
            ReadMultilines = options.ReadMultilines && options.AllowQuoting,
            MissingRealsAsNaNs = options.MissingRealsAsNaNs,
            UseThreads = options.UseThreads,
        };
    }
}
