using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Transforms;

/// <summary>The normal distribution function of x (or of its logarithm) with a slot's mean and standard deviation.</summary>
internal sealed class CdfFunction<T>(T[] mean, T[] deviation, bool useLog, bool isScalar) : NormalizerFunction<T>(isScalar)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override int Size => mean.Length;

    private protected override bool KeepsZero => false;

    internal override NormalizingTransformer.NormalizerModelParametersBase CreateParameters() => IsScalar
        ? new NormalizingTransformer.CdfNormalizerModelParameters<T>(mean[0], deviation[0], useLog)
        : new NormalizingTransformer.CdfNormalizerModelParameters<ImmutableArray<T>>([.. mean], [.. deviation], useLog);

    internal override void Save(ModelSaveContext context)
    {
        var block = context.Begin(new ModelBlockHeader("CDFNORMF", 0x00010001, 0x00010001, "CdfNormalizeFunction", MlNetAssemblies.Data));
        block.WriteInt32(Marshal.SizeOf<T>());
        block.WriteBoolean(useLog);
        block.WriteCountedValues<T>(mean);
        block.WriteCountedValues<T>(deviation);
    }

    private protected override T Apply(T value, int slot)
    {
        if (deviation[slot] <= T.CreateTruncating(1e-9) && !useLog)
            return value > mean[slot] ? T.One : value < mean[slot] ? T.Zero : T.CreateTruncating(0.5);
        if (useLog && value <= T.Zero)
            return T.Zero;
        var x = useLog ? T.Log(value) : value;
        var z = (x - mean[slot]) / (T.CreateTruncating(Math.Sqrt(2)) * deviation[slot]);
        return T.CreateTruncating(0.5 * (1 + ErrorFunction.Of(double.CreateTruncating(z))));
    }

    private protected override void Apply(ReadOnlySpan<T> source, Span<T> destination)
    {
        for (var slot = 0; slot < source.Length; slot++)
            destination[slot] = Apply(source[slot], slot);
    }
}
