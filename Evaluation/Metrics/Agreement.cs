namespace MlNetFashion.Evaluation;

/// <summary>Single figures of a confusion table that take the class frequencies into account, as accuracy does not.</summary>
public static class Agreement
{
    /// <summary>
    /// Cohen's kappa (J. Cohen, "A coefficient of agreement for nominal scales", 1960): how far the accuracy lies above what chance with the
    /// same frequencies would reach, 1 being perfect and 0 chance. NaN where chance alone would be perfect, as in scikit-learn.
    /// </summary>
    public static double CohensKappa(ConfusionCounts counts)
    {
        double total = counts.Total;
        var expected = Enumerable.Range(0, counts.Classes).Sum(k => counts.Support(k) / total * (counts.Predicted(k) / total));
        return (counts.Accuracy - expected) / (1 - expected);
    }

    /// <summary>
    /// Matthews' correlation coefficient for several classes (J. Gorodkin, "Comparing two K-category assignments by a K-category correlation
    /// coefficient", 2004): 1 perfect, 0 chance. 0 where all rows are of one class or all predictions are, as in scikit-learn.
    /// </summary>
    public static double MatthewsCorrelation(ConfusionCounts counts)
    {
        double total = counts.Total;
        double product = 0, actual = 0, predicted = 0;
        for (var k = 0; k < counts.Classes; k++)
        {
            double support = counts.Support(k), taken = counts.Predicted(k);
            product += support * taken;
            actual += support * support;
            predicted += taken * taken;
        }

        var spread = (total * total - actual) * (total * total - predicted);
        return spread == 0 ? 0 : (counts.Correct * total - product) / Math.Sqrt(spread);
    }
}
