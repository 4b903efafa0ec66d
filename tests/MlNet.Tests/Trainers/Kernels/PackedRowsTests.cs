using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Kernels;

public sealed unsafe class PackedRowsTests
{
    [Fact]
    public void Rows_keep_their_values_while_the_matrix_grows()
    {
        using var rows = new PackedRows(3);
        for (int i = 0; i < 1000; i++)
            rows.Append().Fill(i);
        Assert.Equal(1000, rows.Count);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(new float[] { i, i, i }, rows.Row(i));
            Assert.True(new ReadOnlySpan<float>(rows[i] + 3, rows.Stride - 3).IndexOfAnyExcept(0f) < 0);
            Assert.Equal(0, (nint)rows[i] % 64);
        }
    }

    [Fact]
    public void A_row_taken_back_leaves_zeros()
    {
        using var rows = new PackedRows(5);
        rows.Append().Fill(1);
        rows.Append().Fill(2);
        rows.RemoveLast();
        Assert.Equal(1, rows.Count);
        Assert.Equal(new float[5], rows.Append());
    }

    [Theory]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(4096)]
    public void Long_rows_are_no_power_of_two_apart(int features)
    {
        using var rows = new PackedRows(features);
        Assert.NotEqual(0, rows.Stride % 512);
    }
}
