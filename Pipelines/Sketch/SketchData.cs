using System.Globalization;
using System.Security.Cryptography;

namespace MlNetFashion.Pipelines;

/// <summary>
/// Ten kinds of clothing, drawn: what the program runs on where Fashion-MNIST is neither found nor downloaded, and what its tests run on.
/// Same classes, same size, far fewer quirks; figures measured on it say nothing about Fashion-MNIST.
/// </summary>
public static class SketchData
{
    /// <summary>Bumped whenever the same seed would give other pixels.</summary>
    private const int Version = 1;

    private const string SourceName = "built-in sketch data";

    /// <summary>Draws <paramref name="count"/> labelled images of 28x28 pixels; the same arguments give the same bytes on every machine.</summary>
    /// <param name="count">How many; each class has its tenth, in a random order.</param>
    /// <param name="seed">Which series.</param>
    /// <param name="first">The place of the first image in the series: images have no other ties, so 0..99 and 100..199 never overlap.</param>
    public static PackedImages Draw(int count, int seed, long first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        const int side = SketchCanvas.Side;
        var pixels = new byte[checked(count * side * side)];
        var labels = new byte[count];
        Parallel.For(
            0,
            (count + 99) / 100,
            () => new SketchCanvas(),
            (block, _, canvas) =>
            {
                for (var i = block * 100; i < Math.Min(count, block * 100 + 100); i++)
                {
                    var place = (ulong)(first + i);
                    var random = new SplitMix64((ulong)(uint)seed, place);
                    labels[i] = (byte)(place % 10);
                    DrawOne(canvas, ref random, labels[i], pixels.AsSpan(i * side * side, side * side));
                }

                return canvas;
            },
            _ => { });
        return Shuffle(new PackedImages(pixels, labels, side, side), seed, first);
    }

    internal static LoadedImages Load(DataSetOptions options, string? notice)
    {
        var train = Draw(options.SketchTrainCount, options.SketchSeed);
        var test = Draw(options.SketchTestCount, options.SketchSeed, first: 1L << 32);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in new[] { train, test })
        {
            md5.AppendData(part.Pixels);
            md5.AppendData(part.Labels);
        }

        return new LoadedImages(train, test)
        {
            Name = "Sketch data (not Fashion-MNIST)",
            Source = SourceName,
            Checksum = string.Create(
                CultureInfo.InvariantCulture,
                $"sketch version {Version}, seed {options.SketchSeed}, {train.Count} + {test.Count} images, md5 {Convert.ToHexStringLower(md5.GetHashAndReset())}"),
            IsSketch = true,
            Notice = notice ?? "This is the built-in sketch data: its figures say nothing about Fashion-MNIST.",
        };
    }

    private static void DrawOne(SketchCanvas canvas, ref SplitMix64 random, int label, Span<byte> pixels)
    {
        canvas.Clear(ref random);
        var isShoe = label is 5 or 7 or 9;
        canvas.Path.Pose = SketchPose.Draw(ref random, flip: isShoe ? 0.2 : 0.5);
        switch (label)
        {
            case 0: DrawTop(canvas, ref random, TopCuts.TShirt(ref random), patterned: 0.3); break;
            case 1: OtherSketches.DrawTrouser(canvas, ref random); break;
            case 2: DrawTop(canvas, ref random, TopCuts.Pullover(ref random), patterned: 0.4); break;
            case 3: DrawTop(canvas, ref random, TopCuts.Dress(ref random), patterned: 0.25); break;
            case 4: DrawTop(canvas, ref random, TopCuts.Coat(ref random), patterned: 0.15); break;
            case 5: ShoeSketch.DrawSandal(canvas, ref random); break;
            case 6: DrawTop(canvas, ref random, TopCuts.Shirt(ref random), patterned: 0.45); break;
            case 7: ShoeSketch.DrawSneaker(canvas, ref random); break;
            case 8: OtherSketches.DrawBag(canvas, ref random); break;
            default: ShoeSketch.DrawBoot(canvas, ref random); break;
        }

        if (random.Chance(0.1))
            Hide(canvas, ref random);
        canvas.Write(pixels, ref random, specks: random.Chance(0.15) ? random.Range(0.005, 0.06) : 0);
    }

    private static void DrawTop(SketchCanvas canvas, ref SplitMix64 random, in TopCut cut, double patterned) =>
        TopSketch.Draw(canvas, ref random, cut, SketchCloth.Draw(ref random, patterned));

    /// <summary>Something lies in front of a part of the garment.</summary>
    private static void Hide(SketchCanvas canvas, ref SplitMix64 random)
    {
        var (x, y, size) = (random.Range(-11, 11), random.Range(-11, 11), random.Range(1.5, 4.5));
        canvas.Path.Box(x - size, y - size, x + size, y + size * random.Range(0.5, 1.5));
        canvas.Fill(new SketchPaint { Grey = random.Chance(0.6) ? 0 : random.Range(20, 200) });
    }

    /// <summary>The images in an order that says nothing about their classes.</summary>
    private static PackedImages Shuffle(PackedImages images, int seed, long first) =>
        images.Subset(new SplitMix64(~(ulong)(uint)seed, (ulong)first).Permutation(images.Count));
}
