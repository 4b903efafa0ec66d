using Microsoft.ML.Runtime;

namespace Microsoft.ML.Data;

/// <summary>Resolves the columns that options describe.</summary>
internal static class TextBindings
{
    // As many lines are looked at to see where lines end.
    private const int SampleLines = 100;

    internal static (TextBinding[] Bindings, TextFormat Format) Bind(TextLoader.Options options, TextFormat format, IMultiStreamSource? sample)
    {
        var columns = options.Columns ?? [];
        if (columns.Length == 0)
            throw new ArgumentOutOfRangeException(nameof(options.Columns), "Must specify the columns, or a data sample that shows them.");
        var inputSize = format.InputSize;
        if (Array.Exists(columns, column => column.Source is not null && Array.Exists(column.Source, range => range.AllOther)) && inputSize == 0)
            throw new ArgumentOutOfRangeException(nameof(TextLoader.Range.AllOther), "No index is selected as all other indexes.");
        if (inputSize == 0 && Array.Exists(columns, column => column.Source is not null && Array.Exists(column.Source, range => range.AutoEnd)))
        {
            inputSize = SizeOfLines(format, sample);
            format = format with { InputSize = inputSize };
        }

        var taken = new HashSet<int>();
        var bindings = new TextBinding[columns.Length];
        for (var index = 0; index < columns.Length; index++)
        {
            bindings[index] = Bind(columns[index], inputSize);
            foreach (var segment in bindings[index].Segments.Where(segment => !segment.IsVariable))
                taken.UnionWith(Enumerable.Range(segment.Min, segment.Lim - segment.Min));
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (Array.Exists(columns[index].Source, range => range.AllOther))
                bindings[index] = bindings[index] with { Segments = Others(columns[index], inputSize, taken) };
        }

        return (bindings, format);
    }

    internal static DataViewSchema Schema(TextBinding[] bindings, TextFormat format, string? header)
    {
        var names = header is null ? null : TextFields.SplitHeader(header, format);
        return DataViewSchema.FromColumns(bindings.Select(binding =>
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            if (names is not null && binding is { IsVector: true, Size: > 0 } && SlotNames(binding, names) is { } slots)
                annotations.Add(AnnotationKinds.SlotNames, new VectorDataViewType(TextDataViewType.Instance, slots.Length), AnnotationGetters.Vector(slots));
            return new DataViewSchema.DetachedColumn(binding.Name, binding.Type, annotations.ToAnnotations());
        }));
    }

    internal static void WarnOfHiddenColumns(IChannel channel, TextBinding[] bindings)
    {
        if (bindings.DistinctBy(binding => binding.Name).Count() < bindings.Length)
            channel.Info(MessageSensitivity.None, "Duplicate name(s) specified - later columns will hide earlier ones");
    }

    private static TextBinding Bind(TextLoader.Column column, int inputSize)
    {
        if (string.IsNullOrWhiteSpace(column.Name))
            throw new ArgumentOutOfRangeException(nameof(column.Name), "Must specify a column name");
        if (column.Source is not { Length: > 0 })
            throw new ArgumentOutOfRangeException(nameof(column.Source), $"Must specify some source column indices for column '{column.Name}'");
        var item = DataKinds.ToType(column.DataKind);
        if (column.KeyCount is { } keyCount)
        {
            if (!KeyDataViewType.IsValidDataType(item.RawType))
                throw new ArgumentOutOfRangeException(nameof(column.KeyCount), $"Bad item type for Key: {item}");
            item = new KeyDataViewType(item.RawType, keyCount.Count ?? KeyDataViewType.MaximumCount(item.RawType));
        }

        var segments = column.Source.Where(range => !range.AllOther).Select(range => Resolve(range, inputSize)).ToArray();
        var sorted = segments.OrderBy(segment => segment.Min).ToArray();
        for (var index = 1; index < sorted.Length; index++)
        {
            if (sorted[index - 1].Lim > sorted[index].Min)
                throw new ArgumentOutOfRangeException(nameof(column.Source), $"Intervals specified for column '{column.Name}' overlap");
        }

        return new TextBinding(column.Name, column.DataKind, item, segments);
    }

    private static TextSegment Resolve(TextLoader.Range range, int inputSize)
    {
        if (range.Min < 0)
            throw new ArgumentOutOfRangeException(nameof(range.Min), "Min must be non-negative");
        if (range.VariableEnd)
            return new TextSegment(range.Min, TextSegment.Variable, true);
        if (range.AutoEnd)
        {
            if (range.Min >= inputSize)
                throw new ArgumentOutOfRangeException(nameof(range.AutoEnd), "Column #" + range.Min + " is out of range: lines have " + inputSize + " fields");
            return new TextSegment(range.Min, inputSize, true);
        }

        var max = range.Max ?? range.Min;
        if (max < range.Min || max == int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(range.Max), "If specified, must be greater than or equal to min");
        return new TextSegment(range.Min, max + 1, range.ForceVector);
    }

    private static TextSegment[] Others(TextLoader.Column column, int inputSize, HashSet<int> taken)
    {
        var first = column.Source.First(range => range.AllOther).Min;
        var segments = new List<TextSegment>();
        for (var field = first; field < inputSize; field++)
        {
            if (taken.Contains(field))
                continue;
            if (segments.Count > 0 && segments[^1].Lim == field)
                segments[^1] = segments[^1] with { Lim = field + 1 };
            else
                segments.Add(new TextSegment(field, field + 1, true));
        }

        return segments.Count > 0
            ? [.. segments]
            : throw new ArgumentOutOfRangeException(nameof(TextLoader.Range.AllOther), "No index is selected as all other indexes.");
    }

    private static int SizeOfLines(TextFormat format, IMultiStreamSource? sample)
    {
        if (sample is null || sample.Count == 0)
            throw new ArgumentOutOfRangeException(nameof(TextLoader.Options.InputSize), "A range to the end of the line needs a data sample, or the number of fields of a line.");
        var sizes = TextSettings.FirstLines(format with { MaxRows = SampleLines }, sample).Select(line => TextFields.CountOf(line, format)).Distinct().ToArray();
        return sizes switch
        {
            [var size] => size,
            [] => throw new ArgumentOutOfRangeException(nameof(TextLoader.Column.Source), "Can't determine the number of source columns without valid data"),
            _ => throw new ArgumentOutOfRangeException(nameof(TextLoader.Column.Source), "The size of input lines is not consistent"),
        };
    }

    private static ReadOnlyMemory<char>[]? SlotNames(TextBinding binding, string[] names)
    {
        var slots = binding.Segments.SelectMany(segment => Enumerable.Range(segment.Min, segment.Lim - segment.Min))
            .Select(field => (field < names.Length ? names[field] : string.Empty).AsMemory()).ToArray();
        return Array.Exists(slots, slot => !slot.IsEmpty) ? slots : null;
    }
}
