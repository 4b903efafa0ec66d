using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Text;

public class TextTests
{
    /// <summary>Expected: scikit-learn 1.2.1, classification_report(Actual, Predicted, target_names=Names, zero_division=0).</summary>
    [Fact]
    public void Classification_report_is_printed_as_scikit_learn_does()
    {
        const string expected = """
                          precision    recall  f1-score   support

             T-shirt/top       0.50      0.67      0.57         3
                 Trouser       0.67      1.00      0.80         2
                Pullover       1.00      0.50      0.67         4
                   Dress       0.00      0.00      0.00         0
                    Coat       0.00      0.00      0.00         1

                accuracy                           0.60        10
               macro avg       0.43      0.43      0.41        10
            weighted avg       0.68      0.60      0.60        10

            """;
        Assert.Equal(expected, ClassificationReportText.Render(Garments.Report));
    }

    [Fact]
    public void Classification_report_takes_more_digits()
    {
        var lines = ClassificationReportText.Render(Garments.Report, digits: 4).Split('\n');
        Assert.Equal(" T-shirt/top     0.5000    0.6667    0.5714         3", lines[2]);
        Assert.Equal("    accuracy                         0.6000        10", lines[8]);
    }

    [Fact]
    public void Confusion_table_is_aligned()
    {
        const string expected = """
            true \ predicted | 0 1 2 3 4 | recall
            -----------------+-----------+-------
            0 T-shirt/top    | 2 1 0 0 0 |  0.667
            1 Trouser        | 0 2 0 0 0 |  1.000
            2 Pullover       | 1 0 2 1 0 |  0.500
            3 Dress          | 0 0 0 0 0 |  0.000
            4 Coat           | 1 0 0 0 0 |  0.000

            """;
        Assert.Equal(expected, ConfusionText.Render(Garments.Confusion, Garments.Names));
        Assert.Throws<ArgumentException>(() => ConfusionText.Render(Garments.Confusion, ["a"]));
    }

    /// <summary>Expected: Python's format(value, '.2f') and so on; .NET alone would round the ties away from zero.</summary>
    [Theory]
    [InlineData(0.625, 2, "0.62")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(-0.125, 2, "-0.12")]
    [InlineData(0.145, 2, "0.14")]
    [InlineData(0.155, 2, "0.15")]
    [InlineData(0.165, 2, "0.17")]
    [InlineData(0.005, 2, "0.01")]
    [InlineData(0.5, 0, "0")]
    [InlineData(1.5, 0, "2")]
    [InlineData(0.0625, 3, "0.062")]
    [InlineData(0.28125, 4, "0.2812")]
    [InlineData(double.NaN, 2, "NaN")]
    public void Digits_are_rounded_as_python_does(double value, int digits, string expected) =>
        Assert.Equal(expected, FixedDigits.Format(value, digits));
}
