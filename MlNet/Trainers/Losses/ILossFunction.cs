namespace Microsoft.ML.Trainers;

/// <summary>What a wrong output costs.</summary>
public interface ILossFunction<in TOutput, in TLabel>
{
    /// <summary>The loss of an output for a label.</summary>
    double Loss(TOutput output, TLabel label);
}
