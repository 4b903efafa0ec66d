using System.Globalization;
using MlNetFashion.Experiments.Display;

namespace MlNetFashion.Experiments.Tests.Display;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(1.94, "1.9 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(61, "1 min 01 s")]
    [InlineData(119.6, "2 min 00 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(3661, "1 h 01 min")]
    [InlineData(90_000, "25 h 00 min")]
    public void Durations_never_show_sixty_seconds(double seconds, string expected) =>
        Assert.Equal(expected, Figures.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.0 KiB")]
    [InlineData(30_800_000, "29.4 MiB")]
    [InlineData(3_221_225_472, "3.00 GiB")]
    public void Sizes_have_a_unit_that_fits(long bytes, string expected) => Assert.Equal(expected, Figures.Bytes(bytes));

    [Fact]
    public void Culture_changes_nothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Assert.Equal("91.81 %", Figures.Percent(0.9181));
            Assert.Equal("0.2345", Figures.Loss(0.23451));
            Assert.Equal("10,000", Figures.Count(10_000));
            Assert.Equal("12.3 s", Figures.Duration(TimeSpan.FromSeconds(12.34)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
