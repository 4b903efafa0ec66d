namespace Microsoft.ML.Trainers;

/// <summary>A loss of a margin; labels above zero are positive.</summary>
public interface IClassificationLoss : IScalarLoss
{
}
