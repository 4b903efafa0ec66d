using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetFashion.Evaluation.Tests.Support;

namespace MlNetFashion.Evaluation.Tests.Protocols;

public class HoldOutTests
{
    private static readonly float[][] Scores =
        [[.7f, .2f, .1f], [.1f, .8f, .1f], [.2f, .2f, .6f], [.3f, .3f, .4f], [.05f, .9f, .05f], [.5f, .25f, .25f]];

    private static readonly uint[] Keys = [1, 2, 3, 1, 2, 3];
    private static readonly string[] Words = ["cat", "dog", "fox"];

    private static DataViewType KeyOfThree => new KeyDataViewType(typeof(uint), 3);

    [Fact]
    public void A_key_label_is_judged_with_its_names()
    {
        var evaluation = Evaluate(new ColumnsView()
            .Add("Label", KeyOfThree, Keys, ColumnsView.Annotate("KeyValues", Words)).AddVectors("Score", Scores));

        Assert.Equal(Words, evaluation.ClassNames);
        Assert.Equal(4.0 / 6, evaluation.Accuracy, 12);
        Assert.Equal(evaluation.MlNet.MicroAccuracy, evaluation.Accuracy, 12);
        Assert.Equal(evaluation.MlNet.LogLoss, evaluation.LogLoss, 9);
        Assert.Equal(5.0 / 6, evaluation.TopK(2), 12);
        Assert.Equal(evaluation.MlNet.TopKAccuracyForAllK[1], evaluation.TopK(2), 12);
        Assert.Equal(1, evaluation.Confusion[2, 0]);
        Assert.Equal(Interval.Wilson(4, 6), evaluation.AccuracyInterval);
        Assert.Equal("fox", evaluation.Report.Classes[2].Name);
        Assert.Equal(0, evaluation.SkippedRows);
    }

    [Fact]
    public void Numbers_name_classes_too()
    {
        var evaluation = Evaluate(new ColumnsView()
            .Add("Label", KeyOfThree, Keys, ColumnsView.Annotate("KeyValues", NumberDataViewType.Single, 9f, 0f, 2.5f)).AddVectors("Score", Scores));
        Assert.Equal(["9", "0", "2.5"], evaluation.ClassNames);
    }

    [Fact]
    public void Classes_without_names_are_numbered()
    {
        Assert.Equal(["0", "1", "2"], Evaluate(new ColumnsView().Add("Label", KeyOfThree, Keys).AddVectors("Score", Scores)).ClassNames);
        Assert.Equal(["0", "1", "2"], Evaluate(new ColumnsView()
            .Add("Label", NumberDataViewType.Single, new[] { 0f, 1, 2, 0, 1, 2 }).AddVectors("Score", Scores)).ClassNames);
    }

    [Fact]
    public void A_label_still_in_text_is_found_among_the_names_of_the_scores()
    {
        var text = new[] { "cat", "dog", "fox", "cat", "dog", "fox" }.Select(word => word.AsMemory()).ToArray();
        foreach (var kind in new[] { "SlotNames", "TrainingLabelValues" })
        {
            var evaluation = Evaluate(new ColumnsView()
                .Add("Label", TextDataViewType.Instance, text).AddVectors("Score", Scores, ColumnsView.Annotate(kind, Words)));
            Assert.Equal(4.0 / 6, evaluation.Accuracy, 12);
            Assert.Equal(Words, evaluation.ClassNames);
        }
    }

    [Fact]
    public void A_label_still_a_number_is_found_among_the_values_of_the_scores()
    {
        var annotations = ColumnsView.Annotate("TrainingLabelValues", NumberDataViewType.Single, 9f, 0f, 3f);
        var evaluation = Evaluate(new ColumnsView()
            .Add("Label", NumberDataViewType.Int32, new[] { 9, 0, 3, 9, 0, 3 }).AddVectors("Score", Scores, annotations));
        Assert.Equal(4.0 / 6, evaluation.Accuracy, 12);
    }

    [Fact]
    public void Rows_that_cannot_be_judged_are_skipped_and_counted()
    {
        float[][] scores = [[.7f, .2f, .1f], [float.NaN, .8f, .1f], [.2f, .2f, .6f], [.3f, float.PositiveInfinity, .4f]];
        var evaluation = Evaluate(new ColumnsView().Add("Label", KeyOfThree, new uint[] { 1, 2, 0, 1 }).AddVectors("Score", scores));

        Assert.Equal((1, 3), (evaluation.Predictions.Count, evaluation.SkippedRows));
        Assert.Equal([0], evaluation.Predictions.Positions.ToArray());
    }

    [Fact]
    public void A_class_the_model_does_not_score_is_always_wrong()
    {
        var evaluation = Evaluate(new ColumnsView()
            .Add("Label", new KeyDataViewType(typeof(uint), 5), new uint[] { 1, 5 }).AddVectors("Score", [[.7f, .2f, .1f], [.1f, .8f, .1f]]));

        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Equal(1, evaluation.Confusion[4, 1]);
        Assert.Equal(["0", "1", "2", "3", "4"], evaluation.ClassNames);
    }

    [Fact]
    public void Classes_in_another_order_than_the_models_are_refused()
    {
        var view = new ColumnsView()
            .Add("Label", KeyOfThree, Keys, ColumnsView.Annotate("KeyValues", "dog", "cat", "fox"))
            .AddVectors("Score", Scores, ColumnsView.Annotate("SlotNames", Words));
        Assert.Contains("Class 0 is \"dog\" in the data and \"cat\" in the model", Assert.Throws<InvalidDataException>(() => Evaluate(view)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_judged_is_refused_in_one_sentence()
    {
        var labels = new ColumnsView().Add("Class", KeyOfThree, Keys).AddVectors("Score", Scores);
        Assert.StartsWith(
            "The scored data needs a column \"Label\" with the true class. It has: Class, Score.",
            Assert.Throws<ArgumentException>(() => Evaluate(labels)).Message, StringComparison.Ordinal);

        var scores = new ColumnsView().Add("Label", KeyOfThree, Keys).Add("Score", NumberDataViewType.Single, new float[6]);
        Assert.Throws<ArgumentException>(() => Evaluate(scores));

        var text = new ColumnsView().Add("Label", TextDataViewType.Instance, new ReadOnlyMemory<char>[6]).AddVectors("Score", Scores);
        Assert.Contains("MapValueToKey", Assert.Throws<ArgumentException>(() => Evaluate(text)).Message, StringComparison.Ordinal);

        var stranger = new ColumnsView().Add("Label", TextDataViewType.Instance, new[] { "cow".AsMemory() })
            .AddVectors("Score", [[1f, 0, 0]], ColumnsView.Annotate("SlotNames", Words));
        Assert.Contains("Received: \"cow\"", Assert.Throws<InvalidDataException>(() => Evaluate(stranger)).Message, StringComparison.Ordinal);

        var none = new ColumnsView().Add("Label", KeyOfThree, new uint[6]).AddVectors("Score", Scores);
        Assert.Contains("Received: 6 rows, none of them such.", Assert.Throws<InvalidDataException>(() => Evaluate(none)).Message, StringComparison.Ordinal);

        var huge = new ColumnsView().Add("Label", NumberDataViewType.Single, new[] { 1e9f }).AddVectors("Score", [[1f, 0, 0]]);
        Assert.Contains("below 10000", Assert.Throws<InvalidDataException>(() => Evaluate(huge)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_read_from_the_data()
    {
        var images = GreyImages.Read(new ColumnsView().AddVectors("Pixels", [[0, 255, 12.6f, 300], [-4, 1, 2, float.NaN]]), 2, 2);

        Assert.Equal([0, 255, 13, 255], images[0].ToArray());
        Assert.Equal([0, 1, 2, 0], images[1].ToArray());
        Assert.Throws<ArgumentException>(() => GreyImages.Read(new ColumnsView().AddVectors("Pixels", [[0, 1]]), 2, 2));
        Assert.Throws<ArgumentException>(() => GreyImages.Read(new ColumnsView().AddVectors("Other", [[0, 1]]), 2, 1));
    }

    private static TestEvaluation Evaluate(IDataView view) => HoldOut.Evaluate(new MLContext(1), view);
}
