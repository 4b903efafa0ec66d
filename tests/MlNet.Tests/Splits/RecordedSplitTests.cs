using System.Globalization;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Splits;

/// <summary>Every recorded split: the same rows on the same sides.</summary>
public sealed class RecordedSplitTests
{
    [SkippableTheory]
    [InlineData("no-key.csv")]
    [InlineData("with-key.csv")]
    public void Every_recorded_column_is_reproduced(string file)
    {
        CsvTable table = CsvTable.Read(SharedFiles.Require($"mlnet-reference/splits/{file}"));
        IDataView input = SplitInput.Load();
        for (int column = 1; column < table.Header.Length; column++)
        {
            string[] made = Split(input, table.Header[column], table.Rows.Length);
            for (int row = 0; row < table.Rows.Length; row++)
                Assert.True(table.Rows[row][column] == made[row], $"{table.Header[column]}, row {row}: expected {table.Rows[row][column]}, got {made[row]}");
        }
    }

    [Fact]
    public void Both_sets_keep_the_order_and_cannot_shuffle()
    {
        var data = new ArrayView(50).With("Index", NumberDataViewType.Int32, [.. Enumerable.Range(0, 50)]);
        var split = new MLContext(1).Data.TrainTestSplit(data, 0.3);
        foreach (IDataView set in new[] { split.TrainSet, split.TestSet })
        {
            int[] rows = Indices(set);
            Assert.Equal(rows.Order(), rows);
            Assert.False(set.CanShuffle);
            Assert.Null(set.GetRowCount());
            Assert.Equal(data.Schema.Count, set.Schema.Count);
        }
    }

    [Fact]
    public void Impossible_splits_are_refused_in_MLNETs_words()
    {
        var data = new ArrayView(3).With("Index", NumberDataViewType.Int32, [0, 1, 2]);
        var catalog = new MLContext(1).Data;
        Assert.Equal("Must be between 0 and 1 exclusive (Parameter 'testFraction')", Assert.Throws<ArgumentOutOfRangeException>(() => catalog.TrainTestSplit(data, 0)).Message);
        Assert.Equal("Must be between 0 and 1 exclusive (Parameter 'testFraction')", Assert.Throws<ArgumentOutOfRangeException>(() => catalog.TrainTestSplit(data, 1)).Message);
        Assert.Equal("Must be more than 1 (Parameter 'numberOfFolds')", Assert.Throws<ArgumentOutOfRangeException>(() => catalog.CrossValidationSplit(data, 1)).Message);
        Assert.Equal(
            "Could not find SamplingKeyColumn column 'Nope' (Parameter 'samplingKeyColumn')",
            Assert.Throws<ArgumentOutOfRangeException>(() => catalog.TrainTestSplit(data, 0.5, "Nope")).Message);
        Assert.Throws<ArgumentNullException>(() => catalog.TrainTestSplit(null!));
    }

    private static string[] Split(IDataView input, string name, int rows)
    {
        // tt<fraction>|cv<folds>|cvrun<folds> _ [column _] [ctx<seed> _] seed<seed>
        string[] parts = name.Split('_');
        int? argument = SeedOf(parts.Single(part => part.StartsWith("seed", StringComparison.Ordinal))["seed".Length..]);
        string? context = parts.SingleOrDefault(part => part.StartsWith("ctx", StringComparison.Ordinal));
        string? key = parts.Skip(1).SingleOrDefault(part => input.Schema.GetColumnOrNull(part) is not null);
        var catalog = new MLContext(context is null ? 1 : SeedOf(context["ctx".Length..])).Data;
        if (name.StartsWith("tt", StringComparison.Ordinal))
        {
            double fraction = double.Parse(parts[0]["tt".Length..], CultureInfo.InvariantCulture);
            var split = catalog.TrainTestSplit(input, fraction, key, argument);
            var sides = Enumerable.Repeat("-", rows).ToArray();
            foreach (int row in Indices(split.TrainSet))
                sides[row] = "0";
            foreach (int row in Indices(split.TestSet))
                sides[row] = "1";
            return sides;
        }

        int folds = int.Parse(parts[0].Replace("cvrun", string.Empty, StringComparison.Ordinal).Replace("cv", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        string[] made = Folds(catalog.CrossValidationSplit(input, folds, key, argument), rows);

        // Of complete cross-validations only the scored rows were recorded.
        return parts[0].StartsWith("cvrun", StringComparison.Ordinal) ? [.. made.Select(text => text.Split('!')[0])] : made;
    }

    private static string[] Folds(IReadOnlyList<DataOperationsCatalog.TrainTestData> folds, int rows)
    {
        var tests = folds.Select(fold => Indices(fold.TestSet).ToHashSet()).ToArray();
        var trains = folds.Select(fold => Indices(fold.TrainSet).ToHashSet()).ToArray();
        var result = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            var text = new StringBuilder();
            int[] tested = [.. Enumerable.Range(0, folds.Count).Where(fold => tests[fold].Contains(row))];
            int[] lacking = [.. Enumerable.Range(0, folds.Count).Where(fold => !trains[fold].Contains(row))];
            text.Append(tested.Length == 0 ? "-" : string.Join(';', tested));
            if (!lacking.SequenceEqual(tested))
                text.Append("!notrain=").AppendJoin(';', lacking);
            result[row] = text.ToString();
        }

        return result;
    }

    private static int? SeedOf(string text) => text == "null" ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static int[] Indices(IDataView view) => [.. view.GetColumn<int>("Index")];
}
