using MlNetFashion.Tests.Support;
using System.Globalization;
using System.Text;

namespace MlNetFashion.Pipelines.Tests;

public sealed class KaggleCsvReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    public void Rows_come_back_as_written(string lineEnd, bool endsWithLine)
    {
        var expected = SketchData.Draw(1500, seed: 3);
        var path = Write(Text(expected, lineEnd, endsWithLine));

        var (images, md5) = KaggleCsvReader.Read(path, classes: 10);

        Assert.Equal(expected.Labels, images.Labels);
        Assert.Equal(expected.Pixels, images.Pixels);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(File.ReadAllBytes(path))), md5);
    }

    [Fact]
    public void Memory_is_for_pixels_not_for_fields()
    {
        var images = SketchData.Draw(6_000, seed: 3);
        var path = Write(Text(images, "\n", endsWithLine: true));

        var before = GC.GetAllocatedBytesForCurrentThread();
        KaggleCsvReader.Read(path, classes: 10);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // The pixels themselves (with room that was guessed too large), a buffer of 1 MiB; a text of each field would be 150 MB.
        Assert.InRange(allocated, images.Pixels.Length, 4L * images.Pixels.Length);
    }

    [Theory]
    [InlineData(1, 784, "5", "line 1: expected the header label,pixel1,...,pixel784 with 785 columns, received 784")]
    [InlineData(3, 783, "5", "line 3: expected 785 columns (label and 784 pixels), received 783")]
    [InlineData(3, 786, "5", "line 3: expected 785 columns (label and 784 pixels), received 786")]
    [InlineData(3, 785, "abc", "line 3: column 100 (pixel99): expected a whole number from 0 to 255, received 'abc'")]
    [InlineData(2, 785, "256", "line 2: column 100 (pixel99): expected a whole number from 0 to 255, received '256'")]
    [InlineData(2, 785, "-1", "line 2: column 100 (pixel99): expected a whole number from 0 to 255, received '-1'")]
    [InlineData(2, 785, "1.5", "line 2: column 100 (pixel99): expected a whole number from 0 to 255, received '1.5'")]
    [InlineData(2, 785, "", "line 2: column 100 (pixel99): expected a whole number from 0 to 255, received ''")]
    [InlineData(2, 785, "123456789012345678901234567890", "received '123456789012345678901234...'")]
    public void A_bad_line_is_named_with_its_column(int line, int columns, string field, string expected)
    {
        var rows = Enumerable.Range(1, 4).Select(number => Row(number, number == line ? columns : 785, number == line ? field : "5"));

        var fault = Assert.Throws<InvalidDataException>(() => KaggleCsvReader.Read(Write(string.Join('\n', rows)), classes: 10));

        Assert.Contains(expected, fault.Message);
        OneSentence.Check(fault.Message);
    }

    [Fact]
    public void Label_ten_is_refused()
    {
        var text = Row(1, 785, "5") + "\n10" + Row(2, 785, "5")[1..];

        var fault = Assert.Throws<InvalidDataException>(() => KaggleCsvReader.Read(Write(text), classes: 10));

        Assert.Contains("line 2: column 1 (label): expected a class from 0 to 9, received 10", fault.Message);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("header", "line 1: expected the header")]
    public void A_file_without_rows_is_refused(string text, string expected)
    {
        var fault = Assert.Throws<InvalidDataException>(() => KaggleCsvReader.Read(Write(text), classes: 10));

        Assert.Contains(expected, fault.Message);
        OneSentence.Check(fault.Message);
    }

    [Fact]
    public void A_header_alone_and_a_missing_header_are_refused()
    {
        Assert.Contains("no images", Assert.Throws<InvalidDataException>(() => KaggleCsvReader.Read(Write(Row(1, 785, "5")), 10)).Message);
        Assert.Contains(
            "begins with 'label'", Assert.Throws<InvalidDataException>(() => KaggleCsvReader.Read(Write(Row(2, 785, "5")), 10)).Message);
    }

    /// <summary>Line 1 is the header; in the others column 100 holds <paramref name="field"/>.</summary>
    private static string Row(int line, int columns, string field) => string.Join(',', Enumerable.Range(0, columns).Select(column =>
        line == 1 ? (column == 0 ? "label" : $"pixel{column}") : column == 99 && columns == 785 ? field : "7"));

    private static string Text(PackedImages images, string lineEnd, bool endsWithLine)
    {
        var text = new StringBuilder(Row(1, 785, ""));
        for (var i = 0; i < images.Count; i++)
        {
            text.Append(lineEnd).Append(CultureInfo.InvariantCulture, $"{images.Labels[i]}");
            foreach (var pixel in images.Image(i))
                text.Append(',').Append(CultureInfo.InvariantCulture, $"{pixel}");
        }

        return endsWithLine ? text.Append(lineEnd).ToString() : text.ToString();
    }

    private string Write(string text) => _folder.Write("fashion-mnist_train.csv", Encoding.UTF8.GetBytes(text));
}
