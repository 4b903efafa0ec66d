namespace Microsoft.ML.Trainers;

/// <summary>A loss over the scores of consecutive rows, with its derivative.</summary>
internal unsafe interface IBlockLoss
{
    /// <summary>Weight vectors that the loss needs scores of.</summary>
    int Outputs { get; }

    /// <summary>The sum of the row weights: what the loss is divided by.</summary>
    double TotalWeight { get; }

    /// <summary>What no derivative of a row's weighted loss exceeds in magnitude.</summary>
    float GreatestDerivative { get; }

    /// <summary>
    /// Turns <c>scores[k * stride + r]</c> of the rows <c>first .. first + rows - 1</c> into the derivatives of the weighted loss with respect to
    /// those scores, in place, and returns the weighted loss of these rows. Rows are a multiple of a vector; what lies past the last row is set to zero.
    /// </summary>
    double Differentiate(int first, int rows, float* scores, nint stride);
}
