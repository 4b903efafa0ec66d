namespace MlNetFashion.NeuralNetworks.Tests.Data;

public class ImageSetTests
{
    [Fact]
    public void A_subset_of_a_subset_sees_the_right_images()
    {
        var set = ImageSet.FromBytes([0, 10, 20, 30, 40, 50], 0.5f, [0, 1, 2], new TensorShape(1, 2, 1), 3);

        var subset = set.Subset([2, 0]).Subset([1, 0, 0]);

        Assert.Equal([0, 2, 2], subset.Labels.ToArray());
        var image = new float[2];
        subset.CopyTo(1, image);
        Assert.Equal([20f, 25f], image);
    }

    [Theory]
    [InlineData(5, 0, "expects 6 pixel values. Received: 5")]
    [InlineData(6, 3, "expects labels from 0 to 2. Received: 3 at image 2")]
    public void What_does_not_fit_is_refused(int pixels, int label, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => ImageSet.FromBytes(new byte[pixels], 1, [0, 1, label], new TensorShape(1, 2, 1), 3));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
