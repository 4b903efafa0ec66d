using System.Numerics;
using MlNetFashion.Interchange.Models;
using Microsoft.ML.Model;

namespace Microsoft.ML.Transforms;

/// <summary>Reads the functions of a normaliser.</summary>
internal static class NormalizerFunctions
{
    internal static NormalizerFunction Load(ModelLoadContext context, bool isScalar)
    {
        var reader = context.Reader;
        NormalizerFunction function = reader.Header.Loader switch
        {
            "AffineNormExec" => LoadAffine(reader, isScalar),
            "CdfNormalizeFunction" => LoadCdf(reader, isScalar),
            var loader => throw new InvalidDataException(
                $"{reader.Source} holds the normalising function '{loader}', which cannot be read here; what can be read: AffineNormExec, CdfNormalizeFunction."),
        };
        reader.CheckEnd();
        return function;
    }

    private static NormalizerFunction LoadAffine(ModelBlockReader reader, bool isScalar)
    {
        reader.CheckVersion("AFF NORM", 0x00010003, 0x00010003);
        return ReadItemSize(reader) == sizeof(float) ? ReadAffine<float>(reader, isScalar) : ReadAffine<double>(reader, isScalar);
    }

    private static NormalizerFunction LoadCdf(ModelBlockReader reader, bool isScalar)
    {
        reader.CheckVersion("CDFNORMF", 0x00010001, 0x00010001);
        return ReadItemSize(reader) == sizeof(float) ? ReadCdf<float>(reader, isScalar) : ReadCdf<double>(reader, isScalar);
    }

    private static int ReadItemSize(ModelBlockReader reader) => reader.ReadInt32() switch
    {
        sizeof(float) => sizeof(float),
        sizeof(double) => sizeof(double),
        var size => throw reader.Fault($"numbers of {size} bytes are neither Single nor Double"),
    };

    private static AffineFunction<T> ReadAffine<T>(ModelBlockReader reader, bool isScalar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var slots = reader.ReadInt32();
        var listed = reader.ReadInt32();
        var indices = listed >= 0 ? ReadIndices(reader, slots, listed) : null;
        var scales = reader.ReadCountedValues<T>();
        var offsets = reader.ReadCountedValues<T>();
        var expected = indices?.Length ?? slots;
        if (slots <= 0 || scales.Length != expected || (offsets.Length != 0 && offsets.Length != expected) || (isScalar && slots != 1))
            throw reader.Fault($"{scales.Length} scales and {offsets.Length} offsets do not make a function of {slots} slots");

        var scale = scales;
        var offset = offsets.Length == 0 ? new T[expected] : offsets;
        if (indices is not null)
        {
            // The slots that are not listed pass unchanged.
            scale = new T[slots];
            offset = new T[slots];
            Array.Fill(scale, T.One);
            for (var position = 0; position < indices.Length; position++)
            {
                scale[indices[position]] = scales[position];
                offset[indices[position]] = offsets.Length == 0 ? T.Zero : offsets[position];
            }
        }

        for (var slot = 0; slot < slots; slot++)
        {
            if (T.IsNaN(scale[slot]))
                throw reader.Fault($"the scale of slot {slot} is NaN");
            if (scale[slot] == T.Zero)
                offset[slot] = T.Zero;
        }

        return new AffineFunction<T>(scale, offset, isScalar);
    }

    private static CdfFunction<T> ReadCdf<T>(ModelBlockReader reader, bool isScalar)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var useLog = reader.ReadBoolean();
        var mean = reader.ReadCountedValues<T>();
        var deviation = reader.ReadCountedValues<T>();
        if (mean.Length == 0 || mean.Length != deviation.Length)
            throw reader.Fault($"{mean.Length} means and {deviation.Length} deviations do not belong together");
        return new CdfFunction<T>(mean, deviation, useLog, isScalar);
    }

    private static int[] ReadIndices(ModelBlockReader reader, int slots, int count)
    {
        var indices = reader.ReadValues<int>(count);
        for (var position = 0; position < indices.Length; position++)
        {
            if (indices[position] < 0 || indices[position] >= slots || (position > 0 && indices[position] <= indices[position - 1]))
                throw reader.Fault($"the slots that are scaled are not increasing numbers below {slots}");
        }

        return indices;
    }
}
