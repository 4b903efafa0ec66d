namespace MlNetFashion.Evaluation;

/// <summary>The data a run was trained and judged on.</summary>
/// <param name="Name">As "fashion-mnist".</param>
/// <param name="Source">The folder or address it came from, or what made it.</param>
/// <param name="Checksum">What tells it from any other data, as "md5:..." or "sha256:...".</param>
/// <param name="IsSketch">Whether it was drawn by program for want of the real data; if so, every file of the run says it.</param>
/// <param name="TrainRows">Rows trained on, those held back for validation not counted.</param>
/// <param name="ValidationRows">Rows of the training set held back for validation; 0 without validation.</param>
/// <param name="TestRows">Rows judged.</param>
public sealed record DataSetDescription(
    string Name, string Source, string Checksum, bool IsSketch, int TrainRows, int ValidationRows, int TestRows)
{
    /// <summary>The sentence that every file of a run on sketch data carries; null for real data.</summary>
    public string? Warning => IsSketch
        ? "SKETCH DATA, NOT FASHION-MNIST: trained and measured on pictures drawn by program, because the real data was not at hand. " +
          "These figures say nothing about real images."
        : null;

    /// <summary>The same in a few words, for figures and tables.</summary>
    public string? ShortWarning => IsSketch ? "SKETCH DATA, NOT FASHION-MNIST" : null;

    /// <summary>The name as tables give it: sketch data is called that whatever its name.</summary>
    internal string Label => ShortWarning ?? Name;
}
