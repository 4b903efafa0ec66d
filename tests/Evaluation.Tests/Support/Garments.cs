namespace MlNetFashion.Evaluation.Tests.Support;

/// <summary>Ten rows of five classes, made by hand: class 3 is predicted once but never true, class 4 true once but never predicted.</summary>
internal static class Garments
{
    public static readonly int[] Actual = [0, 0, 0, 1, 1, 2, 2, 2, 2, 4];
    public static readonly int[] Predicted = [0, 0, 1, 1, 1, 2, 3, 0, 2, 0];
    public static readonly string[] Names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat"];

    public static ConfusionCounts Confusion => ConfusionCounts.From(Actual, Predicted, Names.Length);

    public static ClassificationReport Report => ClassificationReport.From(Confusion, Names);
}
