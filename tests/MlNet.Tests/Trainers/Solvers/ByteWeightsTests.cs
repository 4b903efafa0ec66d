using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Solvers;

/// <summary>Steps of 16-bit words lead where they should.</summary>
public sealed class ByteWeightsTests
{
    [Fact]
    public unsafe void Steps_add_up_to_the_weights()
    {
        const int stride = 32;
        var followed = new ByteWeights(2, stride);
        var sums = new double[2 * stride];
        var target = new float[2 * stride];
        for (int turn = 0; turn < 20; turn++)
        {
            for (int i = 0; i < target.Length; i++)
                target[i] = MathF.Sin(i + (turn * 0.01f)) * (i < stride ? 1 : 1e-6f);
            bool near;
            int steps = 0;
            do
            {
                near = followed.Step(target);
                Assert.True(++steps <= 3);
                for (int k = 0; k < 2; k++)
                {
                    for (int place = 0; place < stride; place++)
                    {
                        short* word = followed.Words + (k * stride / ByteRows.Unit * ByteProducts.WordsOfUnit) + ByteProducts.WordOf(place);
                        Assert.Equal(word[0], word[ByteProducts.Twin]);
                        sums[(k * stride) + place] += word[0] * followed.Scales[k];
                    }
                }
            }
            while (!near);
            for (int i = 0; i < target.Length; i++)
                Assert.Equal(target[i], sums[i], i < stride ? 1e-6 : 1e-12);
        }
    }

    [Fact]
    public unsafe void The_products_with_bytes_cannot_overflow()
    {
        const int stride = 4096;
        var followed = new ByteWeights(1, stride);
        var target = new float[stride];
        target.AsSpan().Fill(0.7f);
        followed.Step(target);
        long sum = 0;
        for (int place = 0; place < stride; place++)
            sum += 255L * Math.Abs((int)followed.Words[ByteProducts.WordOf(place)]);
        Assert.InRange(sum, int.MaxValue / 4, int.MaxValue);
    }
}
