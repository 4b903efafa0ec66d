namespace MlNetFashion.Evaluation;

/// <summary>history.csv: one line an epoch. The last column names the data, so that the table cannot be mistaken once it has left its folder.</summary>
internal static class HistoryCsv
{
    public static void Write(TextWriter text, RunDescription description, IReadOnlyList<EpochRecord> history)
    {
        var table = new CsvTable(text);
        var tested = history.Any(epoch => epoch.TestAccuracy is not null);
        string[] test = tested ? ["test_loss", "test_accuracy"] : [];
        table.Line(["epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds", .. test, "data_set"]);
        foreach (var epoch in history)
        {
            table.Field(epoch.Epoch).Field(epoch.Loss).Field(epoch.Accuracy).Field(epoch.ValidationLoss).Field(epoch.ValidationAccuracy)
                .Field(epoch.LearningRate).Field(Math.Round(epoch.Seconds, 3));
            if (tested)
                table.Field(epoch.TestLoss).Field(epoch.TestAccuracy);
            table.Field(description.DataSet.Label).EndLine();
        }
    }
}
