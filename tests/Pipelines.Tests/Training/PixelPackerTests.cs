using MlNetFashion.NeuralNetworks;

namespace MlNetFashion.Pipelines.Tests;

public class PixelPackerTests
{
    private static readonly TensorShape Shape = new(28, 28, 1);

    [Theory]
    [InlineData(1f / 255)]
    [InlineData(1f)]
    [InlineData(1f / 256)]
    public void Multiples_of_a_known_step_stay_bytes_and_come_back_bit_for_bit(float scale)
    {
        var rows = Rows(scale);

        var (images, packed) = Pack(rows);

        Assert.True(packed);
        AssertSame(rows, images);
    }

    [Fact]
    public void A_single_other_value_turns_all_into_floats_without_loss()
    {
        var rows = Rows(1f / 255);
        rows[37][100] = 0.3333f;

        var (images, packed) = Pack(rows);

        Assert.False(packed);
        AssertSame(rows, images);
    }

    [Fact]
    public void Rows_that_fit_two_steps_do_not_decide_too_early()
    {
        // Black images are multiples of anything; only the last row shows that the step is 1.
        float[][] rows = [new float[784], new float[784], [.. Enumerable.Range(0, 784).Select(i => (float)(i % 256))]];

        var (images, packed) = Pack(rows);

        Assert.True(packed);
        AssertSame(rows, images);
    }

    private static float[][] Rows(float scale)
    {
        var drawn = SketchData.Draw(50, seed: 2);
        return [.. Enumerable.Range(0, drawn.Count).Select(row => drawn.Image(row).ToArray().Select(value => value * scale).ToArray())];
    }

    private static (ImageSet Images, bool Packed) Pack(float[][] rows)
    {
        // One expected row: the packer has to grow.
        var packer = new PixelPacker(784, expectedRows: 1);
        foreach (var row in rows)
            packer.Add(row);
        return (packer.ToImageSet(new int[rows.Length], Shape, 10), packer.IsPacked);
    }

    private static void AssertSame(float[][] rows, ImageSet images)
    {
        var values = new float[784];
        Assert.Equal(rows.Length, images.Count);
        for (var row = 0; row < rows.Length; row++)
        {
            images.CopyTo(row, values);
            Assert.Equal(rows[row], values);
        }
    }
}
