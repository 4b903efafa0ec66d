using System.Runtime.Intrinsics;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetFashion.MlNet.Tests.Trainers.Kernels;

public sealed unsafe class ScoreAndGradientKernelsTests
{
    public static TheoryData<int, int, int> Sizes => new()
    {
        { 4, 1, 1 }, { 7, 5, 3 }, { 64, 784, 10 }, { 9, 33, 11 }, { 61, 130, 5 }, { 12, 16, 6 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Vectors_of_512_bits_agree_with_plain_sums(int rows, int features, int outputs) =>
        AgreesWithPlainSums<Lanes512, Vector512<float>>(rows, features, outputs);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Vectors_of_256_bits_agree_with_plain_sums(int rows, int features, int outputs) =>
        AgreesWithPlainSums<Lanes256, Vector256<float>>(rows, features, outputs);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Vectors_of_128_bits_agree_with_plain_sums(int rows, int features, int outputs) =>
        AgreesWithPlainSums<Lanes128, Vector128<float>>(rows, features, outputs);

    private static void AgreesWithPlainSums<TLanes, TVector>(int rows, int features, int outputs)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var random = new TauswortheHybrid(3);
        using PackedRows x = RandomRows(rows, features, random);
        int length = PackedRows.PaddedLength(features);
        int padded = PackedRows.RoundUp(rows, PackedRows.RowTile);
        var w = new AlignedFloats(outputs * length);
        var p = new AlignedFloats(outputs * padded);
        for (int k = 0; k < outputs; k++)
        {
            for (int j = 0; j < features; j++)
                w.Span[(k * length) + j] = (random.NextSingle() * 2) - 1;
            for (int r = 0; r < rows; r++)
                p.Span[(k * padded) + r] = (random.NextSingle() * 2) - 1;
        }

        var scores = new AlignedFloats(outputs * padded);
        var rowScores = new AlignedFloats(outputs);
        var gradients = new AlignedFloats(outputs * length);
        gradients.Span.Fill(0.5f);
        var ahead = new RowsAhead(x[0], x[rows]);
        ScoreKernels<TLanes, TVector>.Scores(x[0], x.Stride, padded, length, w.Pointer, length, outputs, scores.Pointer, padded, ref ahead);
        GradientKernels<TLanes, TVector>.Gradients(x[0], x.Stride, padded, length, p.Pointer, padded, outputs, gradients.Pointer, length, ref ahead);
        for (int k = 0; k < outputs; k++)
        {
            for (int r = 0; r < rows; r++)
            {
                double sum = 0;
                for (int j = 0; j < features; j++)
                    sum += (double)w.Span[(k * length) + j] * x[r][j];
                Assert.Equal(sum, scores.Span[(k * padded) + r], 1e-4);
                ScoreKernels<TLanes, TVector>.ScoresOfRow(x[r], length, w.Pointer, length, outputs, rowScores.Pointer);
                Assert.Equal(sum, rowScores.Span[k], 1e-4);
            }

            for (int j = 0; j < features; j++)
            {
                double sum = 0.5;
                for (int r = 0; r < rows; r++)
                    sum += (double)p.Span[(k * padded) + r] * x[r][j];
                Assert.Equal(sum, gradients.Span[(k * length) + j], 1e-4);
            }
        }
    }

    private static PackedRows RandomRows(int rows, int features, System.Random random)
    {
        var packed = new PackedRows(features);
        for (int r = 0; r < rows; r++)
        {
            foreach (ref float value in packed.Append())
                value = (random.NextSingle() * 2) - 1;
        }

        return packed;
    }
}
