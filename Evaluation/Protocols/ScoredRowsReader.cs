using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetFashion.Evaluation;

/// <summary>Reads labels, scores and class names out of a scored view, whichever form the label has.</summary>
internal static class ScoredRowsReader
{
    /// <exception cref="ArgumentException">A column is missing or of a type that cannot be judged.</exception>
    /// <exception cref="InvalidDataException">Labels that do not fit the classes of the model.</exception>
    public static ScoredRows Read(IDataView scored, string labelColumnName, string scoreColumnName)
    {
        var label = Require(scored, labelColumnName, "true class", "labelColumnName");
        var score = Require(scored, scoreColumnName, "scores", "scoreColumnName");
        if (score.Type is not VectorDataViewType { Size: >= 2 } scores || scores.ItemType != NumberDataViewType.Single)
        {
            throw new ArgumentException(
                $"The column {scoreColumnName} needs a vector of Single, one score a class and at least 2. Received: {score.Type}.", nameof(scoreColumnName));
        }

        var modelNames = ClassNames.OfModel(score);
        var labelNames = label.Type is KeyDataViewType ? ClassNames.Read(label, ClassNames.KeyValues) : null;
        RequireSameOrder(labelNames, modelNames, scores.Size, labelColumnName);

        var labels = new List<float>();
        var values = new List<float>();
        using var cursor = scored.GetRowCursor([label, score]);
        var readLabel = LabelReader(cursor, label, modelNames);
        var readScore = cursor.GetGetter<VBuffer<float>>(score);
        var buffer = default(VBuffer<float>);
        var row = new float[scores.Size];
        while (cursor.MoveNext())
        {
            labels.Add(readLabel());
            readScore(ref buffer);
            if (buffer.Length == row.Length)
                buffer.CopyTo(row);
            else
                Array.Fill(row, float.NaN);
            values.AddRange(row);
        }

        return new ScoredRows([.. labels], [.. values], scores.Size, labelNames ?? modelNames ?? []);
    }

    private static DataViewSchema.Column Require(IDataView scored, string name, string holds, string argument) =>
        scored.Schema.GetColumnOrNull(name) ?? throw new ArgumentException(
            $"The scored data needs a column \"{name}\" with the {holds}. " +
            $"It has: {string.Join(", ", scored.Schema.Where(c => !c.IsHidden).Select(c => c.Name))}.", argument);

    /// <summary>Positions are what is compared, so a label whose classes stand in another order than the model's would be judged wrongly in silence.</summary>
    private static void RequireSameOrder(IReadOnlyList<string>? label, IReadOnlyList<string>? model, int scores, string column)
    {
        if (label is null || model is null)
            return;

        for (var k = 0; k < Math.Min(Math.Min(label.Count, model.Count), scores); k++)
        {
            if (model[k].Length > 0 && label[k] != model[k])
            {
                throw new InvalidDataException(
                    $"The classes of the column {column} must stand in the order the model was trained with. " +
                    $"Class {k.ToString(CultureInfo.InvariantCulture)} is \"{label[k]}\" in the data and \"{model[k]}\" in the model: " +
                    "map the labels with the model's own pipeline.");
            }
        }
    }

    private static Func<float> LabelReader(DataViewRowCursor cursor, DataViewSchema.Column label, IReadOnlyList<string>? modelNames)
    {
        if (label.Type is KeyDataViewType)
        {
            // A raw key is 1-based, and 0 is a missing one.
            if (label.Type.RawType == typeof(uint))
                return Getter<uint>(cursor, label, key => key == 0 ? float.NaN : key - 1f);
            if (label.Type.RawType == typeof(byte))
                return Getter<byte>(cursor, label, key => key == 0 ? float.NaN : key - 1f);
            if (label.Type.RawType == typeof(ushort))
                return Getter<ushort>(cursor, label, key => key == 0 ? float.NaN : key - 1f);
            return Getter<ulong>(cursor, label, key => key == 0 ? float.NaN : key - 1f);
        }

        // Beside classes named by words a number can only be a class index, as ML.NET's evaluator takes it.
        var single = label.Type == NumberDataViewType.Single;
        if (modelNames is not null && !(single && modelNames.Any(name => !double.TryParse(name, CultureInfo.InvariantCulture, out _))))
        {
            var classes = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var k = 0; k < modelNames.Count; k++)
                classes.TryAdd(modelNames[k], k);
            var text = ValueText.Getter(cursor, label)
                ?? throw Unusable(label);
            return () => Find(classes, text(), label.Name);
        }

        return single ? Getter<float>(cursor, label, value => value) : throw Unusable(label);
    }

    private static float Find(Dictionary<string, int> classes, string value, string column)
    {
        if (value.Length == 0 || value == "NaN")
            return float.NaN;
        return classes.TryGetValue(value, out var k)
            ? k
            : throw new InvalidDataException(
                $"The labels must be classes the model was trained with: {string.Join(", ", classes.Keys.Take(20))}. Received: \"{value}\" in the column {column}.");
    }

    private static Func<float> Getter<T>(DataViewRowCursor cursor, DataViewSchema.Column column, Func<T, float> convert)
    {
        var getter = cursor.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return convert(value);
        };
    }

    private static ArgumentException Unusable(DataViewSchema.Column label) => new(
        $"The label column {label.Name} must be a key, or text or numbers that the model's scores carry as class names. Received: {label.Type}, " +
        "and scores without names. Map it with MapValueToKey.");
}
