namespace MlNetFashion.NeuralNetworks.Tests;

/// <summary>What happens to one image: reproducible, of the declared kind and size.</summary>
public class ImageAugmenterTests
{
    private static readonly TensorShape Shape = new(12, 10, 1);

    [Fact]
    public void Nothing_is_changed_unless_asked_for()
    {
        var image = Ramp(Shape);

        Assert.Equal(image, Apply(new Augmentation(), Shape, image, epoch: 1, index: 5));
    }

    [Fact]
    public void What_happens_depends_on_seed_epoch_and_image_alone()
    {
        var augmentation = new Augmentation
        {
            RotationRange = 20, WidthShiftRange = 0.1, HeightShiftRange = 2, ShearRange = 10, ZoomRange = 0.2, HorizontalFlip = true, VerticalFlip = true,
            RandomCropPadding = 2, ContrastRange = 0.3, BrightnessRange = new FactorRange(0.5, 1.5), RandomErasing = new RandomErasing(),
        };
        var image = Ramp(Shape);
        var first = Apply(augmentation, Shape, image, epoch: 3, index: 7);

        Apply(augmentation, Shape, image, epoch: 1, index: 1);
        Assert.Equal(first, Apply(augmentation, Shape, image, epoch: 3, index: 7));
        Assert.NotEqual(first, Apply(augmentation, Shape, image, epoch: 4, index: 7));
        Assert.NotEqual(first, Apply(augmentation, Shape, image, epoch: 3, index: 8));
        Assert.NotEqual(first, Apply(augmentation, Shape, image, epoch: 3, index: 7, seed: 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_horizontal_flip_mirrors_about_half_of_the_images(int channels)
    {
        var shape = new TensorShape(2, 3, channels);
        var image = Ramp(shape);
        var mirrored = new float[shape.Size];
        for (var y = 0; y < 2; y++)
        {
            for (var x = 0; x < 3; x++)
                image.AsSpan((y * 3 + x) * channels, channels).CopyTo(mirrored.AsSpan((y * 3 + 2 - x) * channels));
        }

        var flips = 0;
        for (var index = 0; index < 1000; index++)
        {
            var changed = Apply(new Augmentation { HorizontalFlip = true }, shape, image, epoch: 1, index);
            if (changed.SequenceEqual(mirrored))
                flips++;
            else
                Assert.Equal(image, changed);
        }

        Assert.InRange(flips, 430, 570);
    }

    [Fact]
    public void A_vertical_flip_turns_the_rows_over()
    {
        var shape = new TensorShape(3, 2, 1);
        var seen = Enumerable.Range(0, 50).Select(index => string.Join(' ', Apply(new Augmentation { VerticalFlip = true }, shape, [1, 2, 3, 4, 5, 6], 1, index)));

        Assert.Equal(["1 2 3 4 5 6", "5 6 3 4 1 2"], seen.Distinct().Order());
    }

    [Fact]
    public void A_crop_moves_by_whole_pixels_up_to_the_padding()
    {
        var shape = new TensorShape(3, 3, 1);
        var places = new HashSet<int>();
        for (var index = 0; index < 500; index++)
        {
            var changed = Apply(new Augmentation { RandomCropPadding = 1, FillValue = -1 }, shape, [0, 0, 0, 0, 5, 0, 0, 0, 0], 1, index);
            var place = Array.IndexOf(changed, 5f);
            places.Add(place);
            var padded = place switch { 4 => 0, 1 or 3 or 5 or 7 => 3, _ => 5 };
            Assert.Equal(padded, changed.Count(value => value == -1));
        }

        Assert.Equal(Enumerable.Range(0, 9), places.Order());
    }

    [Fact]
    public void A_crop_beyond_the_image_leaves_the_padding()
    {
        var all = Enumerable.Range(0, 300).Select(index => Apply(new Augmentation { RandomCropPadding = 5, FillValue = 2 }, new TensorShape(2, 2, 1), [1, 1, 1, 1], 1, index));

        Assert.Contains(all, image => image.All(value => value == 2));
    }

    [Fact]
    public void Brightness_multiplies_and_stays_in_range()
    {
        var factors = Enumerable.Range(0, 400).Select(index =>
        {
            var changed = Apply(new Augmentation { BrightnessRange = new FactorRange(0.5, 1.5) }, new TensorShape(1, 9, 1), [.4f, .4f, .4f, .4f, .4f, .4f, .4f, .9f, .4f], 1, index);
            Assert.Equal(Math.Min(1, changed[0] / .4f * .9f), changed[7], 1e-5f);
            return changed[8] / .4;
        }).ToList();

        Assert.InRange(factors.Min(), 0.5, 0.52);
        Assert.InRange(factors.Max(), 1.48, 1.5);
        Assert.InRange(factors.Average(), 0.95, 1.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Contrast_keeps_the_mean_of_each_channel(int channels)
    {
        var shape = new TensorShape(5, 5, channels);
        var image = Ramp(shape).Select(value => 0.3f + value * 0.4f / shape.Size).ToArray();
        var changed = Apply(new Augmentation { ContrastRange = new FactorRange(0.5, 0.5) }, shape, image, 1, 0);

        for (var channel = 0; channel < channels; channel++)
        {
            var mean = image.Where((_, i) => i % channels == channel).Average();
            for (var i = channel; i < image.Length; i += channels)
                Assert.Equal(mean + (image[i] - mean) / 2, changed[i], 1e-5f);
        }
    }

    [Fact]
    public void Erasing_writes_a_rectangle_of_the_declared_area()
    {
        var shape = new TensorShape(28, 28, 1);
        var erasing = new RandomErasing { Probability = 1, SmallestArea = 0.05, LargestArea = 0.2, SmallestRatio = 0.5, Value = -1 };
        for (var index = 0; index < 200; index++)
        {
            var changed = Apply(new Augmentation { RandomErasing = erasing }, shape, new float[shape.Size], 1, index);
            var rows = Enumerable.Range(0, 28).Where(y => changed.AsSpan(y * 28, 28).Contains(-1f)).ToList();
            var columns = Enumerable.Range(0, 28).Where(x => Enumerable.Range(0, 28).Any(y => changed[y * 28 + x] == -1)).ToList();
            var area = changed.Count(value => value == -1);

            Assert.Equal(rows.Count * columns.Count, area);
            Assert.Equal(rows.Count - 1, rows[^1] - rows[0]);
            Assert.Equal(columns.Count - 1, columns[^1] - columns[0]);
            Assert.InRange(area / 784.0, 0.05 * 0.85, 0.2 * 1.15);
        }
    }

    [Fact]
    public void Ranges_reach_their_ends_and_no_further()
    {
        // A column of light: its centre of mass tells the shift.
        var shape = new TensorShape(1, 41, 1);
        var image = new float[41];
        image[20] = 1;
        var shifts = Enumerable.Range(0, 500).Select(index =>
        {
            var changed = Apply(new Augmentation { WidthShiftRange = 0.25 }, shape, image, 1, index);
            return 20 - Enumerable.Range(0, 41).Sum(x => x * (double)changed[x]) / changed.Sum();
        }).ToList();

        Assert.InRange(shifts.Min(), -10.25, -10);
        Assert.InRange(shifts.Max(), 10, 10.25);
    }

    private static float[] Ramp(TensorShape shape) => [.. Enumerable.Range(0, shape.Size).Select(i => (float)i)];

    private static float[] Apply(Augmentation augmentation, TensorShape shape, float[] image, int epoch, int index, int seed = 0)
    {
        var augmenter = new ImageAugmenter(augmentation, shape, seed);
        var changed = image.ToArray();
        augmenter.Apply(changed, new float[augmenter.ScratchLength], epoch, index);
        return changed;
    }
}
