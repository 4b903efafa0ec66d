using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using MlNetFashion.Interchange.Models;

namespace Microsoft.ML.Transforms;

/// <summary>y = (x - offset) * scale, slot by slot.</summary>
internal sealed class AffineFunction<T> : NormalizerFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _scale;

    // Null when no slot is moved. ML.NET cannot read a vector's offsets that are all zero, and never writes them.
    private readonly T[]? _offset;

    internal AffineFunction(T[] scale, T[] offset, bool isScalar)
        : base(isScalar)
    {
        _scale = scale;
        _offset = isScalar || Array.Exists(offset, value => value != T.Zero) ? offset : null;
    }

    internal override int Size => _scale.Length;

    private protected override bool KeepsZero => _offset is null;

    internal override NormalizingTransformer.NormalizerModelParametersBase CreateParameters()
    {
        if (IsScalar)
            return new NormalizingTransformer.AffineNormalizerModelParameters<T>(_scale[0], _offset![0]);
        return new NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<T>>(
            [.. _scale], _offset is null ? default : ImmutableArray.Create(_offset));
    }

    internal override void Save(ModelSaveContext context)
    {
        var block = context.Begin(new ModelBlockHeader("AFF NORM", 0x00010003, 0x00010003, "AffineNormExec", MlNetAssemblies.Data));
        block.WriteInt32(Marshal.SizeOf<T>());
        block.WriteInt32(_scale.Length);
        block.WriteInt32(-1);
        block.WriteCountedValues<T>(_scale);
        block.WriteCountedValues<T>(_offset);
        context.AddEntry("AffineNormalizer.txt", Encoding.UTF8.GetBytes(Text()));
    }

    private protected override T Apply(T value, int slot) => (value - (_offset is null ? T.Zero : _offset[slot])) * _scale[slot];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void Apply(ReadOnlySpan<T> source, Span<T> destination)
    {
        var values = MemoryMarshal.Cast<T, Vector<T>>(source);
        var results = MemoryMarshal.Cast<T, Vector<T>>(destination);
        var scale = MemoryMarshal.Cast<T, Vector<T>>(_scale);
        if (_offset is null)
        {
            for (var block = 0; block < values.Length; block++)
                results[block] = values[block] * scale[block];
        }
        else
        {
            var offset = MemoryMarshal.Cast<T, Vector<T>>(_offset);
            for (var block = 0; block < values.Length; block++)
                results[block] = (values[block] - offset[block]) * scale[block];
        }

        for (var slot = values.Length * Vector<T>.Count; slot < source.Length; slot++)
            destination[slot] = Apply(source[slot], slot);
    }

    // A copy for people, beside the numbers that are read.
    private string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"NumNormalizationFeatures={_scale.Length}\n");
        for (var slot = 0; slot < _scale.Length; slot++)
            text.Append(CultureInfo.InvariantCulture, $"{slot}\t{_offset?[slot] ?? T.Zero}\t{_scale[slot]}\n");
        return text.Append('\n').ToString();
    }
}
