namespace Microsoft.ML.Data;

public sealed partial class TextLoader
{
    /// <summary>How text files are read.</summary>
    public class Options
    {
        /// <summary>Whether fields may stand in quotes. The default is false: quotes are data.</summary>
        public bool AllowQuoting;

        /// <summary>Whether a line may end in a count and "slot:value" fields. The default is false.</summary>
        public bool AllowSparse;

        /// <summary>The columns; null to take them from the file's embedded options, or the first field as Label and the rest as Features.</summary>
        public Column[]? Columns;

        /// <summary>'.' (the default) or ','.</summary>
        public char DecimalMarker = '.';

        /// <summary>What makes a quote inside quotes data. The default is the quote itself, doubled.</summary>
        public char EscapeChar = '"';

        /// <summary>Whether every file begins with a line of names. The default is false.</summary>
        public bool HasHeader;

        /// <summary>A file whose first line names the slots; null for the data's own.</summary>
        public string? HeaderFile;

        /// <summary>The number of fields of a line; null for what the data shows.</summary>
        public int? InputSize;

        /// <summary>How many rows are read at most; null for all.</summary>
        public long? MaxRows;

        /// <summary>Whether empty floating-point fields are NaN. The default is false: they are 0.</summary>
        public bool MissingRealsAsNaNs;

        /// <summary>Whether quoted fields may hold line ends. The default is false.</summary>
        public bool ReadMultilines;

        /// <summary>What stands between fields. The default is a tab.</summary>
        public char[] Separators = ['\t'];

        /// <summary>Whether white space around fields is dropped. The default is false: only spaces in front are.</summary>
        public bool TrimWhitespace;

        /// <summary>Whether lines are parsed by several threads. The default is true.</summary>
        public bool UseThreads = true;

        /// <summary>The defaults.</summary>
        public Options()
        {
        }
    }

    /// <summary>A column and where its values stand in a line.</summary>
    public sealed class Column
    {
        /// <summary>How many values a key column has; null for a column that is none.</summary>
        public KeyCount? KeyCount;

        /// <summary>The name.</summary>
        public string Name = null!;

        /// <summary>The fields.</summary>
        public Range[] Source = null!;

        /// <summary>A column still to be described.</summary>
        public Column()
        {
        }

        /// <summary>A column of one field.</summary>
        public Column(string name, DataKind dataKind, int index)
            : this(name, dataKind, [new Range(index)])
        {
        }

        /// <summary>A vector of the fields from <paramref name="minIndex"/> to <paramref name="maxIndex"/>, both included.</summary>
        public Column(string name, DataKind dataKind, int minIndex, int maxIndex)
            : this(name, dataKind, [new Range(minIndex, maxIndex)])
        {
        }

        /// <summary>A column of several ranges of fields, and perhaps a key.</summary>
        public Column(string name, DataKind dataKind, Range[] source, KeyCount? keyCount = null)
        {
            ArgumentNullException.ThrowIfNull(name);
            ArgumentNullException.ThrowIfNull(source);
            Name = name;
            DataKind = dataKind;
            Source = source;
            KeyCount = keyCount;
        }

        /// <summary>The kind of the values. The default is Single.</summary>
        public DataKind DataKind { get; set; } = DataKind.Single;
    }

    /// <summary>A run of fields of a line.</summary>
    public sealed class Range
    {
        /// <summary>Whether these are all fields that no other column takes.</summary>
        public bool AllOther;

        /// <summary>Whether the run ends where the first lines do.</summary>
        public bool AutoEnd;

        /// <summary>Whether a single field is a vector of one.</summary>
        public bool ForceVector;

        /// <summary>The last field; null for the end of the line.</summary>
        public int? Max;

        /// <summary>The first field, from 0.</summary>
        public int Min;

        /// <summary>Whether the run ends where its own line does, so that vectors differ in length.</summary>
        public bool VariableEnd;

        /// <summary>A range still to be described.</summary>
        public Range()
        {
        }

        /// <summary>One field.</summary>
        public Range(int index)
        {
            if (index < 0)
                throw new ArgumentOutOfRangeException(nameof(index), "Must be non-negative");
            Min = index;
            Max = index;
        }

        /// <summary>The fields from <paramref name="min"/> to <paramref name="max"/>, both included; null for where the first lines end.</summary>
        public Range(int min, int? max)
        {
            if (min < 0)
                throw new ArgumentOutOfRangeException(nameof(min), "Must be non-negative");
            if (max < min)
                throw new ArgumentOutOfRangeException(nameof(max), "If specified, must be greater than or equal to min");
            Min = min;
            Max = max;
            AutoEnd = max is null;
            ForceVector = true;
        }
    }
}
