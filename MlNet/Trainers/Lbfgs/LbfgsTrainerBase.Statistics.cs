namespace Microsoft.ML.Trainers;

public abstract partial class LbfgsTrainerBase<TOptions, TTransformer, TModel>
{
    /// <summary>How well the result fits its data. Deviances are twice the log loss over all rows, without the penalties.</summary>
    /// <param name="result">The biases, one an output, then the weights.</param>
    /// <param name="data">What it was trained on.</param>
    /// <param name="classOf">The class of a row.</param>
    /// <param name="classes">The number of classes; two of them have one output.</param>
    private protected ModelStatisticsBase Statistics(QuasiNewtonResult result, TrainingSet data, Func<int, int> classOf, int classes)
    {
        double total = 0;
        var weightOfClass = new double[classes];
        for (int i = 0; i < data.Count; i++)
        {
            double weight = data.Weights?[i] ?? 1;
            weightOfClass[classOf(i)] += weight;
            total += weight;
        }

        int outputs = result.Point.Length / (1 + data.Rows.Features);
        int selected = 0;
        double penalty = 0;
        double magnitudes = 0;
        foreach (float weight in result.Point.AsSpan(outputs))
        {
            selected += weight != 0 ? 1 : 0;
            penalty += 0.5 * Settings.L2Regularization * weight * weight;
            magnitudes += Math.Abs(weight);
        }

        double loss = ((result.Value - (Settings.L1Regularization / data.Count * magnitudes)) * total) - penalty;
        double nullLoss = -weightOfClass.Where(weight => weight > 0).Sum(weight => weight * Math.Log(weight / total));
        return new ModelStatisticsBase(data.Count, outputs + selected, (float)(2 * loss), (float)(2 * nullLoss));
    }
}
