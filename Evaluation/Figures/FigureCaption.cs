namespace MlNetFashion.Evaluation;

/// <summary>What every figure says beneath itself: what was measured on what.</summary>
/// <param name="Text">Experiment, data set, seed.</param>
/// <param name="Warning">Shown as a bar across the top of the figure where not null; used when the data was not the real data.</param>
public sealed record FigureCaption(string Text, string? Warning = null)
{
    /// <summary>No caption and no warning.</summary>
    public static FigureCaption None { get; } = new("");
}
