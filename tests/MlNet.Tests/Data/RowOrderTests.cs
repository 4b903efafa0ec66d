using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.Data;

public class RowOrderTests
{
    private const int Rows = 1000;

    public static TheoryData<string> Shuffles =>
    [
        "list_seed1_pool1000", "list_seed1_pool100", "list_seed1_pool1", "list_seed1_pool100_nosource", "list_seed1_pool1000_nosource",
        "list_seed42_pool1000", "list_seed0_pool100", "cached_seed1_pool100", "list_ctx1_seednull_pool1000_first",
    ];

    [SkippableTheory]
    [MemberData(nameof(Shuffles))]
    public void Rows_are_shuffled_into_ML_NETs_order(string name)
    {
        var expected = Column("shuffle.csv", name);
        var mlContext = new MLContext(seed: 1);
        var parts = name.Split('_');
        var data = mlContext.Data.LoadFromEnumerable(Numbers());
        if (parts[0] == "cached")
            data = mlContext.Data.Cache(data);
        var seedText = parts.First(part => part.StartsWith("seed", StringComparison.Ordinal))[4..];
        int? seed = seedText == "null" ? null : int.Parse(seedText, CultureInfo.InvariantCulture);
        var pool = int.Parse(parts.First(part => part.StartsWith("pool", StringComparison.Ordinal))[4..], CultureInfo.InvariantCulture);

        var shuffled = mlContext.Data.ShuffleRows(data, seed, pool, shuffleSource: !parts.Contains("nosource"));

        Assert.Equal(expected, shuffled.GetColumn<int>("Index"));
        Assert.Equal(expected, shuffled.GetColumn<int>("Index"));
    }

    [SkippableTheory]
    [InlineData("bootstrap_seed1", false)]
    [InlineData("bootstrap_seed1_complement", true)]
    public void Bootstrap_samples_are_ML_NETs(string name, bool complement)
    {
        var mlContext = new MLContext(seed: 1);
        var sample = mlContext.Data.BootstrapSample(mlContext.Data.LoadFromEnumerable(Numbers()), seed: 1, complement);
        Assert.Equal(Column("bootstrap.csv", name), sample.GetColumn<int>("Index"));
    }

    [Fact]
    public void Rows_are_taken_and_skipped()
    {
        var mlContext = new MLContext();
        var data = mlContext.Data.LoadFromEnumerable(Numbers());
        var middle = mlContext.Data.TakeRows(mlContext.Data.SkipRows(data, 10), 5);
        Assert.Equal([10, 11, 12, 13, 14], middle.GetColumn<int>("Index"));
        Assert.Equal(5, middle.GetRowCount());
        const string Message = "Must be greater than zero. (Parameter 'count')";
        Assert.Equal(Message, Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Data.TakeRows(data, -1)).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Data.SkipRows(data, -1)).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Data.TakeRows(data, 0)).Message);
        Assert.Equal(
            "Must be positive (Parameter 'shufflePoolSize')",
            Assert.Throws<ArgumentOutOfRangeException>(() => mlContext.Data.ShuffleRows(data, shufflePoolSize: 0)).Message);
    }

    [Fact]
    public void A_cache_reads_its_source_once_and_gives_every_row_to_a_set_of_cursors()
    {
        var mlContext = new MLContext();
        var passes = 0;
        var cache = mlContext.Data.Cache(mlContext.Data.LoadFromEnumerable(Counted()), "Index");
        Assert.Equal(1, passes);
        Assert.Equal(Enumerable.Range(0, Rows), cache.GetColumn<int>("Index"));
        Assert.Equal(1, passes);
        Assert.Equal(Rows, cache.GetRowCount());

        var seen = new List<int>();
        foreach (var cursor in cache.GetRowCursorSet(cache.Schema, 3))
        {
            using (cursor)
            {
                var get = cursor.GetGetter<int>(cache.Schema["Index"]);
                var value = 0;
                while (cursor.MoveNext())
                {
                    get(ref value);
                    seen.Add(value);
                }
            }
        }

        Assert.Equal(Enumerable.Range(0, Rows), seen);

        IEnumerable<Number> Counted()
        {
            passes++;
            foreach (var number in Numbers())
                yield return number;
        }
    }

    [Fact]
    public void A_pass_over_a_cache_allocates_nothing_per_row()
    {
        var mlContext = new MLContext();
        var cache = mlContext.Data.Cache(new ArrayView(Rows).WithVectors("V", 100, [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Repeat((float)row, 100).ToArray())]));
        var column = cache.Schema["V"];
        Pass();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Rows);

        void Pass()
        {
            using var cursor = cache.GetRowCursor([column]);
            var get = cursor.GetGetter<VBuffer<float>>(column);
            var value = default(VBuffer<float>);
            while (cursor.MoveNext())
                get(ref value);
        }
    }

    private static int[] Column(string file, string name)
    {
        var table = CsvTable.Read(SharedFiles.Require($"mlnet-reference/splits/{file}"));
        var index = Array.IndexOf(table.Header, name);
        return [.. table.Rows.Select(row => row[index]).Where(text => text.Length > 0).Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
    }

    private static List<Number> Numbers() => [.. Enumerable.Range(0, Rows).Select(index => new Number { Index = index })];

    private sealed class Number
    {
        public int Index { get; set; }
    }
}
