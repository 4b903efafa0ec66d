using Microsoft.Data.Analysis;
using MlNetFashion.Tests.Support;

namespace MlNetFashion.MlNet.Tests.DataFrames;

public class OperatorTests
{
    private static readonly Int32DataFrameColumn Whole = new("w", [7, null, -2]);

    [Fact]
    public void Columns_of_known_types_have_results_of_known_types()
    {
        Int32DataFrameColumn sum = Whole + Whole;
        Int64DataFrameColumn unsigned = Whole + new UInt32DataFrameColumn("u", [1, 2, 3]);
        SingleDataFrameColumn product = Whole * 0.5f;
        DoubleDataFrameColumn quotient = 1.0 / Whole;
        DecimalDataFrameColumn difference = Whole - 0.5m;
        SingleDataFrameColumn huge = Whole + new UInt64DataFrameColumn("u", [1, 2, 3]);
        Int32DataFrameColumn small = new ByteDataFrameColumn("b", [200]) + new ByteDataFrameColumn("b", [100]);
        Int32DataFrameColumn rest = 10 % Whole;
        Int32DataFrameColumn shifted = new ByteDataFrameColumn("b", [200]) << 2;

        Assert.Equal([14, null, -4], sum);
        Assert.Equal([8L, null, 1], unsigned);
        Assert.Equal([3.5f, null, -1], product);
        Assert.Equal([1 / 7.0, null, -0.5], quotient);
        Assert.Equal([6.5m, null, -2.5m], difference);
        Assert.Equal([8f, null, 1], huge);
        Assert.Equal([300], small);
        Assert.Equal([3, null, 0], rest);
        Assert.Equal([800], shifted);
        Assert.Equal("w", quotient.Name);
    }

    [Fact]
    public void In_place_is_offered_where_the_column_can_hold_the_result()
    {
        var column = Whole.Clone() as Int32DataFrameColumn;

        Assert.Same(column, column!.Add(new Int16DataFrameColumn("s", [1, 1, 1]), inPlace: true));
        Assert.Same(column, column.ReverseSubtract(10, inPlace: true));
        Assert.Equal([2, null, 11], column);
    }

    [Fact]
    public void Comparisons_and_logic_give_truth_values()
    {
        BooleanDataFrameColumn large = Whole.ElementwiseGreaterThan(0.5);
        BooleanDataFrameColumn known = Whole.ElementwiseNotEquals(new Int64DataFrameColumn("l", [7, 8, 9]));

        Assert.Equal([true, false, false], large);
        Assert.Equal([false, true, true], known);
        Assert.Equal([false, false, false], large & known);
        Assert.Equal([true, true, true], large | known);
        Assert.Equal([false, true, true], large ^ true);
        Assert.Equal([true, false], new DateTimeDataFrameColumn("d", [DateTime.UnixEpoch, DateTime.MaxValue]).ElementwiseEquals(DateTime.UnixEpoch));
    }

    [Fact]
    public void Columns_of_unknown_types_and_data_frames_have_operators_too()
    {
        DataFrameColumn column = Whole;
        var frame = new DataFrame(Whole.Clone(), new DoubleDataFrameColumn("d", [1, 2, 3]));

        Assert.Equal([14, null, -4], (column * 2).Values());
        Assert.Equal([3.5, null, -1.0], (column * 0.5).Values());
        Assert.Equal([1, null, 10], (8 - column).Values());
        Assert.Equal([0, null, 0], (column - column).Values());
        Assert.Equal([28, null, -8], (column << 2).Values());
        Assert.Equal([2.0, 4.0, 6.0], (frame * 2)["d"].Values());
        Assert.Equal([8, null, -1], (1 + frame)["w"].Values());
        Assert.Equal([true, false, false], frame.ElementwiseGreaterThan(2)["w"].Values());
        Assert.Equal([8, null, -1], frame.Add([1, 2])["w"].Values());
    }

    [SkippableFact]
    public void Every_typed_column_has_every_member_it_should_have()
    {
        var wanted = File.ReadLines(Path.Combine(SharedFiles.Require("mlnet-reference/api"), "Microsoft.Data.Analysis.txt"))
            .Count(line => line.StartsWith("Microsoft.Data.Analysis.Int32DataFrameColumn :: method", StringComparison.Ordinal));

        var found = typeof(Int32DataFrameColumn).GetMethods(
            System.Reflection.BindingFlags.DeclaredOnly | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static);

        Assert.Equal(wanted, found.Length);
    }
}
