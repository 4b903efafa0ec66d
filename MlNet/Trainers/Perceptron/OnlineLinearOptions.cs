namespace Microsoft.ML.Trainers;

/// <summary>How trainers that update a linear model row by row work.</summary>
public abstract class OnlineLinearOptions : TrainerInputBaseWithLabel
{
    /// <summary>For derived classes.</summary>
    protected OnlineLinearOptions()
    {
    }

    /// <summary>Passes over the data. The default value is 10 for the averaged perceptron.</summary>
    public int NumberOfIterations = 1;

    /// <summary>The initial weights are drawn evenly from this diameter around zero. The default value is 0: they start at zero.</summary>
    public float InitialWeightsDiameter;

    /// <summary>Whether every pass takes the rows in another order. The default value is true.</summary>
    public bool Shuffle = true;
}
